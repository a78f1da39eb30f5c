import * as z from 'zod/mini';
import { err, ok, type Result } from '../protocol/words';
import { fromBase64Url, toBase64Url } from './base64url';
import { canonicalParts, canonicalText } from './canonical';
import { type CheckingPort, keyName, sha256Bytes } from './crypto-port';
import { type Damage, pathText } from './damage';
import { parseWith } from './schema';
import { bodyOf, type SignedVersion } from './signed-version';
import { instant } from './value-schemas';

/** The coordinates of a point on P-256, and r and s of a signature. */
const coordinateBytes = 32;
const signatureBytes = 2 * coordinateBytes;

const bytesText = (length: number) =>
  z.string().check(z.refine((text: string) => fromBase64Url(text)?.length === length));
const hash = bytesText(sha256Bytes);
const said = z.string().check(z.minLength(1));

/** A signed version as JSON. Its session is read by the schema of sessions, once the version is known to hold. */
export const signedVersionSchema = z.looseObject({
  version: z.int().check(z.positive()),
  session: z.looseObject({ id: z.string() }),
  author: z.looseObject({ profile: said, name: said, credentials: z.exactOptional(z.string()) }),
  at: instant,
  reason: z.exactOptional(said),
  addendum: z.exactOptional(said),
  previous: z.nullable(hash),
  storeHead: z.nullable(hash),
  key: z.looseObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: bytesText(coordinateBytes),
    y: bytesText(coordinateBytes),
    // The private half has no business in a record.
    d: z.exactOptional(z.never()),
  }),
  hash,
  signature: bytesText(signatureBytes),
});

/**
 * What is wrong with a version, the number of which is its place in the record and not what it says of itself.
 * `shape`: a field is missing or none (`damage`). `order`: it says another number. `hash`: it is not what was hashed.
 * `signature`: its key did not sign it. `link`: it does not follow the version before. `session`: it is another session's.
 * `reason`: an addendum that says no reason. `key`: it holds, under a key that is not known here.
 */
export type VersionProblem = {
  readonly version: number;
  readonly kind: 'shape' | 'order' | 'hash' | 'signature' | 'link' | 'session' | 'reason' | 'key';
  /** The place within the version, where one can be told. */
  readonly damage?: Damage;
};

export type VerifiedRecord = {
  readonly versions: readonly SignedVersion[];
  /** The names of the keys, one a version (see `keyName`). */
  readonly keys: readonly string[];
};

/**
 * Verifies the versions of one record, the oldest first. Every problem is given, version by version; none at all are a problem
 * of version 1. `known` are the names of the keys that this device or clinic trusts: without them a record signed anew from
 * start to end with another key holds, and only the names of the keys tell. That versions are missing at the end cannot be
 * seen here: see `judgeHead`. `texts` is given the canonical text of each part of what holds, for whoever writes it down.
 */
export async function verify(
  versions: readonly unknown[],
  crypto: CheckingPort,
  known?: ReadonlySet<string>,
  texts?: Map<unknown, string>,
): Promise<Result<VerifiedRecord, readonly VersionProblem[]>> {
  const problems: VersionProblem[] = versions.length === 0 ? [{ version: 1, kind: 'shape' }] : [];
  const sound: SignedVersion[] = [];
  const keys: string[] = [];
  let before: Before = { hashes: [null], session: null };
  for (const [index, version] of versions.entries()) {
    const found = await verifyOne(version, index, before, crypto, known, texts);
    problems.push(...found.problems);
    before = { hashes: found.hashes, session: before.session ?? found.session };
    if (found.version !== null) sound.push(found.version);
    keys.push(found.key);
  }
  return problems.length > 0 ? err(problems) : ok({ versions: sound, keys });
}

type Before = {
  /**
   * What the next version may name as the one before: the hash stated and the hash found. They differ only where that version
   * is damaged, and named as such; its successor is then not to blame for it.
   */
  readonly hashes: readonly (string | null)[];
  readonly session: string | null;
};

type Found = {
  readonly problems: readonly VersionProblem[];
  readonly hashes: readonly (string | null)[];
  readonly session: string | null;
  readonly version: SignedVersion | null;
  readonly key: string;
};

async function verifyOne(
  value: unknown,
  index: number,
  before: Before,
  crypto: CheckingPort,
  known: ReadonlySet<string> | undefined,
  texts: Map<unknown, string> | undefined,
): Promise<Found> {
  const number = index + 1;
  const stated = statedHash(value);
  const shape = (damage: Damage): Found => ({
    problems: [{ version: number, kind: 'shape', damage }],
    hashes: stated,
    session: null,
    version: null,
    key: '',
  });
  const read = parseWith(signedVersionSchema, value);
  if (!read.ok) return shape(read.error);
  const version = value as SignedVersion;
  const body = bodyOf(version);
  const text = texts === undefined ? canonicalText(body) : canonicalParts(body, texts, ['session']);
  if (!text.ok) return shape({ path: text.error.path, what: 'not an allowed value' });
  const bytes = new TextEncoder().encode(text.value);

  const problems: VersionProblem[] = [];
  const problem = (kind: VersionProblem['kind'], path?: string): void => {
    problems.push({
      version: number,
      kind,
      ...(path === undefined ? {} : { damage: { path: pathText([path]), what: 'not an allowed value' } }),
    });
  };
  const hashed = toBase64Url(await crypto.sha256(bytes));
  const signature = fromBase64Url(version.signature);
  if (hashed !== version.hash) problem('hash');
  if (signature === null || !(await crypto.verify(version.key, signature, bytes))) problem('signature');
  if (version.version !== number) problem('order', 'version');
  if (!before.hashes.includes(version.previous)) problem('link', 'previous');
  if (index > 0 && version.reason === undefined) problem('reason', 'reason');
  if (before.session !== null && version.session.id !== before.session) problem('session', 'session');
  const key = await keyName(version.key, crypto);
  if (known !== undefined && !known.has(key)) problem('key', 'key');
  return { problems, hashes: [version.hash, hashed], session: version.session.id, version, key };
}

/** The hash that a version without readable shape states, so that its successor can still be judged. */
function statedHash(value: unknown): readonly string[] {
  const stated: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'hash') : undefined;
  return typeof stated === 'string' ? [stated] : [];
}
