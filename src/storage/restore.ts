import { type ChainLink, nextLink, type OutsideHead } from '../record/chain';
import {
  err,
  ok,
  type DocumentChange,
  type DocumentKind,
  type Result,
  type StoredDocument,
  type StoreError,
} from '../record/ports';
import type { Session } from '../record/session';
import type { SignedVersion } from '../record/signed-version';
import { linkId, readLinkId } from '../record/store-ids';
import { type Everything, placeOf, readEverything } from './all-documents';
import type { BackupDeps, BackupError } from './backup';
import { type Opener, readBackup } from './backup-file';
import type { Bytes } from './bytes';
import type { Connection } from './database';
import { isRow, type Sealing, sealDocuments, writeSealed } from './documents';
import { blockIdOf, blockKeyOf, type ListingRow, openBlock, rowAfter, rowCounting } from './listing-blocks';
import { idsHere } from './restore-histories';
import type { JoinLearning } from './restore-learning';
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

export type RestoreDeps = BackupDeps & {
  /** The lines of the audit log that tell of a restore of so many documents, after those that come in with it. */
  readonly tell: (
    written: number,
    coming: readonly StoredDocument[],
  ) => Promise<Result<readonly DocumentChange[], StoreError>>;
  readonly joinLearning: JoinLearning;
};

/** Other windows may write what a restore counts on again and again; none does so this often. */
const mostAttempts = 10;

/**
 * Brings a backup back into this device's vault, in one transaction: all that is planned, or nothing. Signed versions of another
 * store are taken into this store's chain, and the audit log is told, in the same transaction. Conflicts come back as values;
 * ask again with their ids in `take` where the backup's version is wanted.
 */
export async function restoreBackup(
  deps: RestoreDeps,
  file: Bytes,
  opener: Opener,
  take: readonly string[] = [],
): Promise<Result<Restored, BackupError>> {
  const read = await readBackup(file, opener);
  if (!read.ok) return read;
  for (let attempt = 1; ; attempt += 1) {
    const restored = await writeRestored(deps, read.value.documents, new Set(take));
    // Something was written in between: what is planned is planned anew over it.
    const overtaken = !restored.ok && restored.error.kind === 'Conflict';
    if (!overtaken || attempt === mostAttempts) return restored;
  }
}

async function writeRestored(
  { connection, vault, now, tell, joinLearning }: RestoreDeps,
  backup: readonly StoredDocument[],
  take: ReadonlySet<string>,
): Promise<Result<Restored, StoreError>> {
  const access = await vault.access();
  if (!access.ok) return access;
  if (access.value.readOnly) return err({ kind: 'ReadOnly' });
  const { keys } = access.value;
  const stored = await readEverything(connection, keys);
  if (!stored.ok) return stored;
  const here = await lookUp(keys, stored.value, backup);
  const plan = planRestore(backup, here, take, joinLearning);
  const writes: Sealing[] = plan.write.map(({ document, ...at }) => ({ ...document, ...at }));
  const links = await linksFor(plan.unlinked, [...here.all, ...plan.write.map(({ document }) => document)]);
  for (const link of links)
    writes.push({ kind: 'signed-version', id: linkId(link.n), doc: link, expected: 0, savedAt: now() });
  const lines = await tell(plan.write.length, documentsOf(plan.write));
  if (!lines.ok) return lines;
  writes.push(...lines.value.map((line) => ({ ...line, savedAt: now() })));
  const blocks = await listAnew(
    connection,
    keys,
    plan.write,
    signedCounts([...here.all, ...documentsOf(plan.write)]),
    now(),
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

/** How many versions of each session were signed: by those that are there, and by the steps of this store's chain. */
function signedCounts(documents: readonly StoredDocument[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { kind, id, doc } of documents) {
    if (kind !== 'signed-version') continue;
    const step = readLinkId(id);
    if (step !== null && step.store !== null) continue;
    const said = doc as {
      readonly session?: { readonly id?: string };
      readonly record?: string;
      readonly version?: number;
    };
    const session = step === null ? said.session?.id : said.record;
    if (session !== undefined) found.set(session, Math.max(found.get(session) ?? 1, said.version ?? 1));
  }
  return found;
}

/** The blocks of the listing with the restored sessions in them, and those of which versions came in. */
async function listAnew(
  connection: Connection,
  keys: VaultKeys,
  written: readonly PlannedWrite[],
  signed: ReadonlyMap<string, number>,
  savedAt: string,
): Promise<Result<readonly Sealing[], StoreError>> {
  const blocks = new Map<string, Sealing & { readonly doc: Record<string, unknown> }>();
  const sessions = new Map<string, PlannedWrite | null>();
  for (const { document } of written) {
    const { session } = document.doc as { readonly session?: { readonly id?: string } };
    const isVersion = document.kind === 'signed-version' && readLinkId(document.id) === null;
    if (isVersion && session?.id !== undefined) sessions.set(session.id, null);
  }
  for (const one of written) if (one.document.kind === 'session') sessions.set(one.document.id, one);
  for (const [session, write] of sessions) {
    const key = await rowKey(keys, 'session', session);
    const id = blockIdOf(key);
    let block = blocks.get(id);
    if (block === undefined) {
      const blockKey = await blockKeyOf(keys, key);
      const row = await connection.use(async (db) => ok(await db.get('documents', ['listing', blockKey])));
      if (!row.ok) return row;
      const expected = isRow(row.value) ? row.value.revision : 0;
      const doc: Record<string, unknown> = Object.fromEntries(await openBlock(keys, row.value));
      block = { kind: 'listing', id, doc, expected, savedAt };
      blocks.set(id, block);
    }
    // Once listed as signed it stays so: what became of its versions is then seen.
    const before = block.doc[key] as ListingRow | undefined;
    const versions = signed.get(session) ?? 0;
    const row = write === null ? rowCounting(before, versions) : listed(write, before, versions);
    if (row === null) Reflect.deleteProperty(block.doc, key);
    else block.doc[key] = row;
  }
  return ok([...blocks.values()]);
}

/** What the listing says of a restored session; null where it is damaged and has to be asked itself. */
function listed({ document, revision }: PlannedWrite, before: ListingRow | undefined, written: number) {
  try {
    return rowAfter(before, document.doc as Session, { revision, savedAt: document.savedAt, written });
  } catch {
    return null;
  }
}
