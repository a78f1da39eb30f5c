import { err, ok, type DocumentChange, type Durability, type Result, type StoreError } from '../record/ports';
import { textOf, utf8 } from './bytes';
import { type Connection, type DocumentRow, observe, rollBack } from './database';
import { headerIn, type VaultHeader } from './vault-header';
import { openAt, rowKey, sealAt, type VaultKeys } from './vault-keys';

/** What opens and seals, while the vault is open. */
export type Access = { readonly keys: VaultKeys; readonly readOnly: boolean };

export type VaultAccess = {
  /** The keys, once the vault is open; Locked otherwise. Opens a vault by itself that has no passphrase. */
  readonly access: () => Promise<Result<Access, StoreError>>;
  /** Still the same opening? A write that began before the vault was locked must not end after it. */
  readonly holds: (access: Access) => boolean;
};

/** The kinds that lie in the vault beside those of the port: the blocks of the listing, and which session was saved last. */
export type AnyKind = DocumentChange['kind'] | 'listing' | 'last-session';

/** What is sealed in a row. */
export type Content = { readonly id: string; readonly savedAt: string; readonly doc: unknown };

export type SealedChange = { readonly id: string; readonly expected: number; readonly row: DocumentRow };

/** Every row of a kind: the second part of a key is text, and an empty list lies above every text. */
export const ofKind = (kind: AnyKind): IDBKeyRange => IDBKeyRange.bound([kind], [kind, []]);

export type Sealing = {
  readonly kind: AnyKind;
  readonly id: string;
  readonly doc: unknown;
  readonly expected: number;
  /** The one after the one expected, unless the document comes from elsewhere with its own. */
  readonly revision?: number;
  readonly savedAt: string;
};

/** Seals a document for its row. */
export async function sealDocument(keys: VaultKeys, sealing: Sealing): Promise<SealedChange> {
  const { kind, id, doc, expected, revision = expected + 1, savedAt } = sealing;
  const place = { kind, key: await rowKey(keys, kind, id), revision };
  const content: Content = { id, savedAt, doc };
  const sealed = await sealAt(keys, place, utf8(jsonOf(content)));
  return { id, expected, row: { ...place, ...sealed } };
}

/** Seals several; a document that cannot be kept as JSON is refused as a value. */
export async function sealDocuments(
  keys: VaultKeys,
  sealings: readonly Sealing[],
): Promise<Result<readonly SealedChange[], StoreError>> {
  try {
    return ok(await Promise.all(sealings.map((sealing) => sealDocument(keys, sealing))));
  } catch (error) {
    return err({ kind: 'Unavailable', why: error instanceof Error ? error.message : String(error) });
  }
}

/** JSON that says all of it: what JSON would leave out without a word (a function, NaN) is thrown. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === 'function' || typeof part === 'symbol' || (typeof part === 'number' && !Number.isFinite(part)))
      throw new TypeError(`"${key}" cannot be kept`);
    return part;
  });
}

/** What a row holds; null where it does not open or is not what was sealed for it. */
export async function openDocument(keys: VaultKeys, row: DocumentRow): Promise<Content | null> {
  const plain = await openAt(keys, row, row);
  if (plain === null) return null;
  try {
    return JSON.parse(textOf(plain)) as Content;
  } catch {
    return null;
  }
}

/** What comes out of a database is only as good as what lies in it. */
export function isRow(row: unknown): row is DocumentRow {
  return typeof row === 'object' && row !== null && 'revision' in row && Number.isSafeInteger(row.revision);
}

/**
 * Writes sealed rows in one transaction, all or nothing; the first that does not meet what it expected says why.
 * `also` is written with them whatever lies there. `change` gives the header that is written with them; where it gives
 * null, what lies there is not what it expects, and nothing is written.
 */
export function writeSealed(
  connection: Connection,
  changes: readonly SealedChange[],
  durability: Durability,
  mayWrite: () => boolean,
  also: readonly DocumentRow[] = [],
  change?: (header: VaultHeader | null) => VaultHeader | null,
): Promise<Result<readonly number[], StoreError>> {
  return connection.use<readonly number[]>(async (db) => {
    const stores: ('documents' | 'header')[] = change === undefined ? ['documents'] : ['documents', 'header'];
    const tx = db.transaction(stores, 'readwrite', { durability });
    observe(tx);
    const rows = tx.objectStore('documents');
    try {
      if (change !== undefined) {
        const header = change(headerIn(await tx.objectStore('header').get('vault')));
        if (header === null) {
          await rollBack(tx);
          return err({ kind: 'Conflict', id: 'header', stored: 0, expected: 0 });
        }
        await tx.objectStore('header').put(header);
      }
      for (const { id, expected, row } of changes) {
        const problem = obstacle(id, await rows.get([row.kind, row.key]), expected);
        if (problem !== null) {
          await rollBack(tx);
          return err(problem);
        }
        if (!mayWrite()) {
          await rollBack(tx);
          return err({ kind: 'Locked' });
        }
        await rows.put(row);
      }
      for (const row of also) await rows.put(row);
      // Not saved before the transaction says so: a put that succeeded can still be rolled back.
      await tx.done;
    } catch (error) {
      await rollBack(tx);
      throw error;
    }
    return ok(changes.map(({ row }) => row.revision));
  });
}

/** Why a document may not be written over what lies there; null if it may. */
function obstacle(id: string, found: DocumentRow | undefined, expected: number): StoreError | null {
  if (found !== undefined && !isRow(found)) return { kind: 'Damaged', id, why: 'revision: not a whole number' };
  const stored = found?.revision ?? 0;
  return stored === expected ? null : { kind: 'Conflict', id, stored, expected };
}
