import { useRef, useState } from 'react';
import { dayIn, withDay, withoutDay } from '../../outcomes/diary';
import type { DiaryDay } from '../../outcomes/diary-day';
import type { Day } from '../../record/calendar';
import type { Book } from '../../state/outcomes/book';

/** What becomes of a day; undefined: nothing is recorded of it then; null: it stays as it is. */
export type DayChange = (before: DiaryDay | undefined) => DiaryDay | undefined | null;

export type DiaryHand = {
  /** Changes one day and keeps it. Resolves once it was kept or not; the book says which. */
  readonly edit: (day: Day, change: DayChange) => Promise<void>;
  /** Puts the day that was changed last back as it was, and says which; null where nothing was changed here. */
  readonly undo: () => Promise<Day | null>;
  readonly canUndo: boolean;
};

type Step = { readonly day: Day; readonly before: DiaryDay | undefined };

/** So many steps can be taken back. Chosen. */
const mostSteps = 100;

/** Changes days of a diary, and takes them back. */
export function useDiary(book: Book): DiaryHand {
  const steps = useRef<Step[]>([]);
  const [count, setCount] = useState(0);
  // What is taken back is what was done last, even if that is still being written.
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.current.then(work, work);
    turn.current = mine.catch(() => undefined);
    return mine;
  };
  /** A change may be asked again where another window came before it: what counts is what it was told last. */
  const put = async (day: Day, change: DayChange): Promise<Step | null> => {
    let done: Step | null = null;
    const failed = await book.changeDiary((diary) => {
      const before = dayIn(diary, day);
      const after = change(before);
      if (after === null || after === before) {
        done = null;
        return diary;
      }
      done = { day, before };
      return after === undefined ? withoutDay(diary, day) : withDay(diary, after);
    });
    return failed === null ? done : null;
  };
  return {
    edit: (day, change) =>
      inTurn(async () => {
        const step = await put(day, change);
        if (step === null) return;
        steps.current = [...steps.current.slice(1 - mostSteps), step];
        setCount(steps.current.length);
      }),
    undo: () =>
      inTurn(async () => {
        const last = steps.current.pop();
        setCount(steps.current.length);
        if (last === undefined) return null;
        await put(last.day, () => last.before);
        return last.day;
      }),
    canUndo: count > 0,
  };
}
