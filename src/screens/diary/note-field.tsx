import { useId } from 'react';
import type { Book } from '../../state/outcomes/book';
import styles from './day-panel.module.css';
import { useTyped } from './use-typed';

type Props = {
  readonly book: Book;
  readonly label: string;
  readonly note: string;
  /** What was typed before and could not be kept. */
  readonly draft: string | null;
  /** Resolves to whether it was kept. */
  readonly onNote: (note: string) => Promise<boolean>;
};

/** A note, kept when it is left, or when its day is. */
export function NoteField({ book, label, note, draft, onNote }: Props) {
  const id = useId();
  const { typed, type, keep } = useTyped(
    book,
    (text) => (text.trim() === note ? Promise.resolve(true) : onNote(text)),
    draft,
  );
  return (
    <div className={styles['note']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={2000}
        value={typed ?? note}
        onChange={({ target }) => {
          type(target.value);
        }}
        onBlur={keep}
      />
    </div>
  );
}
