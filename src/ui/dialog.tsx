import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';

type Props = {
  readonly title: string;
  readonly closeLabel: string;
  /** Room for a table. */
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A modal on the native dialog element: focus trap, Escape and inertness come from the browser. */
export function Dialog({ title, closeLabel, wide = false, onClose, children }: Props) {
  const heading = useId();
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null) return undefined;
    if (!dialog.open) dialog.showModal();
    // Closed before it is taken away: closing is what gives the focus back to where it came from.
    return () => {
      dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={element}
      aria-labelledby={heading}
      className={styles['dialog']}
      data-wide={wide}
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles['head']}>
        <h2 id={heading}>{title}</h2>
        <button type="button" className={styles['close']} aria-label={closeLabel} onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
