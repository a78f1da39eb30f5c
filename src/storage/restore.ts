import { type ChainLink, nextLink, type OutsideHead } from '../record/chain';
import { listingOf } from '../record/listing';
import { err, ok, type DocumentKind, type Result, type StoredDocument, type StoreError } from '../record/ports';
import type { Session } from '../record/session';
import type { SignedVersion } from '../record/signed-version';
import { linkId, readLinkId } from '../record/store-ids';
import { type Everything, placeOf, readEverything } from './all-documents';
import type { BackupDeps, BackupError } from './backup';
import { type Opener, readBackup } from './backup-file';
import type { Bytes } from './bytes';
import type { Connection } from './database';
import { isRow, type Sealing, sealDocuments, writeSealed } from './documents';
import { saysSigned } from './indexed-db-store';
import { blockIdOf, blockKeyOf, listingRow, type ListingRow, openBlock } from './listing-blocks';
import { idsHere } from './restore-histories';
import { planRestore } from './restore-plan';
import type { Here, Living, PlannedWrite, RestoreConflict } from './restore-step';
import { rowKey, type VaultKeys } from './vault-keys';
import { webChecking } from './web-crypto';

export type Restored = {
  readonly written: number;
  readonly same: number;
  readonly newerHere: number;
  readonly conflicts: readonly RestoreConflict[];
};

/**
 * Brings a backup back into this device's vault, in one transaction: all that is planned, or nothing. Signed versions of another
 * store are taken into this store's chain in the same transaction. Conflicts come back as values; ask again with their
 * ids in `take` where the backup's version is wanted.
 */
export async function restoreBackup(
  { connection, vault, now }: BackupDeps,
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
  const here = await lookUp(keys, stored.value, read.value.documents);
  const plan = planRestore(read.value.documents, here, new Set(take));
  const writes: Sealing[] = plan.write.map(({ document, ...at }) => ({ ...document, ...at }));
  const links = await linksFor(plan.unlinked, [...here.all, ...plan.write.map(({ document }) => document)]);
  for (const link of links)
    writes.push({ kind: 'signed-version', id: linkId(link.n), doc: link, expected: 0, savedAt: now() });
  const blocks = await listAnew(
    connection,
    keys,
    plan.write,
    signedSessions([...here.all, ...documentsOf(plan.write)]),
  );
  if (!blocks.ok) return blocks;
  const sealed = await sealDocuments(keys, [...writes, ...blocks.value]);
  if (!sealed.ok) return sealed;
  const written = await writeSealed(connection, sealed.value, 'strict', () => vault.holds(access.value));
  if (!written.ok) return written;
  const { same, newerHere, conflicts } = plan;
  return ok({ written: plan.write.length, same, newerHere, conflicts });
}

const documentsOf = (writes: readonly PlannedWrite[]) => writes.map(({ document }) => document);

/** What lies here under the ids that a backup's documents may get. A row that does not open is known by its key alone. */
async function lookUp(
  keys: VaultKeys,
  { documents, damaged }: Everything,
  backup: readonly StoredDocument[],
): Promise<Here> {
  const found = new Map<string, Living>();
  for (const document of documents) found.set(placeOf(document.kind, document.id), { kind: 'sound', document });
  if (damaged.size > 0)
    for (const [{ kind }, ids] of idsHere(backup))
      for (const id of ids) {
        const revision = damaged.get(placeOf(kind, await rowKey(keys, kind, id)));
        if (revision !== undefined) found.set(placeOf(kind, id), { kind: 'damaged', revision });
      }
  return { all: documents, of: (kind: DocumentKind, id: string) => found.get(placeOf(kind, id)) };
}

/** The steps that take versions into this store's chain as restored, after its last one. */
async function linksFor(
  versions: readonly StoredDocument[],
  documents: readonly StoredDocument[],
): Promise<readonly ChainLink[]> {
  let head: OutsideHead = { count: 0, head: null };
  for (const { kind, id, doc } of documents) {
    const link = kind === 'signed-version' ? readLinkId(id) : null;
    if (link?.store === null && link.n > head.count) head = { count: link.n, head: (doc as ChainLink).head };
  }
  const links: ChainLink[] = [];
  for (const { doc } of versions) {
    const link = await nextLink(head, doc as SignedVersion, 'restored', webChecking);
    head = { count: link.n, head: link.head };
    links.push(link);
  }
  return links;
}

/** The sessions that a signed version lies beside. */
function signedSessions(documents: readonly StoredDocument[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, doc } of documents) {
    if (kind !== 'signed-version') continue;
    const { session } = doc as { readonly session?: { readonly id?: string } };
    if (session?.id !== undefined) found.add(session.id);
  }
  return found;
}

/** The blocks of the listing with the restored sessions in them. */
async function listAnew(
  connection: Connection,
  keys: VaultKeys,
  written: readonly PlannedWrite[],
  signed: ReadonlySet<string>,
): Promise<Result<readonly Sealing[], StoreError>> {
  const blocks = new Map<string, Sealing & { readonly doc: Record<string, unknown> }>();
  for (const { document, revision } of written) {
    if (document.kind !== 'session') continue;
    const key = await rowKey(keys, 'session', document.id);
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
    // Once listed as signed it stays so: what became of its versions is then seen.
    const before = saysSigned(block.doc[key] as ListingRow | undefined);
    const listing = listed(document, before || signed.has(document.id));
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
