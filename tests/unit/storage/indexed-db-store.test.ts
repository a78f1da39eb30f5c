import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { databaseVersion } from '../../../src/storage/database';
import { createIndexedDbStore, type IndexedDbStore } from '../../../src/storage/indexed-db-store';
import { mutate, seeded } from '../../support/mutations';
import { sampleSession } from '../../support/sample-sessions';
import { describeStore } from './store-contract';

const now = () => '2026-03-02T10:00:00+01:00';
const opened: IndexedDbStore[] = [];
let databases = 0;

function freshName(): string {
  databases += 1;
  return `aliquot-test-${String(databases)}`;
}

/** A method to be called on another object, by whoever stands in for it. */
const method = <T extends object, K extends keyof T>(of: T, name: K): T[K] => Reflect.get(of, name);

function windowOn(name: string): IndexedDbStore {
  const store = createIndexedDbStore({ now, name, channel: new BroadcastChannel(name) });
  opened.push(store);
  return store;
}

/** Does something to the database behind the store's back, at whatever version it has. */
async function behind<T>(name: string, work: (db: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const db = await openDB(name);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const everything = (name: string) =>
  behind(name, async (db) => [await db.getAll('sessions'), await db.getAll('listing')]);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const store of opened.splice(0)) store.close();
});

describeStore('the IndexedDB store', async () => {
  const name = freshName();
  const here = windowOn(name);
  await here.list();
  return {
    here,
    there: windowOn(name),
    plant: (id, doc, revision) =>
      behind(name, async (db) => {
        await db.put('sessions', { id, revision, savedAt: now(), doc });
      }),
    settle: () => new Promise((resolve) => setTimeout(resolve, 30)),
  };
});

describe('the IndexedDB store when the browser will not', () => {
  const failingPut = (store: string, error: DOMException) => {
    const put = method(IDBObjectStore.prototype, 'put');
    return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === store) throw error;
      return put.apply(this, args);
    });
  };

  it.each(['sessions', 'listing'])('says the disk is full, writes nothing and recovers (%s)', async (which) => {
    const name = freshName();
    const store = windowOn(name);
    const session = sampleSession();
    await store.save(session, 0);
    const before = await everything(name);
    failingPut(which, new DOMException('no room', 'QuotaExceededError'));
    const full = { ok: false, error: { kind: 'DiskFull' } };
    expect(await store.save({ ...session, note: 'more' }, 1)).toEqual(full);
    expect(await everything(name)).toEqual(before);
    vi.restoreAllMocks();
    expect(await store.save({ ...session, note: 'more' }, 1)).toEqual({ ok: true, value: 2 });
  });

  it('does not call a session saved whose transaction was rolled back after every request succeeded', async () => {
    const name = freshName();
    const store = windowOn(name);
    const session = sampleSession();
    await store.save(session, 0);
    const put = method(IDBObjectStore.prototype, 'put');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      if (this.name === 'listing') {
        const tx = this.transaction;
        request.addEventListener('success', () => {
          tx.abort();
        });
      }
      return request;
    });
    expect(await store.save({ ...session, note: 'lost' }, 1)).toMatchObject({
      ok: false,
      error: { kind: 'Unavailable' },
    });
    vi.restoreAllMocks();
    expect(await store.load(session.id)).toMatchObject({ value: { revision: 1, session: { note: session.note } } });
  });

  it('writes relaxed unless asked to be strict', async () => {
    const store = windowOn(freshName());
    const session = sampleSession();
    await store.list();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.save(session, 0);
    expect(transaction).toHaveBeenLastCalledWith(['sessions', 'listing'], 'readwrite', { durability: 'relaxed' });
    await store.save(session, 1, 'strict');
    expect(transaction).toHaveBeenLastCalledWith(['sessions', 'listing'], 'readwrite', { durability: 'strict' });
  });

  it('says so where there is no IndexedDB, and where opening it is forbidden, and works once it is there', async () => {
    const store = windowOn(freshName());
    vi.stubGlobal('indexedDB', undefined);
    expect(await store.list()).toMatchObject({ ok: false, error: { kind: 'Unavailable' } });
    vi.unstubAllGlobals();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('private window', 'SecurityError');
    });
    expect(await store.save(sampleSession(), 0)).toEqual({
      ok: false,
      error: { kind: 'Unavailable', why: 'private window' },
    });
    vi.restoreAllMocks();
    expect(await store.save(sampleSession(), 0)).toEqual({ ok: true, value: 1 });
  });

  it('keeps a session that cannot be cloned out of the database whole', async () => {
    const name = freshName();
    const store = windowOn(name);
    const odd = sampleSession({ unknown: { broken: () => undefined } });
    expect(await store.save(odd, 0)).toMatchObject({ ok: false, error: { kind: 'Unavailable' } });
    expect(await everything(name)).toEqual([[], []]);
  });

  it('will not write over a record whose revision cannot be read', async () => {
    const name = freshName();
    const store = windowOn(name);
    const session = sampleSession();
    await store.save(session, 0);
    await behind(name, (db) => db.put('sessions', { id: session.id, doc: session }));
    expect(await store.save(session, 1)).toMatchObject({ ok: false, error: { kind: 'Damaged' } });
    expect(await store.load(session.id)).toMatchObject({ ok: false, error: { kind: 'Damaged' } });
  });

  it('lists a sound record whose listing row is missing or garbled', async () => {
    const name = freshName();
    const store = windowOn(name);
    await store.save(sampleSession({ id: 'a' }), 0);
    await store.save(sampleSession({ id: 'b' }), 0);
    await behind(name, async (db) => {
      await db.delete('listing', 'a');
      await db.put('listing', { id: 'b', kind: 'session', given: -3 });
    });
    const listed = await store.list();
    expect(listed.ok && listed.value.map((row) => [row.id, row.kind])).toEqual([
      ['b', 'session'],
      ['a', 'session'],
    ]);
  });

  it('does not take the record of another session for the one asked for', async () => {
    const name = freshName();
    const store = windowOn(name);
    await store.list();
    await behind(name, (db) => db.put('sessions', { id: 'mine', revision: 1, savedAt: now(), doc: sampleSession() }));
    expect(await store.load('mine')).toMatchObject({ ok: false, error: { kind: 'Damaged' } });
  });

  it('puts nothing about a person into a key, an index or a message', async () => {
    const name = freshName();
    const store = windowOn(name);
    const said: unknown[] = [];
    const channel = new BroadcastChannel(name);
    channel.onmessage = (event: MessageEvent<unknown>) => said.push(event.data);
    await store.save(sampleSession({ id: 's1', patient: { id: 'p-1', label: 'Karla Muster' } }), 0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    channel.close();
    expect(said).toEqual([{ id: 's1', revision: 1 }]);
    await behind(name, async (db) => {
      for (const storeName of db.objectStoreNames) {
        expect([...db.transaction(storeName).store.indexNames]).toEqual([]);
        expect(await db.getAllKeys(storeName)).toEqual(['s1']);
      }
    });
  });
});

describe('two versions of the app on one database', () => {
  it('lets a newer version take the database over at once, and then neither reads nor writes', async () => {
    const name = freshName();
    const old = windowOn(name);
    const session = sampleSession();
    await old.save(session, 0);
    const blocked = vi.fn();
    const newer = await openDB(name, databaseVersion + 1, { blocked });
    const refused = { ok: false, error: { kind: 'NewerVersion', found: databaseVersion + 1, known: databaseVersion } };
    expect(await old.save({ ...session, note: 'old' }, 1)).toEqual(refused);
    expect(await old.load(session.id)).toEqual(refused);
    expect(await old.list()).toEqual(refused);
    expect(blocked).not.toHaveBeenCalled();
    expect(await newer.get('sessions', session.id)).toMatchObject({ revision: 1, doc: { note: session.note } });
    newer.close();
  });

  it('completes a save under way before it lets go', async () => {
    const name = freshName();
    const old = windowOn(name);
    await old.list();
    const session = sampleSession();
    const [saved, newer] = await Promise.all([old.save(session, 0), openDB(name, databaseVersion + 1)]);
    const kept: unknown = await newer.get('sessions', session.id);
    expect(saved.ok ? kept : !kept).toBeTruthy();
    newer.close();
  });

  it('says that an older window is in the way, and goes on when it has closed', async () => {
    const name = freshName();
    // A window of a version before the first: it never lets go by itself.
    const stubborn = await openDB(name, 1);
    const open = method(IDBFactory.prototype, 'open');
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, db, version) {
      return open.call(this, db, version === undefined ? undefined : version + 1);
    });
    const store = windowOn(name);
    expect(await store.list()).toMatchObject({ ok: false, error: { kind: 'Unavailable' } });
    expect(await store.list()).toMatchObject({ ok: false, error: { kind: 'Unavailable' } });
    stubborn.close();
    await vi.waitFor(async () => {
      // The database of this test skipped the first upgrade step, so it opens and has no tables.
      expect(await store.list()).not.toMatchObject({
        error: { why: expect.stringContaining('older version') as string },
      });
    });
  });

  it('opens again after the browser dropped the connection', async () => {
    const name = freshName();
    const store = windowOn(name);
    const session = sampleSession();
    await store.save(session, 0);
    const transaction = method(IDBDatabase.prototype, 'transaction');
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, ...args) {
      this.close();
      return transaction.apply(this, args);
    });
    expect(await store.save({ ...session, note: 'after' }, 1)).toEqual({ ok: true, value: 2 });
  });
});

describe('damaged records', () => {
  it('are told, however they are damaged, and nothing in the store changes', async () => {
    const name = freshName();
    const store = windowOn(name);
    const sound = sampleSession({ id: 'sound' });
    await store.save(sound, 0);
    const text = JSON.stringify(sampleSession(), null, 1);
    const random = seeded(7);
    let damaged = 0;
    for (let n = 0; n < 120; n += 1) {
      const doc = parsedOrText(mutate(text, random));
      const id = `m-${String(n)}`;
      await behind(name, (db) => db.put('sessions', { id, revision: 1, savedAt: now(), doc }));
      const before = await everything(name);
      const loaded = await store.load(id);
      expect(loaded).toMatchObject({ ok: false, error: { kind: 'Damaged', id } });
      if (!loaded.ok && loaded.error.kind === 'Damaged' && loaded.error.why !== otherSession) damaged += 1;
      expect((await store.loadRaw(id)).ok).toBe(true);
      expect(await store.save(sampleSession({ id }), 0)).toMatchObject({ ok: false });
      expect(await everything(name)).toEqual(before);
      await behind(name, (db) => db.delete('sessions', id));
    }
    expect(damaged).toBeGreaterThan(60);
    expect(await store.list()).toMatchObject({ ok: true, value: [{ kind: 'session', id: 'sound' }] });
  });
});

// The id of the mutated session is not that of its row: even an unharmed one must not pass.
const otherSession = 'it holds the record of another session';

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
