import { listingOf, type SessionListing } from '../record/listing';
import { err, ok, type Result, type StoreError } from '../record/ports';
import type { Session } from '../record/session';
import { type Connection, observe, rollBack } from './database';
import { openDocument, sealDocument } from './documents';
import { blockIdOf, blockKeyOf, listingRow, openBlock, withRow } from './listing-blocks';
import { rowKey, type VaultKeys } from './vault-keys';

/** A record as version 1 wrote it, in plain. */
type PlainRow = { readonly id: string; readonly revision: number; readonly savedAt: string; readonly doc: unknown };

/**
 * Takes the plain records of version 1 into the vault: each is sealed, then all are read back and compared, and only
 * then is the plain copy emptied. Until then the plain copy is what counts: broken off anywhere, it begins again and
 * loses nothing. The vault must not be used before this is done. Answers how many were taken over.
 */
export async function takeOver(connection: Connection, keys: VaultKeys): Promise<Result<number, StoreError>> {
  const ids = await connection.use(async (db) => ok(await db.getAllKeys('sessions')));
  if (!ids.ok) return ids;
  if (ids.value.length === 0) return emptyPlain(connection, []);
  for (const id of ids.value) {
    const sealed = await sealPlain(connection, keys, id);
    if (!sealed.ok) return sealed;
  }
  const same = await verify(connection, keys, ids.value);
  return same.ok ? emptyPlain(connection, ids.value) : same;
}

/** Seals one plain record, with its row in the listing, unless another window has emptied it meanwhile. */
async function sealPlain(connection: Connection, keys: VaultKeys, id: string): Promise<Result<null, StoreError>> {
  const key = await rowKey(keys, 'session', id);
  const blockKey = await blockKeyOf(keys, key);
  const seen = await connection.use(async (db) => {
    const tx = db.transaction(['sessions', 'listing', 'documents']);
    observe(tx);
    const [plain, listed, block] = await Promise.all([
      tx.objectStore('sessions').get(id),
      tx.objectStore('listing').get(id),
      tx.objectStore('documents').get(['listing', blockKey]),
    ]);
    return ok({ plain, listed, block });
  });
  if (!seen.ok) return seen;
  const { plain, listed, block } = seen.value;
  if (plain === undefined) return ok(null);
  const row = asPlainRow(id, plain);
  const { savedAt } = row;
  const doc = await sealDocument(keys, { kind: 'session', id, doc: row.doc, expected: row.revision - 1, savedAt });
  const rows = await openBlock(keys, block);
  const listing: unknown = listed ?? listingOrNull(row);
  const list = await sealDocument(keys, {
    kind: 'listing',
    id: blockIdOf(key),
    doc: listing === null ? Object.fromEntries(rows) : withRow(rows, key, listingRow(row.revision, listing)),
    expected: block?.revision ?? 0,
    savedAt,
  });
  const written = await connection.use<'done' | 'again'>(async (db) => {
    const tx = db.transaction(['sessions', 'documents'], 'readwrite', { durability: 'strict' });
    observe(tx);
    try {
      const documents = tx.objectStore('documents');
      // Once another window emptied the plain records, what lies in the vault is newer than what was read here.
      if ((await tx.objectStore('sessions').getKey(id)) === undefined) return ok('done');
      if (((await documents.get(['listing', blockKey]))?.revision ?? 0) !== list.expected) return ok('again');
      await documents.put(doc.row);
      await documents.put(list.row);
      await tx.done;
    } catch (error) {
      await rollBack(tx);
      throw error;
    }
    return ok('done');
  });
  if (!written.ok) return written;
  return written.value === 'again' ? sealPlain(connection, keys, id) : ok(null);
}

/** Is every plain record that still lies there in the vault, to the letter? */
async function verify(
  connection: Connection,
  keys: VaultKeys,
  ids: readonly string[],
): Promise<Result<null, StoreError>> {
  for (const id of ids) {
    const key = await rowKey(keys, 'session', id);
    const found = await connection.use(async (db) => {
      const tx = db.transaction(['sessions', 'documents']);
      observe(tx);
      const [plain, row] = await Promise.all([
        tx.objectStore('sessions').get(id),
        tx.objectStore('documents').get(['session', key]),
      ]);
      return ok({ plain, row });
    });
    if (!found.ok) return found;
    const { plain, row } = found.value;
    if (plain === undefined) continue;
    const expected = asPlainRow(id, plain);
    const content = row === undefined ? null : await openDocument(keys, row);
    const same =
      content !== null &&
      row?.revision === expected.revision &&
      JSON.stringify([content.id, content.savedAt, content.doc]) ===
        JSON.stringify([id, expected.savedAt, expected.doc]);
    if (!same) return err({ kind: 'Unavailable', why: 'a record could not be taken over; nothing was removed' });
  }
  return ok(null);
}

/** Empties what was taken over, whole or not at all. Rows that were not there when it began stay. */
function emptyPlain(connection: Connection, ids: readonly string[]): Promise<Result<number, StoreError>> {
  return connection.use(async (db) => {
    if (ids.length === 0) return ok(0);
    const tx = db.transaction(['sessions', 'listing'], 'readwrite', { durability: 'strict' });
    observe(tx);
    try {
      for (const id of ids) {
        await tx.objectStore('sessions').delete(id);
        await tx.objectStore('listing').delete(id);
      }
      await tx.done;
    } catch (error) {
      await rollBack(tx);
      throw error;
    }
    return ok(ids.length);
  });
}

/** A plain row as it is kept. One that version 1 could not have written is kept whole, as a damaged session. */
function asPlainRow(id: string, plain: unknown): PlainRow {
  if (typeof plain === 'object' && plain !== null && 'doc' in plain && 'revision' in plain && 'savedAt' in plain) {
    const { revision, savedAt, doc } = plain;
    if (typeof revision === 'number' && Number.isSafeInteger(revision) && revision > 0 && typeof savedAt === 'string')
      return { id, revision, savedAt, doc };
  }
  return { id, revision: 1, savedAt: '', doc: { damaged: plain } };
}

function listingOrNull(row: PlainRow): SessionListing | null {
  try {
    return listingOf(row.doc as Session, row.savedAt, false);
  } catch {
    // A damaged record: what can be said of it is read from the record itself.
    return null;
  }
}
