import { err, ok, type DocumentKind, type DocumentStore, type StoredDocument, type StoreError } from '../record/ports';
import type { Connection, DocumentRow } from './database';
import { isRow, ofKind, openDocument, sealDocuments, type VaultAccess, writeSealed } from './documents';
import { rowKey, type VaultKeys } from './vault-keys';

export type DocumentStoreDeps = {
  readonly connection: Connection;
  readonly vault: VaultAccess;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
};

/** The documents of an open vault. */
export function createDocumentStore({ connection, vault, now }: DocumentStoreDeps): DocumentStore {
  return {
    async read(kind, id) {
      const access = await vault.access();
      if (!access.ok) return access;
      const key = await rowKey(access.value.keys, kind, id);
      const row = await connection.use(async (db) => ok(await db.get('documents', [kind, key])));
      if (!row.ok) return row;
      if (row.value === undefined) return err<StoreError>({ kind: 'NotFound', id });
      const found = await readRow(access.value.keys, kind, row.value);
      if (found === null || found.id !== id) return err<StoreError>({ kind: 'Damaged', id, why: 'it does not open' });
      return ok(found);
    },

    async readAll(kind) {
      const access = await vault.access();
      if (!access.ok) return access;
      const rows = await connection.use(async (db) => ok(await db.getAll('documents', ofKind(kind))));
      if (!rows.ok) return rows;
      const found: StoredDocument[] = [];
      const damaged: string[] = [];
      for (const row of rows.value) {
        const read = await readRow(access.value.keys, kind, row);
        if (read === null) damaged.push(row.key);
        else found.push(read);
      }
      return ok({ found, damaged });
    },

    async write(changes, durability = 'relaxed') {
      const access = await vault.access();
      if (!access.ok) return access;
      if (access.value.readOnly) return err({ kind: 'ReadOnly' });
      const savedAt = now();
      const sealings = changes.map((change) => ({ ...change, savedAt }));
      const sealed = await sealDocuments(access.value.keys, sealings);
      if (!sealed.ok) return sealed;
      return writeSealed(connection, sealed.value, durability, () => vault.holds(access.value));
    },
  };
}

/** A row as the document it holds; null where it does not open, or holds one whose id belongs to another row. */
export async function readRow(keys: VaultKeys, kind: DocumentKind, row: DocumentRow): Promise<StoredDocument | null> {
  if (!isRow(row)) return null;
  const content = await openDocument(keys, row);
  if (content === null || (await rowKey(keys, kind, content.id)) !== row.key) return null;
  return { kind, id: content.id, revision: row.revision, savedAt: content.savedAt, doc: content.doc };
}
