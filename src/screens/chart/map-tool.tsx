import type { ReactNode } from 'react';
import styles from './map-tool.module.css';

type Props = {
  readonly label: string;
  /** With its key, where it has one. */
  readonly hint: string;
  readonly icon: ReactNode;
  /** Absent where nothing stays on. */
  readonly pressed?: boolean;
  /** As assistive technology is told of it. */
  readonly hotkey?: string;
  /** A class that says where it stands. */
  readonly place?: string | undefined;
  readonly onPress: () => void;
};

/** A button that floats over the head and shows its sign alone. */
export function MapTool({ label, hint, icon, pressed, hotkey, place = '', onPress }: Props) {
  return (
    <button
      type="button"
      className={`${styles['tool'] ?? ''} ${place}`}
      aria-label={label}
      title={hint}
      aria-keyshortcuts={hotkey}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {icon}
    </button>
  );
}
