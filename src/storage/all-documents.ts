import { ok, type Result, type StoredDocument, type StoreError } from '../record/ports';
import type { Connection, DocumentRow } from './database';
import { readRow } from './document-store';
import { type AnyKind, isRow } from './documents';
import type { VaultKeys } from './vault-keys';

export type Everything = {
  /** All that opens. */
  readonly documents: readonly StoredDocument[];
  /** The revision of every row that does not, by kind and row key; NaN where not even that can be read. */
  readonly damaged: ReadonlyMap<string, number>;
};

/** What a row is found by before it is opened. */
export const placeOf = (kind: AnyKind, key: string): string => `${kind}/${key}`;

/** Every document of the vault but what can be made anew: the listing, and which session was saved last. */
export async function readEverything(connection: Connection, keys: VaultKeys): Promise<Result<Everything, StoreError>> {
  const rows = await connection.use(async (db) => ok(await db.getAll('documents')));
  if (!rows.ok) return rows;
  const documents: StoredDocument[] = [];
  const damaged = new Map<string, number>();
  for (const row of rows.value as readonly (DocumentRow & { kind: AnyKind })[]) {
    if (row.kind === 'listing' || row.kind === 'last-session') continue;
    const document = await readRow(keys, row.kind, row);
    if (document === null) damaged.set(placeOf(row.kind, row.key), isRow(row) ? row.revision : Number.NaN);
    else documents.push(document);
  }
  return ok({ documents, damaged });
}
