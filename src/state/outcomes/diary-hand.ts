import { dayIn, withDay, withoutDay } from '../../outcomes/diary';
import type { DiaryDay } from '../../outcomes/diary-day';
import { saysTheSame } from '../../outcomes/diary-edit';
import type { Day } from '../../record/calendar';
import type { Book } from './book';

/** What becomes of a day; undefined: nothing is recorded of it then; null: it stays as it is. */
export type DayChange = (before: DiaryDay | undefined) => DiaryDay | undefined | null;

/** What became of a step that was to be taken back: `changed` where the day is not what the step had made of it any more. */
type Undone = { readonly day: Day; readonly kind: 'undone' | 'changed' | 'not-kept' };

export type DiaryHand = {
  /**
   * Changes one day and keeps it. Resolves to whether the day is as the change asked: false where it could not be written, which
   * the book tells, and where the change let the day be.
   */
  readonly edit: (day: Day, change: DayChange) => Promise<boolean>;
  /** Puts the day that was changed last back as it was; null where there is nothing to be taken back. */
  readonly undo: () => Promise<Undone | null>;
  /** Resolves once everything that was asked is done. */
  readonly settled: () => Promise<unknown>;
  /** How many steps can be taken back. */
  readonly steps: () => number;
};

type Step = { readonly day: Day; readonly before: DiaryDay | undefined; readonly after: DiaryDay | undefined };

/** So many steps can be taken back. Chosen. */
const mostSteps = 100;

/** Changes days of a diary, and takes them back. */
export function createDiaryHand(book: Pick<Book, 'changeDiary'>): DiaryHand {
  let steps: readonly Step[] = [];
  // What is taken back is what was done last, even if that is still being written.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  /** A change may be asked again where another window came before it: what counts is what it was told last. */
  const put = async (day: Day, change: DayChange) => {
    let step: Step | null = null;
    let refused = false;
    const failed = await book.changeDiary((diary) => {
      const before = dayIn(diary, day);
      const after = change(before);
      refused = after === null;
      step = after === null || after === before ? null : { day, before, after };
      if (after === null || after === before) return diary;
      return after === undefined ? withoutDay(diary, day) : withDay(diary, after);
    });
    return { kept: failed === null, refused, step: failed === null ? (step as Step | null) : null };
  };
  return {
    edit: (day, change) =>
      inTurn(async () => {
        const { kept, refused, step } = await put(day, change);
        if (step !== null) steps = [...steps.slice(1 - mostSteps), step];
        return kept && !refused;
      }),
    undo: () =>
      inTurn(async (): Promise<Undone | null> => {
        const last = steps.at(-1);
        if (last === undefined) return null;
        const { day, before, after } = last;
        // Another window may have written something else of the day: that is not this step's to take back.
        const { kept, refused } = await put(day, (now) => (isSame(now, after) ? before : null));
        if (!kept) return { day, kind: 'not-kept' };
        steps = steps.slice(0, -1);
        return { day, kind: refused ? 'changed' : 'undone' };
      }),
    settled: () => turn,
    steps: () => steps.length,
  };
}

const isSame = (a: DiaryDay | undefined, b: DiaryDay | undefined): boolean =>
  a === undefined || b === undefined ? a === b : saysTheSame(a, b);
