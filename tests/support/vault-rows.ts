import { type IDBPDatabase, openDB } from 'idb';
import type { Session } from '../../src/record/session';
import { fromBase64, toBase64 } from '../../src/storage/bytes';
import type { DocumentRow } from '../../src/storage/database';
import { openDocument, sealDocument } from '../../src/storage/documents';
import { blockIdOf } from '../../src/storage/listing-blocks';
import type { VaultHeader } from '../../src/storage/vault-header';
import { keysFrom, rowKey, type VaultKeys } from '../../src/storage/vault-keys';

const savedAt = '2026-03-02T10:00:00+01:00';
let databases = 0;

export function freshName(): string {
  databases += 1;
  return `aliquot-test-${String(databases)}-${String(performance.now())}`;
}

/** Does something to the database behind the store's back, at whatever version it has. */
export async function behind<T>(name: string, work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
  const db = await openDB(name);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Everything that lies in the database, store by store; bytes as text, which compares quicker. */
export const everything = (name: string): Promise<Record<string, unknown[]>> =>
  behind(name, async (db) => {
    const found: Record<string, unknown[]> = {};
    for (const store of db.objectStoreNames) found[store] = (await db.getAll(store)).map(asText);
    return found;
  });

const asText = (row: unknown): unknown =>
  JSON.stringify(row, (_key, part: unknown) => (part instanceof Uint8Array ? toBase64(new Uint8Array(part)) : part));

export const documentRows = (name: string): Promise<DocumentRow[]> =>
  behind(name, async (db) => (await db.getAll('documents')) as DocumentRow[]);

/** The keys of a vault without a passphrase. */
export async function keysOf(name: string): Promise<VaultKeys> {
  const header = await behind(name, async (db) => (await db.get('header', 'vault')) as VaultHeader);
  const secret = header.lock.by === 'none' ? fromBase64(header.lock.secret) : null;
  if (secret === null) throw new Error('this vault has a passphrase');
  return keysFrom(secret);
}

export const sessionKey = async (name: string, id: string): Promise<string> =>
  rowKey(await keysOf(name), 'session', id);

/** Lays something sealed soundly in the place of a session. */
export async function plantSession(name: string, at: string, doc: unknown, revision: number): Promise<void> {
  const keys = await keysOf(name);
  const { row } = await sealDocument(keys, { kind: 'session', id: at, doc, expected: 0, revision, savedAt });
  await behind(name, (db) => db.put('documents', row));
}

/** Changes the row that lists a session; undefined takes it out. */
export async function plantListing(name: string, id: string, listing: unknown): Promise<void> {
  const keys = await keysOf(name);
  const key = await rowKey(keys, 'session', id);
  const blockId = blockIdOf(key);
  const blockKey = await rowKey(keys, 'listing', blockId);
  await behind(name, async (db) => {
    const row = (await db.get('documents', ['listing', blockKey])) as DocumentRow;
    const block = (await openDocument(keys, row))?.doc as Record<string, unknown>;
    const doc = { ...block, [key]: listing === undefined ? undefined : { revision: 1, listing } };
    const { revision } = row;
    const changed = await sealDocument(keys, { kind: 'listing', id: blockId, doc, expected: 0, revision, savedAt });
    await db.put('documents', changed.row);
  });
}

/** A database exactly as version 1 wrote it: plain rows, and what it listed of them. */
export async function plainDatabase(name: string, sessions: readonly Session[]): Promise<void> {
  const db = await openDB(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('sessions', { keyPath: 'id' });
      fresh.createObjectStore('listing', { keyPath: 'id' });
    },
  });
  for (const [n, doc] of sessions.entries()) {
    const tx = db.transaction(['sessions', 'listing'], 'readwrite');
    await tx.objectStore('sessions').put({ id: doc.id, revision: n + 1, savedAt, doc });
    await tx.objectStore('listing').put({ kind: 'session', id: doc.id, startedAt: doc.startedAt, savedAt });
    await tx.done;
  }
  db.close();
}
