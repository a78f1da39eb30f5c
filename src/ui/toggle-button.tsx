import type { ReactNode } from 'react';
import styles from './toggle-button.module.css';

type Props = {
  readonly label: string;
  readonly icon: ReactNode;
  readonly pressed: boolean;
  readonly onChange: (pressed: boolean) => void;
};

/** Something that is on or off by itself, floating over the canvas. On a phone the icon alone is seen. */
export function ToggleButton({ label, icon, pressed, onChange }: Props) {
  return (
    <button
      type="button"
      className={styles['toggle']}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={() => {
        onChange(!pressed);
      }}
    >
      <span>
        {icon}
        <b>{label}</b>
      </span>
    </button>
  );
}
