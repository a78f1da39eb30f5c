import type { ReactNode } from 'react';
import styles from './toggle-button.module.css';

type Props = {
  readonly label: string;
  readonly icon: ReactNode;
  /** The key that does the same, and what is told when a pointer rests on the button. */
  readonly hotkey?: { readonly key: string; readonly hint: string };
  readonly pressed: boolean;
  readonly onChange: (pressed: boolean) => void;
};

/** Something that is on or off by itself, floating over the canvas. On a phone the icon alone is seen. */
export function ToggleButton({ label, icon, hotkey, pressed, onChange }: Props) {
  return (
    <button
      type="button"
      className={styles['toggle']}
      aria-label={label}
      aria-pressed={pressed}
      {...(hotkey === undefined ? {} : { 'aria-keyshortcuts': hotkey.key, title: hotkey.hint })}
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
