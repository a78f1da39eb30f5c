import { listingOf } from '../record/listing';
import { err, ok, type DocumentKind, type Result, type StoredDocument, type StoreError } from '../record/ports';
import type { Session } from '../record/session';
import { isVersionOf } from '../record/version-id';
import type { Cost } from './argon2';
import { type BackupProblem, type Opener, readBackup, writeBackup } from './backup-file';
import type { Bytes } from './bytes';
import type { Connection, DocumentRow } from './database';
import { readRow } from './document-store';
import { type AnyKind, isRow, type Sealing, sealDocuments, writeSealed } from './documents';
import { readHeader } from './header-store';
import { standardCost } from './key-wraps';
import { blockIdOf, blockKeyOf, listingRow, openBlock } from './listing-blocks';
import { type Living, planRestore, type RestoreConflict } from './restore-plan';
import { rowKey, type VaultKeys } from './vault-keys';
import type { Vault } from './vault';

export type BackupDeps = {
  readonly connection: Connection;
  readonly vault: Pick<Vault, 'access' | 'holds' | 'backedUp'>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  readonly cost?: Cost;
};

export type BackupError = BackupProblem | StoreError | { readonly kind: 'NoRecoveryKey' };
export type Counts = Readonly<Partial<Record<DocumentKind, number>>>;

/** `damaged` rows do not open and are not in the file. */
export type MadeBackup = { readonly file: Bytes; readonly counts: Counts; readonly damaged: number };

/** `sound` when every session in the file is one; `damaged` names those that are not. */
export type Proof = { readonly madeAt: string; readonly counts: Counts; readonly damaged: readonly string[] };

export type Restored = {
  readonly written: number;
  readonly same: number;
  readonly newerHere: number;
  readonly conflicts: readonly RestoreConflict[];
};

/**
 * One encrypted file with every document of the vault, opened by a passphrase of its own, by the vault's recovery key,
 * or by either. Notes when it was made.
 */
export async function makeBackup(
  { connection, vault, now, cost = standardCost }: BackupDeps,
  asked: { readonly passphrase?: string; readonly recoveryKey: boolean },
): Promise<Result<MadeBackup, BackupError>> {
  const access = await vault.access();
  if (!access.ok) return access;
  const { keys, readOnly } = access.value;
  const header = await readHeader(connection);
  if (!header.ok) return header;
  const wrap = asked.recoveryKey ? (header.value?.recovery ?? null) : null;
  if (wrap === null && (asked.recoveryKey || asked.passphrase === undefined)) return err({ kind: 'NoRecoveryKey' });
  const stored = await readEverything(connection, keys);
  if (!stored.ok) return stored;
  const documents = [...stored.value.values()].flatMap(({ living }) =>
    living.kind === 'sound' ? [living.document] : [],
  );
  const file = await writeBackup(
    { madeAt: now(), documents },
    {
      ...(asked.passphrase === undefined ? {} : { passphrase: { text: asked.passphrase, cost } }),
      ...(wrap === null ? {} : { recovery: { keys, wrap } }),
    },
  );
  if (!readOnly) {
    const noted = await vault.backedUp();
    if (!noted.ok) return noted;
  }
  return ok({ file, counts: countsOf(documents), damaged: stored.value.size - documents.length });
}

/** The restore drill: opens a backup, checks every session in it and counts, without touching the store. */
export async function proveBackup(file: Bytes, opener: Opener): Promise<Result<Proof, BackupProblem>> {
  const read = await readBackup(file, opener);
  if (!read.ok) return read;
  const { parseSession } = await import('../record/schema');
  const { madeAt, documents } = read.value;
  const damaged = documents.filter(({ kind, doc, id }) => {
    if (kind !== 'session') return false;
    const session = parseSession(doc);
    return !session.ok || session.value.id !== id;
  });
  return ok({ madeAt, counts: countsOf(documents), damaged: damaged.map(({ id }) => id) });
}

/**
 * Brings a backup back into this device's vault, in one transaction: all that is planned, or nothing. Conflicts come
 * back as values; ask again with their ids in `take` where the backup's version is wanted.
 */
export async function restoreBackup(
  { connection, vault }: BackupDeps,
  file: Bytes,
  opener: Opener,
  take: readonly string[] = [],
): Promise<Result<Restored, BackupError>> {
  const read = await readBackup(file, opener);
  if (!read.ok) return read;
  const access = await vault.access();
  if (!access.ok) return access;
  if (access.value.readOnly) return err({ kind: 'ReadOnly' });
  const { keys } = access.value;
  const stored = await readEverything(connection, keys);
  if (!stored.ok) return stored;
  const keyed = new Map<StoredDocument, string>();
  for (const document of read.value.documents) keyed.set(document, await rowKey(keys, document.kind, document.id));
  const signedHere = countSigned(stored.value.values());
  const plan = planRestore(
    read.value.documents,
    (document) => stored.value.get(`${document.kind}/${keyed.get(document) ?? ''}`)?.living,
    signedHere,
    new Set(take),
  );
  const sealings: Sealing[] = plan.write.map(({ document, expected, revision }) => ({
    ...document,
    expected,
    revision,
  }));
  const blocks = await listAnew(
    connection,
    keys,
    plan.write.map(({ document, revision }) => ({ document, revision, key: keyed.get(document) ?? '' })),
    (id) =>
      signedHere(id) > 0 ||
      read.value.documents.some(({ kind, id: version }) => kind === 'signed-version' && isVersionOf(id, version)),
  );
  if (!blocks.ok) return blocks;
  const sealed = await sealDocuments(keys, [...sealings, ...blocks.value]);
  if (!sealed.ok) return sealed;
  const written = await writeSealed(connection, sealed.value, 'strict', () => vault.holds(access.value));
  if (!written.ok) return written;
  const { same, newerHere, conflicts } = plan;
  return ok({ written: plan.write.length, same, newerHere, conflicts });
}

type Row = { readonly living: Living };

/** Every document by kind and row key, those that do not open among them. */
async function readEverything(connection: Connection, keys: VaultKeys): Promise<Result<Map<string, Row>, StoreError>> {
  const rows = await connection.use(async (db) => ok(await db.getAll('documents')));
  if (!rows.ok) return rows;
  const found = new Map<string, Row>();
  for (const row of rows.value as readonly (DocumentRow & { kind: AnyKind })[]) {
    if (row.kind === 'listing' || row.kind === 'last-session') continue;
    const document = await readRow(keys, row.kind, row);
    const revision = isRow(row) ? row.revision : Number.NaN;
    found.set(`${row.kind}/${row.key}`, {
      living: document === null ? { kind: 'damaged', revision } : { kind: 'sound', document },
    });
  }
  return ok(found);
}

function countSigned(rows: Iterable<Row>): (sessionId: string) => number {
  const counts = new Map<string, number>();
  for (const { living } of rows) {
    if (living.kind !== 'sound' || living.document.kind !== 'signed-version') continue;
    const { session } = living.document.doc as { readonly session?: { readonly id?: string } };
    if (session?.id !== undefined) counts.set(session.id, (counts.get(session.id) ?? 0) + 1);
  }
  return (id) => counts.get(id) ?? 0;
}

/** The blocks of the listing with the restored sessions in them. */
async function listAnew(
  connection: Connection,
  keys: VaultKeys,
  written: readonly { readonly document: StoredDocument; readonly revision: number; readonly key: string }[],
  isSigned: (session: string) => boolean,
): Promise<Result<readonly Sealing[], StoreError>> {
  const blocks = new Map<string, Sealing & { readonly doc: Record<string, unknown> }>();
  for (const { document, revision, key } of written) {
    if (document.kind !== 'session') continue;
    const id = blockIdOf(key);
    let block = blocks.get(id);
    if (block === undefined) {
      const blockKey = await blockKeyOf(keys, key);
      const row = await connection.use(async (db) => ok(await db.get('documents', ['listing', blockKey])));
      if (!row.ok) return row;
      const expected = isRow(row.value) ? row.value.revision : 0;
      const doc: Record<string, unknown> = Object.fromEntries(await openBlock(keys, row.value));
      block = { kind: 'listing', id, doc, expected, savedAt: document.savedAt };
      blocks.set(id, block);
    }
    const listing = listed(document, isSigned(document.id));
    if (listing === null) Reflect.deleteProperty(block.doc, key);
    else block.doc[key] = listingRow(revision, listing);
  }
  return ok([...blocks.values()]);
}

/** What the listing says of a restored session; null where it is damaged and has to be asked itself. */
function listed({ doc, savedAt }: StoredDocument, signed: boolean) {
  try {
    return listingOf(doc as Session, savedAt, signed);
  } catch {
    return null;
  }
}

function countsOf(documents: readonly StoredDocument[]): Counts {
  const counts: Partial<Record<DocumentKind, number>> = {};
  for (const { kind } of documents) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
