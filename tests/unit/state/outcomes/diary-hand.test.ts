import { beforeEach, describe, expect, it } from 'vitest';
import { dayIn, type Diary, emptyDiary, withDay } from '../../../../src/outcomes/diary';
import { withNote, withoutHeadache, withSeverity } from '../../../../src/outcomes/diary-edit';
import type { StoreError } from '../../../../src/record/ports';
import { createDiaryHand, type DiaryHand } from '../../../../src/state/outcomes/diary-hand';

const day = '2026-03-01';
let diary: Diary;
let failing: StoreError | null;
let hand: DiaryHand;
beforeEach(() => {
  diary = emptyDiary('p-1');
  failing = null;
  hand = createDiaryHand({
    changeDiary(change) {
      const next = change(diary);
      if (failing === null) diary = next;
      return Promise.resolve(failing);
    },
  });
});
const free = () => hand.edit(day, (now) => withoutHeadache(day, now));
const note = () => dayIn(diary, day)?.note;

describe('a hand on a diary', () => {
  it('takes back what it did last, even while that is being written', async () => {
    void free();
    expect(await hand.undo()).toEqual({ day, kind: 'undone' });
    expect([dayIn(diary, day), hand.steps(), await hand.undo()]).toEqual([undefined, 0, null]);
  });

  it('takes back nothing of a day that another window has changed since, and says so', async () => {
    await free();
    diary = withDay(diary, withNote(withoutHeadache(day, undefined), 'from the other window'));
    expect(await hand.undo()).toEqual({ day, kind: 'changed' });
    expect([note(), hand.steps()]).toEqual(['from the other window', 0]);
    await hand.edit(day, () => undefined);
    diary = withDay(diary, withoutHeadache(day, undefined));
    expect(await hand.undo()).toEqual({ day, kind: 'changed' });
    expect(dayIn(diary, day)?.attacks).toEqual([]);
  });

  it('says whether a change was kept: not where it could not be written, nor where the day was let be', async () => {
    expect(await free()).toBe(true);
    expect(await hand.edit(day, () => null)).toBe(false);
    expect(await hand.edit(day, (now) => now)).toBe(true);
    failing = { kind: 'DiskFull' };
    expect(await hand.edit(day, (now) => withSeverity(day, now, 2, 'a-1'))).toBe(false);
    expect(hand.steps()).toBe(1);
    // What could not be taken back can be tried again.
    expect(await hand.undo()).toEqual({ day, kind: 'not-kept' });
    failing = null;
    expect(await hand.undo()).toEqual({ day, kind: 'undone' });
  });

  it('is settled once everything that was asked of it is done', async () => {
    void free();
    void hand.edit(day, (now) => (now === undefined ? null : withNote(now, 'rain')));
    await hand.settled();
    expect(note()).toBe('rain');
  });
});
