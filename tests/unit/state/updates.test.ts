import { describe, expect, it } from 'vitest';
import type { Signature } from '../../../src/state/signature';
import { busyWith, createUpdates, noticeFits, type Busy, type Refused } from '../../../src/state/updates';
import { sampleSession } from '../../support/sample-sessions';

const unsigned: Signature = { kind: 'unsigned' };
const signed: Signature = { kind: 'signed', by: 'A', at: '2026-03-02T10:00:00Z', versions: 1, knownKey: true };
const saved = { kind: 'saved', at: '2026-03-02T10:00:00Z' } as const;
const open = sampleSession();
const finished = { ...open, finishedAt: '2026-03-02T11:00:00Z' };

describe('a window that may be loaded anew', () => {
  it('has no session open: none at all, or one that is finished or signed', () => {
    const at = (session: typeof open | null, signature: Signature | null) =>
      busyWith({ session, signature, save: session === null ? null : saved }, false);
    expect(at(null, null)).toBeNull();
    expect(at(open, unsigned)).toBe('session');
    // Nobody knows yet who signed it.
    expect(at(open, null)).toBe('session');
    expect(at(open, signed)).toBeNull();
    expect(at(finished, unsigned)).toBeNull();
  });

  it('has kept every step, and nothing else under way', () => {
    const error = { kind: 'DiskFull' } as const;
    const of = (save: Parameters<typeof busyWith>[0]['save'], work: boolean) =>
      busyWith({ session: finished, signature: unsigned, save }, work);
    expect(of({ kind: 'not-saved', error }, true)).toBe('not-saved');
    expect(of({ kind: 'saving' }, false)).toBe('not-saved');
    expect(of(saved, true)).toBe('work');
    expect(of(saved, false)).toBeNull();
  });
});

describe('the notice of a newer version', () => {
  const waiting = { app: '0.2.0', hash: 'b', taken: false };
  const shown = { screen: 'records', lock: 'open', sessionOpen: false } as const;

  it('stands above a screen while a newer one waits that was not put off', () => {
    expect(noticeFits({ waiting, putOff: null }, shown)).toBe(true);
    expect(noticeFits({ waiting, putOff: 'a' }, shown)).toBe(true);
    expect(noticeFits({ waiting, putOff: 'b' }, shown)).toBe(false);
    expect(noticeFits({ waiting: null, putOff: null }, shown)).toBe(false);
  });

  it('moves nothing under a hand that charts, and shows to no patient and behind no lock', () => {
    const at = (also: Partial<Parameters<typeof noticeFits>[1]>) =>
      noticeFits({ waiting, putOff: null }, { ...shown, ...also });
    expect(at({ screen: 'chart' })).toBe(true);
    expect(at({ screen: 'chart', sessionOpen: true })).toBe(false);
    expect(at({ sessionOpen: true })).toBe(true);
    for (const screen of ['preview', 'second', 'settings'] as const) expect(at({ screen }), screen).toBe(false);
    for (const lock of ['locked', 'read-only', 'gone'] as const) expect(at({ lock }), lock).toBe(false);
  });
});

function desk({
  busy = null,
  refused = null,
}: {
  readonly busy?: Busy | null;
  readonly refused?: Refused | null;
} = {}) {
  const done: string[] = [];
  const now = { busy, refused };
  let putOff: string | null = null;
  const updates = createUpdates({
    standing: () => {
      done.push('asked');
      return Promise.resolve(now.busy);
    },
    take: () => {
      done.push('taken');
      return Promise.resolve(now.refused);
    },
    reload: () => {
      done.push('reloaded');
    },
    putOff: {
      read: () => putOff,
      write: (hash) => {
        putOff = hash;
      },
    },
  });
  const wait = (taken = false) => {
    updates.store.setState({ waiting: { app: '0.2.0', hash: 'b', taken } });
  };
  return { updates, done, now, wait, putOff: () => putOff, state: updates.store.getState };
}

describe('a newer version', () => {
  it('is taken by the press alone, once, and nothing is loaded anew before it is in charge', async () => {
    const { updates, done, wait, state } = desk();
    await updates.take();
    expect(done).toEqual([]);
    wait();
    expect(done).toEqual([]);
    await Promise.all([updates.take(), updates.take()]);
    expect(done).toEqual(['taken']);
    expect(state().taking).toBe(true);
    await updates.taken();
    expect(done).toEqual(['taken', 'asked', 'reloaded']);
  });

  it('is refused with the reason, and may be asked for again', async () => {
    const { updates, done, now, wait, state } = desk({ refused: { why: 'session', where: 'elsewhere' } });
    wait();
    await updates.take();
    expect(state()).toMatchObject({ taking: false, refused: { why: 'session', where: 'elsewhere' } });
    expect(done).not.toContain('reloaded');
    now.refused = null;
    await updates.take();
    expect(state()).toMatchObject({ taking: true, refused: null });
  });

  it('that another window took is never loaded under an open session: it waits for the next press', async () => {
    const { updates, done, now, wait, state } = desk({ busy: 'session' });
    wait();
    await updates.taken();
    expect(state().waiting?.taken).toBe(true);
    await updates.take();
    expect(state().refused).toEqual({ why: 'session', where: 'here' });
    expect(done).not.toContain('reloaded');
    now.busy = null;
    await updates.take();
    expect(done.at(-1)).toBe('reloaded');
    expect(done).not.toContain('taken');
  });

  it('that is put off stays so for this window, and is still there to be taken', async () => {
    const { updates, done, wait, putOff, state } = desk();
    updates.later();
    expect(putOff()).toBeNull();
    wait();
    updates.later();
    expect(putOff()).toBe('b');
    expect(state().putOff).toBe('b');
    await updates.take();
    expect(done).toEqual(['taken']);
  });
});
