import { err, ok, type Result } from '../protocol/words';
import { fromBase64Url, toBase64Url } from './base64url';
import { canonicalBytes, canonicalText, type NotCanonical } from './canonical';
import type { CryptoPort, PublicKey } from './crypto-port';
import type { Session } from './session';

/** What is signed of a session: all of it but the steps that redo would bring back, which are no part of the record. */
export type SessionContent = Omit<Session, 'undone'>;

/** Who signs, as he or she stands in the record: the id of the profile, and name and credentials at that time. */
export type Author = { readonly profile: string; readonly name: string; readonly credentials?: string };

/**
 * One version of a signed record. It never changes. `hash` (SHA-256) and `signature` (ECDSA P-256) are over the canonical
 * bytes of everything else in it, fields that this program does not know included; both in base64url.
 */
export type SignedVersion = {
  /** 1, 2, ... */
  readonly version: number;
  readonly session: SessionContent;
  readonly author: Author;
  /** ISO 8601 with offset, by the clock of the device. */
  readonly at: string;
  /** Why it was amended; absent in version 1 alone. */
  readonly reason?: string;
  /** What is added in words: alone, where the session stays as it was signed, or beside a correction. */
  readonly addendum?: string;
  /** The hash of the version before; null in version 1. */
  readonly previous: string | null;
  /** The head of the store's chain before this version was signed (see chain.ts); null in an empty store. */
  readonly storeHead: string | null;
  readonly key: PublicKey;
  readonly hash: string;
  readonly signature: string;
};

/** An addendum changes the session, or adds words to it as it stands, or both. */
export type Change =
  | { readonly session: Session | SessionContent; readonly addendum?: string }
  | { readonly addendum: string };

export type SigningRefusal =
  | ({ readonly kind: 'NotCanonical' } & NotCanonical)
  | { readonly kind: 'NoAuthor' }
  | { readonly kind: 'NoReason' }
  /** The change is no change. */
  | { readonly kind: 'NothingChanged' }
  /** An addendum belongs to the session that was signed. */
  | { readonly kind: 'OtherSession' }
  /** There is nothing to amend. */
  | { readonly kind: 'NotSigned' };

export type Signing = { readonly author: Author; readonly at: string; readonly storeHead: string | null };

/**
 * Signs a session as version 1. Whether it is complete and balanced is for the caller to ask first. What is returned shares no
 * object with the session. Refused without an author, and for what has no canonical form; throws where `at` is no time, and where
 * the signature just made does not hold.
 */
export function signFirst(
  session: Session | SessionContent,
  signing: Signing,
  crypto: CryptoPort,
): Promise<Result<SignedVersion, SigningRefusal>> {
  return seal({ version: 1, session: contentOf(session), previous: null }, signing, crypto);
}

/**
 * Signs the version after the last one. `reason` says why and may not be empty. The versions must have been verified: what
 * is built upon damage would hide it. Refused also where nothing is changed, and for another session; throws as `signFirst`.
 */
export async function amend(
  versions: readonly SignedVersion[],
  change: Change,
  signing: Signing & { readonly reason: string },
  crypto: CryptoPort,
): Promise<Result<SignedVersion, SigningRefusal>> {
  const last = versions.at(-1);
  if (last === undefined) return err({ kind: 'NotSigned' });
  if (signing.reason.trim() === '') return err({ kind: 'NoReason' });
  const begun = { version: last.version + 1, previous: last.hash, reason: signing.reason };
  const session = 'session' in change ? contentOf(change.session) : last.session;
  if (session.id !== last.session.id) return err({ kind: 'OtherSession' });
  const [before, after] = [canonicalText(last.session), canonicalText(session)];
  const same = before.ok && after.ok && before.value === after.value;
  const { addendum = '' } = change;
  if (addendum.trim() === '')
    return same ? err({ kind: 'NothingChanged' }) : seal({ ...begun, session }, signing, crypto);
  return seal({ ...begun, session: same ? last.session : session, addendum }, signing, crypto);
}

/** The session without what was undone. */
export function contentOf(session: Session | SessionContent): SessionContent {
  return fieldsWithout(session, ['undone']) as unknown as SessionContent;
}

/** What is hashed and signed of a version: everything in it but the two that are made of it. */
export const bodyOf = (version: object): Readonly<Record<string, unknown>> =>
  fieldsWithout(version, ['hash', 'signature']);

/** A copy of an object without the fields of these names. */
export const fieldsWithout = (value: object, names: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

type Begun = Pick<SignedVersion, 'version' | 'session' | 'previous' | 'reason' | 'addendum'>;

async function seal(
  begun: Begun,
  signing: Signing,
  crypto: CryptoPort,
): Promise<Result<SignedVersion, SigningRefusal>> {
  const { author, at, storeHead } = signing;
  if (author.profile.trim() === '' || author.name.trim() === '') return err({ kind: 'NoAuthor' });
  if (Number.isNaN(Date.parse(at))) throw new RangeError(`not a time: ${at}`);
  const bytes = canonicalBytes({ ...begun, author, at, storeHead, key: crypto.publicKey });
  if (!bytes.ok) return err({ kind: 'NotCanonical', ...bytes.error });
  const [hash, signature] = await Promise.all([crypto.sha256(bytes.value), crypto.sign(bytes.value)]);
  // A signature that does not hold must never be shown as one.
  const read = fromBase64Url(toBase64Url(signature));
  if (read === null || !(await crypto.verify(crypto.publicKey, read, bytes.value))) {
    throw new Error('a signature just made does not hold');
  }
  // Read from the signed bytes: what is kept is what was signed, and nobody else holds a part of it.
  const body = JSON.parse(new TextDecoder().decode(bytes.value)) as Omit<SignedVersion, 'hash' | 'signature'>;
  return ok({ ...body, hash: toBase64Url(hash), signature: toBase64Url(signature) });
}
