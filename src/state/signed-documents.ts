import { changesBetween } from '../record/changes';
import type { ChainLink, OutsideHead } from '../record/chain';
import { type CheckingPort, keyName, type PublicKey } from '../record/crypto-port';
import { ok, type DocumentChange, type DocumentStore, type Result, type StoreError } from '../record/ports';
import type { Session } from '../record/session';
import { verify } from '../record/signed-record';
import { contentOf, type SignedVersion } from '../record/signed-version';
import { linkId, readLinkId } from '../record/store-ids';
import { versionId } from '../record/version-id';
import { countNumbered } from './numbered';
import type { Signature } from './signature';

// Signed versions lie beside the sessions as `<session>.<n>`, the steps of the store's chain as `chain.<n>`. Neither is
// ever changed, so the newest of each is found by its number.

/** A new signed version, to be written where there is nothing: `expected` is revision 0. */
export const versionChange = (version: SignedVersion): DocumentChange => ({
  kind: 'signed-version',
  id: versionId(version.session.id, version.version),
  doc: version,
  expected: 0,
});
/** A new step of the chain, likewise. */
export const linkChange = (link: ChainLink): DocumentChange => ({
  kind: 'signed-version',
  id: linkId(link.n),
  doc: link,
  expected: 0,
});

export type KeptVersions = {
  /** As they lie there, the oldest first, checked in no way; null for one that does not open or is missing. */
  readonly versions: readonly unknown[];
  /** The numbers of those that were signed and are gone. */
  readonly missing: readonly number[];
};

/** The versions of a session. `signed`: how many there were, by what is known of them elsewhere. */
export async function readVersions(
  documents: DocumentStore,
  session: string,
  signed: number,
): Promise<Result<KeptVersions, StoreError>> {
  const count = await countNumbered(documents, 'signed-version', (n) => versionId(session, n));
  if (!count.ok) return count;
  const versions: unknown[] = [];
  const missing: number[] = [];
  for (let n = 1; n <= Math.max(count.value, signed); n += 1) {
    const read = await documents.read('signed-version', versionId(session, n));
    if (!read.ok && read.error.kind !== 'Damaged' && read.error.kind !== 'NotFound') return read;
    if (!read.ok && read.error.kind === 'NotFound') missing.push(n);
    versions.push(read.ok ? read.value.doc : null);
  }
  return ok({ versions, missing });
}

/** The head of the store's chain. `known` is a number of steps that it has at least. */
export async function readChainHead(documents: DocumentStore, known: number): Promise<Result<OutsideHead, StoreError>> {
  const count = await countNumbered(documents, 'signed-version', linkId, known);
  if (!count.ok) return count;
  if (count.value === 0) return ok({ count: 0, head: null });
  const last = await documents.read('signed-version', linkId(count.value));
  return last.ok ? ok({ count: count.value, head: (last.value.doc as ChainLink).head }) : last;
}

export type AllSigned = {
  readonly links: readonly ChainLink[];
  readonly records: ReadonlyMap<string, readonly SignedVersion[]>;
  /** The chains of other stores, which came in with their backups, by the name of the store. */
  readonly others: ReadonlyMap<string, readonly ChainLink[]>;
};

/** Every step of the store's chain and every signed version, by session. */
export async function readSigned(documents: DocumentStore): Promise<Result<AllSigned, StoreError>> {
  const all = await documents.readAll('signed-version');
  if (!all.ok) return all;
  const chains = new Map<string | null, ChainLink[]>([[null, []]]);
  const versions: SignedVersion[] = [];
  for (const { id, doc } of all.value.found) {
    const step = readLinkId(id);
    if (step === null) versions.push(doc as SignedVersion);
    else chains.set(step.store, [...(chains.get(step.store) ?? []), doc as ChainLink]);
  }
  for (const chain of chains.values()) chain.sort((a, b) => a.n - b.n);
  const records = new Map<string, SignedVersion[]>();
  for (const version of versions.sort((a, b) => a.version - b.version)) {
    records.set(version.session.id, [...(records.get(version.session.id) ?? []), version]);
  }
  const others = [...chains].flatMap(([store, chain]) => (store === null ? [] : [[store, chain] as const]));
  return ok({ links: chains.get(null) ?? [], records, others: new Map(others) });
}

/** What a session's versions say of it, verified. `keys` are the public keys of this device. */
export async function judge(
  session: Session,
  { versions, missing }: KeptVersions,
  keys: readonly PublicKey[],
  crypto: CheckingPort,
): Promise<Signature> {
  if (versions.length === 0) return { kind: 'unsigned' };
  const verified = await verify(versions, crypto);
  if (missing.length > 0) {
    // What is wrong with those that are there is said as well; that one follows a gap is not its fault.
    const found = verified.ok ? [] : verified.error;
    const problems = found.filter(
      ({ kind, version }) => !missing.includes(version) && !(kind === 'link' && missing.includes(version - 1)),
    );
    return { kind: 'missing', missing, there: versions.length - missing.length, problems };
  }
  if (!verified.ok) return { kind: 'broken', problems: verified.error };
  const last = verified.value.versions.at(-1);
  const [different] = changesBetween(last?.session, contentOf(session));
  if (last === undefined || different !== undefined) return { kind: 'changed', keys: different?.keys ?? [] };
  const known = new Set(await Promise.all(keys.map((key) => keyName(key, crypto))));
  return {
    kind: 'signed',
    by: last.author.name,
    at: last.at,
    versions: versions.length,
    knownKey: verified.value.keys.every((key) => known.has(key)),
  };
}
