import { useEffect, useId, useRef, useState } from 'react';
import styles from './day-panel.module.css';

type Props = { readonly label: string; readonly note: string; readonly onNote: (note: string) => void };

/** A note, kept when it is left, or when its day is. */
export function NoteField({ label, note, onNote }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const last = useRef({ typed, note, onNote });
  useEffect(() => {
    last.current = { typed, note, onNote };
  });
  useEffect(
    () => () => {
      const { typed: left, note: kept, onNote: keep } = last.current;
      if (left !== null && left.trim() !== kept) keep(left);
    },
    [],
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
          setTyped(target.value);
        }}
        onBlur={() => {
          if (typed !== null && typed.trim() !== note) onNote(typed);
          setTyped(null);
        }}
      />
    </div>
  );
}
