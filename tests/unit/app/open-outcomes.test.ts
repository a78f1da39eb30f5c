import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type BeforeLock, openOutcomes } from '../../../src/app/open-outcomes';
import { withDay } from '../../../src/outcomes/diary';
import { withoutHeadache } from '../../../src/outcomes/diary-edit';
import { createLock } from '../../../src/state/lock';
import { openMemoryRecords } from '../../../src/storage/memory-records';

type Kit = Parameters<typeof openOutcomes>[0];

const open = async () => {
  const records = await openMemoryRecords({ now: () => '2026-11-30T08:00:00+01:00' });
  const ask = vi.fn(() => Promise.resolve(true));
  const lock = createLock(false);
  const beforeLock: BeforeLock = new Set();
  const kit: Partial<Record<keyof Kit, unknown>> = {
    store: { records: () => Promise.resolve(records), list: () => records.sessions.list() },
    lock,
    persistence: { ask },
    beforeLock,
  };
  // Of the kit of the app, no more is needed while Preview is not opened.
  return { outcomes: openOutcomes(kit as unknown as Kit), ask, lock, beforeLock };
};
let opened: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  opened = await open();
});
const free = (day: string) => (diary: Parameters<typeof withDay>[0]) => withDay(diary, withoutHeadache(day, undefined));

describe('what is kept between sessions', () => {
  it('has the browser asked once to keep it, when the first of it was written: a diary may be all there is', async () => {
    const { outcomes, ask } = opened;
    expect(await outcomes.holdsAny()).toEqual({ ok: true, value: false });
    const book = outcomes.bookOf('own');
    await book.ready();
    expect(ask).not.toHaveBeenCalled();
    await book.changeDiary(free('2026-03-01'));
    await book.changeDiary(free('2026-03-02'));
    expect(ask).toHaveBeenCalledOnce();
    expect([await outcomes.holdsAny(), await outcomes.isOwnDevice()]).toEqual([{ ok: true, value: true }, true]);
  });

  it('keeps what is typed in any book before the vault locks, and then holds nothing of it', async () => {
    const { outcomes, beforeLock, lock } = opened;
    const book = outcomes.bookOf('p-1');
    book.typing.add(() => book.changeDiary(free('2026-03-01')));
    await Promise.all([...beforeLock].map((flush) => flush()));
    expect(book.store.getState()).toMatchObject({ diary: { days: [{ day: '2026-03-01' }] } });
    lock.setState({ state: 'locked' });
    expect(book.store.getState()).toEqual({ kind: 'reading' });
  });

  it('holds the books of the last few patients alone, and each that has something to be kept', async () => {
    const { outcomes } = opened;
    const asked = async (from: number, to: number) => {
      for (let n = from; n < to; n += 1) await outcomes.bookOf(`p-${String(n)}`).ready();
    };
    const [typedIn, shown, left] = ['typed-in', 'shown', 'left'].map((patient) => outcomes.bookOf(patient));
    await Promise.all([typedIn?.ready(), shown?.ready(), left?.ready()]);
    typedIn?.typing.add(() => Promise.resolve());
    await asked(0, 13);
    // A screen asks for its own whenever it is drawn anew.
    expect(outcomes.bookOf('shown')).toBe(shown);
    await asked(13, 20);
    expect(outcomes.bookOf('typed-in')).toBe(typedIn);
    expect(outcomes.bookOf('shown')).toBe(shown);
    expect(outcomes.bookOf('left')).not.toBe(left);
  });
});
