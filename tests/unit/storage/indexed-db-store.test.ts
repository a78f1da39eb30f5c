import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { databaseVersion } from '../../../src/storage/database';
import { type KeptRecords, openRecords } from '../../../src/storage/open-records';
import type { SessionStore } from '../../../src/record/ports';
import {
  behind,
  documentRows,
  everything,
  freshName,
  keysOf,
  plantSession,
  plantListing,
  sessionKey,
} from '../../support/vault-rows';
import { mutate, seeded } from '../../support/mutations';
import { sampleSession } from '../../support/sample-sessions';
import { openDocument } from '../../../src/storage/documents';
import { openBlock } from '../../../src/storage/listing-blocks';
import { describeStore } from './store-contract';

const now = () => '2026-03-02T10:00:00+01:00';
const opened: KeptRecords[] = [];

/** A method to be called on another object, by whoever stands in for it. */
const method = <T extends object, K extends keyof T>(of: T, name: K): T[K] => Reflect.get(of, name);

function windowOn(name: string): SessionStore {
  const records = openRecords({ now, name, channel: new BroadcastChannel(name) });
  opened.push(records);
  return records.sessions;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const records of opened.splice(0)) records.close();
});

describeStore('the IndexedDB store', async () => {
  const name = freshName();
  const here = windowOn(name);
  await here.list();
  return {
    here,
    there: windowOn(name),
    plant: (id, doc, revision) => plantSession(name, id, doc, revision),
    settle: () => new Promise((resolve) => setTimeout(resolve, 30)),
  };
});

describe('the IndexedDB store when the browser will not', () => {
  const failingPut = (kind: string, error: DOMException) => {
    const put = method(IDBObjectStore.prototype, 'put');
    return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if ((args[0] as { kind?: string }).kind === kind) throw error;
      return put.apply(this, args);
    });
  };

  it.each(['session', 'listing'])('says the disk is full, writes nothing and recovers (%s)', async (which) => {
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
      if ((args[0] as { kind?: string }).kind === 'listing') {
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
    expect(transaction).toHaveBeenLastCalledWith(['documents'], 'readwrite', { durability: 'relaxed' });
    await store.save(session, 1, 'strict');
    expect(transaction).toHaveBeenLastCalledWith(['documents'], 'readwrite', { durability: 'strict' });
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

  it('keeps a session that no JSON can hold out of the database whole', async () => {
    const name = freshName();
    const store = windowOn(name);
    const odd = sampleSession({ unknown: { broken: () => undefined } });
    expect(await store.save(odd, 0)).toMatchObject({ ok: false, error: { kind: 'Unavailable' } });
    expect(await documentRows(name)).toEqual([]);
  });

  it('will not write over a record whose revision cannot be read', async () => {
    const name = freshName();
    const store = windowOn(name);
    const session = sampleSession();
    await store.save(session, 0);
    const key = await sessionKey(name, session.id);
    await behind(name, (db) => db.put('documents', { kind: 'session', key, data: new Uint8Array(3) }));
    expect(await store.save(session, 1)).toMatchObject({ ok: false, error: { kind: 'Damaged' } });
    expect(await store.load(session.id)).toMatchObject({ ok: false, error: { kind: 'Damaged' } });
  });

  it('lists a sound record whose listing row is missing or garbled', async () => {
    const name = freshName();
    const store = windowOn(name);
    await store.save(sampleSession({ id: 'a' }), 0);
    await store.save(sampleSession({ id: 'b' }), 0);
    await plantListing(name, 'a', undefined);
    await plantListing(name, 'b', { id: 'b', kind: 'session', given: -3 });
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
    await plantSession(name, 'mine', sampleSession(), 1);
    expect(await store.load('mine')).toMatchObject({ ok: false, error: { kind: 'Damaged' } });
  });

  it('puts nothing about a person into a key, an index or a message', async () => {
    const name = freshName();
    const store = windowOn(name);
    const said: unknown[] = [];
    const channel = new BroadcastChannel(name);
    channel.onmessage = (event: MessageEvent<unknown>) => said.push(event.data);
    await store.save(sampleSession({ id: 'first-visit', patient: { id: 'p-1', label: 'Karla Muster' } }), 0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    channel.close();
    expect(said).toEqual([{ id: 'first-visit', revision: 1 }]);
    await behind(name, async (db) => {
      for (const storeName of db.objectStoreNames) {
        const { indexNames } = db.transaction(storeName).store;
        expect([...indexNames]).toEqual(storeName === 'documents' ? ['kind'] : []);
        for (const key of await db.getAllKeys(storeName)) {
          if (storeName === 'header') expect(key).toBe('vault');
          else
            expect(key).toEqual([
              expect.stringMatching(/^(session|listing|last-session)$/),
              expect.stringMatching(/^[\w-]{22}$/),
            ]);
        }
      }
    });
    const lying = String.fromCharCode(...(await documentRows(name)).flatMap(({ data }) => [...data]));
    for (const word of ['Karla', 'first-visit', 'preempt', 'corrugator', '2026']) expect(lying).not.toContain(word);
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
    expect(await newer.getAll('documents')).toMatchObject([
      { kind: 'last-session' },
      { kind: 'listing' },
      { kind: 'session', revision: 1 },
    ]);
    newer.close();
  });

  it('completes a save under way before it lets go', async () => {
    const name = freshName();
    const old = windowOn(name);
    await old.list();
    const session = sampleSession();
    const [saved, newer] = await Promise.all([old.save(session, 0), openDB(name, databaseVersion + 1)]);
    expect(await newer.count('documents')).toBe(saved.ok ? 2 : 0);
    newer.close();
  });

  it('says that an older window is in the way, and goes on when it has closed', async () => {
    const name = freshName();
    // A window of version 1 that does not let go by itself.
    const stubborn = await openDB(name, 1, {
      upgrade(db) {
        db.createObjectStore('sessions', { keyPath: 'id' });
        db.createObjectStore('listing', { keyPath: 'id' });
      },
    });
    const store = windowOn(name);
    expect(await store.list()).toMatchObject({ ok: false, error: { kind: 'Unavailable' } });
    expect(await store.list()).toMatchObject({ ok: false, error: { kind: 'Unavailable' } });
    stubborn.close();
    await vi.waitFor(async () => {
      expect(await store.list()).toEqual({ ok: true, value: [] });
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
      await plantSession(name, id, doc, 1);
      const before = await everything(name);
      const loaded = await store.load(id);
      expect(loaded).toMatchObject({ ok: false, error: { kind: 'Damaged', id } });
      if (!loaded.ok && loaded.error.kind === 'Damaged' && loaded.error.why !== otherSession) damaged += 1;
      expect((await store.loadRaw(id)).ok).toBe(true);
      expect(await store.save(sampleSession({ id }), 0)).toMatchObject({ ok: false });
      expect(await everything(name)).toEqual(before);
      const key = await sessionKey(name, id);
      await behind(name, (db) => db.delete('documents', ['session', key]));
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

describe('a sealed record', () => {
  const two = async () => {
    const name = freshName();
    const store = windowOn(name);
    await store.save(sampleSession({ id: 'a' }), 0);
    await store.save(sampleSession({ id: 'b' }), 0);
    const rows = await documentRows(name);
    const row = async (id: string) => {
      const key = await sessionKey(name, id);
      return rows.find((one) => one.key === key)!;
    };
    return { name, store, a: await row('a'), b: await row('b') };
  };
  const put = (name: string, row: object) => behind(name, (db) => db.put('documents', row));

  it('opens in no other row', async () => {
    const { name, store, a, b } = await two();
    await put(name, { ...a, key: b.key });
    expect(await store.load('b')).toMatchObject({ error: { kind: 'Damaged', why: 'it does not open' } });
    expect(await store.load('a')).toMatchObject({ ok: true });
  });

  it('opens as no other revision and as no other kind', async () => {
    const { name, store, a } = await two();
    await put(name, { ...a, revision: 2 });
    expect(await store.load('a')).toMatchObject({ error: { kind: 'Damaged', why: 'it does not open' } });
    const keys = await keysOf(name);
    expect(await openDocument(keys, a)).not.toBeNull();
    expect(await openDocument(keys, { ...a, kind: 'diary' })).toBeNull();
  });

  it('is not believed when it is an older one that was put back', async () => {
    const { name, store, a } = await two();
    await store.save(sampleSession({ id: 'a', note: 'second' }), 1);
    await put(name, a);
    expect(await store.load('a')).toMatchObject({
      error: { kind: 'Damaged', why: 'it is not the version that was saved last' },
    });
  });

  it('never uses an IV twice, not even for the same text', async () => {
    const { name, store } = await two();
    const session = sampleSession({ id: 'a' });
    const ivs = new Set<string>();
    for (let revision = 1; revision <= 20; revision += 1) {
      for (const { iv } of await documentRows(name)) ivs.add(iv.join());
      await store.save(session, revision);
    }
    // Two sessions in two blocks at first (or one), then a record and its block each time.
    expect(ivs.size).toBeGreaterThanOrEqual(3 + 2 * 19);
  });

  it('is told as damaged when one bit of it flips, and handed out as it lies', async () => {
    const { name, store, a } = await two();
    const data = a.data.slice();
    data[7] = (data[7] ?? 0) ^ 1;
    await put(name, { ...a, data });
    expect(await store.load('a')).toMatchObject({ error: { kind: 'Damaged' } });
    const listed = await store.list();
    expect(listed.ok && listed.value.map(({ id, kind }) => [id, kind])).toEqual([
      ['b', 'session'],
      ['a', 'damaged'],
    ]);
    expect(await store.loadRaw('a')).toMatchObject({ ok: true, value: expect.stringContaining(a.key) as string });
  });

  it('is found through the record itself when the block that lists it is lost', async () => {
    const { name, store } = await two();
    await behind(name, async (db) => {
      for (const row of (await documentRows(name)).filter(({ kind }) => kind === 'listing'))
        await db.put('documents', { ...row, data: new Uint8Array(40) });
    });
    const listed = await store.list();
    expect(listed.ok && listed.value.map(({ id, kind }) => [id, kind])).toEqual([
      ['b', 'session'],
      ['a', 'session'],
    ]);
    expect(await store.save(sampleSession({ id: 'a', note: 'again' }), 1)).toEqual({ ok: true, value: 2 });
    expect(await store.list()).toMatchObject({ value: [{ id: 'b' }, { id: 'a' }] });
  });

  it('keeps its place in the listing however many windows write at once', async () => {
    const name = freshName();
    const windows = [windowOn(name), windowOn(name), windowOn(name)] as const;
    await windows[0].list();
    const ids = Array.from({ length: 90 }, (_, n) => `s${String(n)}`);
    const saved = await Promise.all(ids.map((id, n) => (windows[n % 3] ?? windows[0]).save(sampleSession({ id }), 0)));
    expect(saved.every((each) => each.ok)).toBe(true);
    const keys = await keysOf(name);
    const listed = new Set<string>();
    for (const row of (await documentRows(name)).filter(({ kind }) => kind === 'listing')) {
      for (const { listing } of (await openBlock(keys, row)).values()) listed.add((listing as { id: string }).id);
    }
    expect(listed.size).toBe(ids.length);
  });
});
