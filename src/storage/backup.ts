import { type ChainLink, type ChainProblem, type OutsideHead, headOf, verifyStore } from '../record/chain';
import {
  err,
  leavesVault,
  ok,
  type DocumentKind,
  type Result,
  type StoredDocument,
  type StoreError,
} from '../record/ports';
import { verify } from '../record/signed-record';
import type { SignedVersion } from '../record/signed-version';
import { readLinkId } from '../record/store-ids';
import type { Cost } from './argon2';
import { readEverything } from './all-documents';
import { type BackupProblem, type Opener, readBackup, writeBackup } from './backup-file';
import type { Bytes } from './bytes';
import type { Connection } from './database';
import { readHeader } from './header-store';
import { standardCost } from './key-wraps';
import type { Vault } from './vault';
import { webChecking } from './web-crypto';

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

/** What a backup holds. It is sound where nothing is damaged or broken, and its chain holds. */
export type Proof = {
  readonly madeAt: string;
  readonly counts: Counts;
  /** Sessions that are none. */
  readonly damaged: readonly string[];
  /** Sessions whose signed versions do not hold. */
  readonly broken: readonly string[];
  /** The chain of its store over them: the head, or the first thing that does not hold. */
  readonly chain: Result<OutsideHead, ChainProblem>;
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
  const { damaged } = stored.value;
  const documents = stored.value.documents.filter(({ kind }) => leavesVault(kind));
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
  return ok({ file, counts: countsOf(documents), damaged: damaged.size });
}

/** The restore drill: opens a backup, checks every session, signed version and step of the chain in it, and counts, without touching the store. */
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
  return ok({
    madeAt,
    counts: countsOf(documents),
    damaged: damaged.map(({ id }) => id),
    ...(await proveSigned(documents)),
  });
}

async function proveSigned(documents: readonly StoredDocument[]): Promise<Pick<Proof, 'broken' | 'chain'>> {
  const links: ChainLink[] = [];
  const records = new Map<string, SignedVersion[]>();
  const broken: string[] = [];
  for (const { kind, id, doc } of documents) {
    if (kind !== 'signed-version') continue;
    const link = readLinkId(id);
    if (link?.store === null) links.push(doc as ChainLink);
    if (link !== null) continue;
    const { session: said } = doc as { readonly session?: { readonly id?: string } };
    const session = said?.id;
    if (session === undefined) broken.push(id);
    else records.set(session, [...(records.get(session) ?? []), doc as SignedVersion]);
  }
  for (const [session, versions] of records) {
    versions.sort((a, b) => a.version - b.version);
    if (!(await verify(versions, webChecking)).ok) broken.push(session);
  }
  links.sort((a, b) => a.n - b.n);
  const chain = await verifyStore(links, records, webChecking);
  return { broken, chain: chain.ok ? ok(headOf(links)) : chain };
}

/** A step of the chain lies with the version it took in, and is none by itself. */
function countsOf(documents: readonly StoredDocument[]): Counts {
  const counts: Partial<Record<DocumentKind, number>> = {};
  for (const { kind, id } of documents) {
    if (kind === 'signed-version' && readLinkId(id) !== null) continue;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
