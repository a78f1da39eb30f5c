import { err, ok, type Result } from '../protocol/words';
import { fromBase64Url } from './base64url';
import { type CheckingPort, hashOf, sha256Bytes } from './crypto-port';
import type { SignedVersion } from './signed-version';

type Hashing = Pick<CheckingPort, 'sha256'>;

/**
 * One step of the store's chain, which takes in every version signed in this store, in the order of signing. Its head is a hash
 * over the head before, the record and the version: no signed record can be removed or exchanged without changing it.
 */
export type ChainLink = {
  /** 1, 2, ... */
  readonly n: number;
  readonly record: string;
  readonly version: number;
  /** The hash of the version. */
  readonly hash: string;
  /** `signed` in this store, or `restored` into it from a backup or a file: that one names the head of its own store. */
  readonly origin: 'signed' | 'restored';
  /** The head after this step. */
  readonly head: string;
};

/** A chain as it can be kept outside the store (on a printed record, in a backup): how long it was, and its last hash. */
export type OutsideHead = { readonly count: number; readonly head: string | null };

/** The head of a chain; null while nothing was signed. */
export const headOf = (links: readonly ChainLink[]): OutsideHead => ({
  count: links.length,
  head: links.at(-1)?.head ?? null,
});

/** The head as it is printed and typed in again: `12.<hash>`, and `0.` for a chain with nothing in it. */
export const headText = ({ count, head }: OutsideHead): string => `${count}.${head ?? ''}`;

/** Reads it back; null where the text is none. */
export function readHeadText(text: string): OutsideHead | null {
  const [, digits = '', head = ''] = /^(0|[1-9][0-9]{0,8})\.([A-Za-z0-9_-]*)$/.exec(text.trim()) ?? [];
  if (digits === '') return null;
  if (digits === '0') return head === '' ? { count: 0, head: null } : null;
  return fromBase64Url(head)?.length === sha256Bytes ? { count: Number(digits), head } : null;
}

/** The step that takes a version into the chain with this head. The caller stores both in one transaction. */
export async function nextLink(
  { count, head: previous }: OutsideHead,
  { session, version, hash }: Pick<SignedVersion, 'session' | 'version' | 'hash'>,
  origin: ChainLink['origin'],
  crypto: Hashing,
): Promise<ChainLink> {
  const body = { n: count + 1, record: session.id, version, hash, origin };
  return { ...body, head: await hashOf({ previous, ...body }, crypto) };
}

/**
 * The first thing wrong with a store. `link`: a step does not follow the one before it. `missing`: a version that was signed is
 * gone. `exchanged`: another stands in its place. `unlisted`: a version that no step took in. `twice`: a version taken in
 * more than once. `head`: the version names another head of the store than the one it was signed on.
 */
export type ChainProblem =
  | { readonly kind: 'link'; readonly n: number }
  | {
      readonly kind: 'missing' | 'exchanged' | 'twice' | 'head';
      readonly n: number;
      readonly record: string;
      readonly version: number;
    }
  | { readonly kind: 'unlisted'; readonly record: string; readonly version: number };

/** Verifies the chain by itself: every step follows from the one before it. Names the first that does not. */
export async function verifyChain(
  links: readonly ChainLink[],
  crypto: Hashing,
): Promise<Result<OutsideHead, ChainProblem>> {
  for (const [index, link] of links.entries()) {
    const { head, ...body } = link;
    const previous = links[index - 1]?.head ?? null;
    const follows = body.n === index + 1 && head === (await hashOf({ previous, ...body }, crypto));
    if (!follows) return err({ kind: 'link', n: index + 1 });
  }
  return ok(headOf(links));
}

/**
 * Verifies the chain against the signed records that lie in the store, each verified by itself (see `verify`). Records that the store
 * does not hold any more, or holds in another form, are named by the step that took them in.
 */
export async function verifyStore(
  links: readonly ChainLink[],
  records: ReadonlyMap<string, readonly SignedVersion[]>,
  crypto: Hashing,
): Promise<Result<OutsideHead, ChainProblem>> {
  const chain = await verifyChain(links, crypto);
  if (!chain.ok) return chain;
  const listed = new Set<SignedVersion>();
  for (const [index, { n, record, version, hash, origin }] of links.entries()) {
    const at = { n, record, version };
    const stored = records.get(record)?.[version - 1];
    if (stored === undefined) return err({ kind: 'missing', ...at });
    if (stored.hash !== hash || stored.session.id !== record) return err({ kind: 'exchanged', ...at });
    if (listed.has(stored)) return err({ kind: 'twice', ...at });
    listed.add(stored);
    const before = links[index - 1]?.head ?? null;
    if (origin === 'signed' && stored.storeHead !== before) return err({ kind: 'head', ...at });
  }
  for (const [record, versions] of records) {
    const unlisted = versions.find((version) => !listed.has(version));
    if (unlisted !== undefined) return err({ kind: 'unlisted', record, version: versions.indexOf(unlisted) + 1 });
  }
  return chain;
}

/**
 * What a head kept outside says of a chain. `current`: nothing was added since. `grown`: it was, `since` steps. `cut-short`: at least
 * `missing` of the steps that the outside head counted are gone. `another-history`: as long or longer, and not the one that
 * had this head: something was replaced, or it is another store's.
 *
 * A device that was rolled back as a whole, with every head kept on it, is `current` to itself: only a head kept
 * elsewhere and newer than the state it was rolled back to shows it.
 */
export type HeadVerdict =
  | { readonly kind: 'current' }
  | { readonly kind: 'grown'; readonly since: number }
  | { readonly kind: 'cut-short'; readonly missing: number }
  | { readonly kind: 'another-history' };

/**
 * Judges a chain, verified by itself, against a head kept outside. `heads` are its hashes in order: the `head`s of the store's chain, the
 * hashes of a record's versions, or those of the audit log. Throws on a count that is no whole number from 0.
 */
export function judgeHead(heads: readonly string[], outside: OutsideHead): HeadVerdict {
  const { count, head } = outside;
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  if (count > heads.length) return { kind: 'cut-short', missing: count - heads.length };
  if ((heads[count - 1] ?? null) !== head) return { kind: 'another-history' };
  return count === heads.length ? { kind: 'current' } : { kind: 'grown', since: heads.length - count };
}
