import { type ReactNode, useId } from 'react';
import styles from './day-panel.module.css';

type Chip = {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
};

type Props = {
  readonly title: string;
  readonly hint?: string;
  readonly chips: readonly Chip[];
  readonly children?: ReactNode;
};

/** Answers to one question, each on or off by itself. */
export function Chips({ title, hint, chips, children }: Props) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles['group']}>
      <h3 id={id}>{title}</h3>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      <div className={styles['chips']}>
        {chips.map((chip) => (
          <button
            key={chip.id}
            type="button"
            className={styles['chip']}
            aria-pressed={chip.on}
            disabled={chip.disabled}
            onClick={chip.onPress}
          >
            {chip.label}
          </button>
        ))}
        {children}
      </div>
    </div>
  );
}
