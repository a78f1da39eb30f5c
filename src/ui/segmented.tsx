import type { ReactNode } from 'react';
import { useGroupName } from './use-group-name';
import styles from './segmented.module.css';

type Option<T extends string> = {
  readonly value: T;
  readonly label: string;
  /** What it is called where its label is a mere sign. */
  readonly name?: string;
  readonly icon?: ReactNode;
  /** The key that chooses it, shown beside the label. */
  readonly hotkey?: string;
};

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly Option<T>[];
  /** Null where none is chosen, for example when the head was turned by hand. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly floating?: boolean;
};

/** A radio group drawn as one control. Native radios carry the keyboard and the names. */
export function Segmented<T extends string>({ label, options, value, onChange, floating = false }: Props<T>) {
  const group = useGroupName();
  return (
    <div role="radiogroup" aria-label={label} className={styles['segmented']} data-floating={floating}>
      {options.map((option) => (
        <label key={option.value} className={styles['option']} data-on={option.value === value}>
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            aria-label={option.name ?? option.label}
            onChange={() => {
              onChange(option.value);
            }}
            onClick={() => {
              // A press on the chosen view turns the head back to it.
              if (option.value === value) onChange(option.value);
            }}
          />
          {option.icon}
          <span>{option.label}</span>
          {option.hotkey !== undefined && <kbd>{option.hotkey}</kbd>}
        </label>
      ))}
    </div>
  );
}
