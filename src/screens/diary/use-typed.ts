import { useEffect, useRef, useState } from 'react';
import type { Book } from '../../state/outcomes/book';

export type Typed = {
  /** What stands in the field; null while it is what was kept. */
  readonly typed: string | null;
  readonly type: (text: string | null) => void;
  /** Keeps what was typed: for when the field is left, or Enter is pressed. */
  readonly keep: () => void;
};

/**
 * Text that is being typed for a book. It is kept when its field is left, when the field goes, and before the vault locks, and
 * stays in the field until it was. `onKeep` resolves to whether it was kept.
 */
export function useTyped(
  book: Pick<Book, 'typing'>,
  onKeep: (text: string) => Promise<boolean>,
  begin: string | null = null,
): Typed {
  const [typed, setTyped] = useState(begin);
  const last = useRef({ typed, onKeep });
  useEffect(() => {
    last.current = { typed, onKeep };
  });
  const keep = async (): Promise<void> => {
    const { typed: text, onKeep: kept } = last.current;
    if (text === null) return;
    // What is typed on meanwhile is not what was kept.
    if (await kept(text)) setTyped((now) => (now === text ? null : now));
  };
  const keptNow = useRef(keep);
  const { typing } = book;
  useEffect(() => {
    const keepLast = () => keptNow.current();
    typing.add(keepLast);
    return () => {
      typing.delete(keepLast);
      void keepLast();
    };
  }, [typing]);
  return { typed, type: setTyped, keep: () => void keep() };
}
