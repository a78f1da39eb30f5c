import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { databaseVersion } from '../../../src/storage/database';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import { sampleSession } from '../../support/sample-sessions';
import { behind, documentRows, everything, freshName, plainDatabase } from '../../support/vault-rows';

const now = () => '2026-03-02T10:00:00+01:00';
const opened: KeptRecords[] = [];
const windowOn = (name: string): KeptRecords => {
  const records = openRecords({ now, name, channel: new BroadcastChannel(name) });
  opened.push(records);
  return records;
};
afterEach(() => {
  vi.restoreAllMocks();
  for (const records of opened.splice(0)) records.close();
});

const sessions = ['a', 'b', 'c'].map((id, n) => sampleSession({ id, note: `note ${id}`, startedAt: startOf(n) }));
function startOf(n: number): string {
  return `2026-01-0${String(n + 1)}T09:00:00+01:00`;
}

const plainRows = (name: string) => behind(name, async (db) => (await db.getAll('sessions')) as { id: string }[]);

/** Everything of the three records, revisions included, as a window reads it. */
async function expectAllThere(name: string): Promise<void> {
  const { sessions: store } = windowOn(name);
  const listed = await store.list();
  expect(listed.ok && listed.value.map(({ id, kind }) => [kind, id])).toEqual([
    ['session', 'c'],
    ['session', 'b'],
    ['session', 'a'],
  ]);
  for (const [n, session] of sessions.entries())
    expect(await store.load(session.id)).toEqual({ ok: true, value: { session, revision: n + 1 } });
}

describe('a plain database of version 1', () => {
  it('is taken over whole on first use, and holds nothing in plain afterwards', async () => {
    const name = freshName();
    await plainDatabase(name, sessions);
    await expectAllThere(name);
    const lying = await everything(name);
    expect(lying['sessions']).toEqual([]);
    expect(lying['listing']).toEqual([]);
    expect((await documentRows(name)).filter(({ kind }) => kind === 'session')).toHaveLength(3);
    // Once taken over it is an ordinary vault.
    expect(await windowOn(name).sessions.save({ ...sessions[1]!, note: 'later' }, 2)).toEqual({ ok: true, value: 3 });
  });

  it('keeps damaged records as damaged ones, to be handed out as they lay', async () => {
    const name = freshName();
    await plainDatabase(name, sessions.slice(0, 1));
    await behind(name, async (db) => {
      await db.put('sessions', { id: 'odd', revision: 4, savedAt: now(), doc: { half: 'a session' } });
      await db.put('sessions', { id: 'odder', doc: 7 });
    });
    const { sessions: store } = windowOn(name);
    const listed = await store.list();
    expect(listed.ok && listed.value.map(({ id, kind }) => [kind, id]).sort()).toEqual([
      ['damaged', 'odd'],
      ['damaged', 'odder'],
      ['session', 'a'],
    ]);
    expect(await store.loadRaw('odd')).toMatchObject({ value: expect.stringContaining('half') as string });
    expect(await store.loadRaw('odder')).toMatchObject({ value: expect.stringContaining('7') as string });
    expect(await plainRows(name)).toEqual([]);
  });

  // Every request the take-over makes, one at a time: the failing one throws, as a full disk or a dying browser would.
  const watched = ['put', 'get', 'delete', 'getKey', 'getAllKeys', 'add'] as const;
  const failAt = (nth: number): { failed: () => boolean } => {
    let calls = 0;
    let failed = false;
    for (const method of watched) {
      const real = Reflect.get(IDBObjectStore.prototype, method) as (...args: unknown[]) => IDBRequest;
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        ...args: unknown[]
      ) {
        calls += 1;
        // What comes after it fails too: the window is gone.
        if (calls >= nth) {
          failed = true;
          throw new DOMException('no room', 'QuotaExceededError');
        }
        return real.apply(this, args) as never;
      });
    }
    return { failed: () => failed };
  };

  it('loses nothing wherever the take-over breaks off, and is finished by the next window', async () => {
    let steps = 0;
    for (let nth = 1; ; nth += 1) {
      const name = freshName();
      await plainDatabase(name, sessions);
      const { failed } = failAt(nth);
      const records = windowOn(name);
      const access = await records.vault.access();
      const broke = failed();
      vi.restoreAllMocks();
      if (!broke) {
        expect(access.ok).toBe(true);
        break;
      }
      expect(access).toEqual({ ok: false, error: { kind: 'DiskFull' } });
      // Never half emptied: all of the plain records, or none.
      expect([0, 3]).toContain((await plainRows(name)).length);
      await expectAllThere(name);
      expect(await plainRows(name)).toEqual([]);
      steps += 1;
    }
    expect(steps).toBeGreaterThan(25);
  });

  it('is not emptied when a copy does not read back as it was', async () => {
    const name = freshName();
    await plainDatabase(name, sessions);
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...args: unknown[]) => IDBRequest<IDBValidKey>;
    let spoilt = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
      const { kind, data } = row as { kind?: string; data: Uint8Array };
      if (kind !== 'session' || spoilt > 0) return put.call(this, row);
      spoilt += 1;
      return put.call(this, { ...(row as object), data: data.map((byte, n) => (n === 5 ? byte ^ 1 : byte)) });
    });
    expect(await windowOn(name).sessions.list()).toMatchObject({ ok: false, error: { kind: 'Unavailable' } });
    expect(spoilt).toBe(1);
    expect(await plainRows(name)).toHaveLength(3);
    vi.restoreAllMocks();
    await expectAllThere(name);
  });

  it('is taken over once by two windows that open at the same moment, under one key', async () => {
    const name = freshName();
    await plainDatabase(name, sessions);
    const [one, other] = [windowOn(name), windowOn(name)];
    const listed = await Promise.all([one.sessions.list(), other.sessions.list()]);
    for (const each of listed) expect(each.ok && each.value.map(({ kind }) => kind)).toEqual(Array(3).fill('session'));
    expect(await other.sessions.save({ ...sessions[0]!, note: 'newer' }, 1)).toEqual({ ok: true, value: 2 });
    expect(await one.sessions.load('a')).toMatchObject({ value: { revision: 2, session: { note: 'newer' } } });
    expect((await behind(name, (db) => db.getAll('header'))).length).toBe(1);
  });

  it('does not write an old plain record over what a quicker window has taken over and changed', async () => {
    const name = freshName();
    await plainDatabase(name, sessions);
    const [slow, quick] = [windowOn(name), windowOn(name)];
    // The slow window is held before it writes its first record, until the quick one is done.
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let first = true;
    const reached = new Promise<void>((resolve) => {
      vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...args) => {
        if (first) {
          first = false;
          resolve();
          await held;
        }
        return encrypt(...args);
      });
    });
    const slowly = slow.sessions.list();
    await reached;
    await quick.sessions.list();
    await quick.sessions.save({ ...sessions[0]!, note: 'newer' }, 1);
    release();
    expect((await slowly).ok).toBe(true);
    expect(await quick.sessions.load('a')).toMatchObject({ value: { revision: 2, session: { note: 'newer' } } });
  });
});

describe('a database of a newer version', () => {
  it('is refused and left alone, vault and all', async () => {
    const name = freshName();
    await windowOn(name).sessions.save(sessions[0]!, 0);
    for (const records of opened.splice(0)) records.close();
    (await openDB(name, databaseVersion + 1)).close();
    const before = await everything(name);
    const { sessions: store, vault } = windowOn(name);
    const refused = { ok: false, error: { kind: 'NewerVersion', found: databaseVersion + 1, known: databaseVersion } };
    expect(await store.list()).toEqual(refused);
    expect(await store.save(sessions[0]!, 1)).toEqual(refused);
    expect(await vault.unlock('a passphrase')).toEqual(refused);
    expect(await vault.changePassphrase(null, 'a passphrase')).toEqual(refused);
    expect(await everything(name)).toEqual(before);
  });
});
