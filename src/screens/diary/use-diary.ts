import { useEffect, useMemo, useState } from 'react';
import type { Book } from '../../state/outcomes/book';
import { createDiaryHand, type DiaryHand } from '../../state/outcomes/diary-hand';

/** Changes days of a diary, and takes them back; `canUndo` as it is shown. */
export function useDiary(book: Book): Pick<DiaryHand, 'edit' | 'undo'> & { readonly canUndo: boolean } {
  const hand = useMemo(() => createDiaryHand(book), [book]);
  const [count, setCount] = useState(0);
  // Keys may have asked for more than is kept when the vault is to be locked.
  useEffect(() => {
    book.typing.add(hand.settled);
    return () => {
      book.typing.delete(hand.settled);
    };
  }, [book, hand]);
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    setCount(hand.steps());
    return done;
  };
  return {
    edit: (day, change) => counted(hand.edit(day, change)),
    undo: () => counted(hand.undo()),
    canUndo: count > 0,
  };
}
