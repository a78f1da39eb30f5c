import {
  readSignedFile,
  type SignedFileProblem,
  signedFormatVersion,
  toSignedFile,
} from '../../src/exchange/signed-file';
import { parseJson } from '../../src/exchange/json-text';
import { toSessionFile } from '../../src/exchange/session-file';
import { canonicalBytes } from '../../src/record/canonical';
import { type Bytes, type CryptoPort, hashOf, keyName } from '../../src/record/crypto-port';
import { judgeHead } from '../../src/record/chain';
import { verify } from '../../src/record/signed-record';
import { toBase64Url } from '../../src/record/base64url';
import { bodyOf, type SignedVersion } from '../../src/record/signed-version';
import type { Result } from '../../src/protocol/words';
import { webChecking } from '../../src/storage/web-crypto';
import { sampleSession } from '../../tests/support/sample-sessions';
import { signedRecord, smallSession, twoInjectors, unwrap } from '../../tests/support/signing';
import { seeded } from '../seeded';

export type Row = { readonly name: string; readonly tried: number; readonly failed: number };

const app = '0.0.0';
/** Files read at a time: hashing and checking of signatures go on beside the program. */
const atOnce = 8;

/**
 * Changes signed exports in every way that is told of in docs/signing.md and counts what goes unseen. `small` and `large` say how
 * many bytes of the small export (three versions of a session of three entries) and of the large one (a whole session)
 * are changed; infinity for every byte. `longest` is the length up to which chains are spliced. Each is changed twice: one bit of it, and to another of its kind.
 */
export async function proveTampering(
  seed: number,
  small = Infinity,
  large = 2000,
  longest = 4,
): Promise<readonly Row[]> {
  const next = seeded(seed);
  const ports = await twoInjectors();
  const record = await signedRecord(smallSession(), ports);
  const whole = await signedRecord(sampleSession(), ports);
  const other = await signedRecord(smallSession({ id: 'another-session', note: 'another' }), ports);
  return [
    ...(await changeBytes('', record, small, next)),
    ...(await changeBytes(' of a whole session', whole, large, next)),
    await splice(record, other, longest),
    await exchangeKeys(record, ports),
    await cutShort(record),
    await signAnew(record, ports),
  ];
}

/** Changes bytes one at a time: nothing may be read, and the version in which the byte stands is named where JSON is left. */
async function changeBytes(
  what: string,
  record: readonly SignedVersion[],
  count: number,
  next: () => number,
): Promise<readonly Row[]> {
  const bytes = unwrap(await toSignedFile(record, app, webChecking));
  const regions = record.map((version) => {
    const start = Buffer.from(bytes).indexOf(unwrap(canonicalBytes(version)));
    return { start, end: start + unwrap(canonicalBytes(version)).length };
  });
  const places = Math.min(bytes.length, count);
  const detected = { tried: 0, failed: 0 };
  const named = { tried: 0, failed: 0 };
  const one = async (at: number, to: number): Promise<void> => {
    const changed = bytes.slice();
    changed[at] = to;
    const read = await readSignedFile(changed, webChecking);
    detected.tried += 1;
    if (read.ok) detected.failed += 1;
    const version = regions.findIndex(({ start, end }) => at >= start && at < end) + 1;
    if (version === 0 || !parses(changed)) return;
    named.tried += 1;
    if (read.ok || !names(read.error, version)) named.failed += 1;
  };
  const changes: (readonly [number, number])[] = [];
  for (let n = 0; n < places; n += 1) {
    const at = Math.floor((n * bytes.length) / places + (next() * bytes.length) / places);
    const byte = bytes[at]!;
    changes.push([at, byte ^ (1 << Math.floor(8 * next()))], [at, another(byte, next)]);
  }
  for (let n = 0; n < changes.length; n += atOnce) {
    await Promise.all(changes.slice(n, n + atOnce).map(([at, to]) => one(at, to)));
  }
  return [
    { name: `tamper: a changed byte of a signed export${what} is detected`, ...detected },
    { name: `tamper: the changed version${what} is named wherever the file still parses`, ...named },
  ];
}

/** Another byte of the same kind, so that the file often stays JSON: a digit for a digit, a letter for a letter. */
function another(byte: number, next: () => number): number {
  const kinds = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const kind = kinds.find((letters) => letters.includes(String.fromCharCode(byte)));
  const others =
    kind === undefined ? null : Array.from(kind, (letter) => letter.charCodeAt(0)).filter((b) => b !== byte);
  return others === null ? (byte + 1 + Math.floor(255 * next())) % 256 : others[Math.floor(others.length * next())]!;
}

function parses(bytes: Bytes): boolean {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).ok;
  } catch {
    return false;
  }
}

const names = (problem: SignedFileProblem, version: number): boolean =>
  problem.kind === 'VersionDamaged'
    ? problem.problems.some((one) => one.version === version)
    : 'version' in problem && problem.version === version;

/** A file as somebody would make it who knows the format and has no key: the last session beside the versions, sealed anew. */
async function assembled(versions: readonly SignedVersion[]): Promise<Bytes> {
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a file without versions');
  const session = JSON.parse(
    toSessionFile({ ...last.session, undone: [] }, app, signedFormatVersion(versions)),
  ) as object;
  const rest = { ...session, versions };
  return unwrap(canonicalBytes({ ...rest, seal: await hashOf(rest, webChecking) }));
}

const read = async (versions: readonly SignedVersion[]) => readSignedFile(await assembled(versions), webChecking);

async function refusals(name: string, tries: readonly (readonly SignedVersion[])[]): Promise<Row> {
  const results: readonly Result<unknown, unknown>[] = await Promise.all(tries.map(read));
  return { name, tried: tries.length, failed: results.filter(({ ok }) => ok).length };
}

/** Versions of two records mixed, left out, moved and doubled: every list of up to `longest` of the six that is no record. */
async function splice(
  record: readonly SignedVersion[],
  other: readonly SignedVersion[],
  longest: number,
): Promise<Row> {
  const all = [...record, ...other];
  let lists: readonly (readonly SignedVersion[])[] = [[]];
  const tries: (readonly SignedVersion[])[] = [];
  for (let length = 1; length <= longest; length += 1) {
    lists = lists.flatMap((list) => all.map((version) => [...list, version]));
    tries.push(...lists.filter((list) => ![record, other].some((whole) => list.every((v, n) => v === whole[n]))));
  }
  return refusals('tamper: a spliced chain of versions is detected', tries);
}

/** Key, hash or signature of one version put into another, and every version signed by the wrong injector below a later one. */
async function exchangeKeys(record: readonly SignedVersion[], ports: readonly CryptoPort[]): Promise<Row> {
  const tries: (readonly SignedVersion[])[] = [];
  for (const [n, version] of record.entries()) {
    for (const from of record) {
      for (const field of ['key', 'hash', 'signature', 'previous', 'storeHead'] as const) {
        if (JSON.stringify(from[field]) === JSON.stringify(version[field])) continue;
        tries.push(record.toSpliced(n, 1, { ...version, [field]: from[field] }));
      }
    }
    for (const port of ports) {
      if (n < record.length - 1 && port.publicKey.x !== version.key.x)
        tries.push(record.toSpliced(n, 1, await signedBy(version, {}, port)));
    }
  }
  return refusals('tamper: an exchanged key, hash, signature or link is detected', tries);
}

/** Versions removed from the end: what is left holds, and is judged against the hash of the last one, kept outside. */
async function cutShort(record: readonly SignedVersion[]): Promise<Row> {
  const outside = { count: record.length, head: record.at(-1)?.hash ?? null };
  let failed = 0;
  for (let length = 1; length < record.length; length += 1) {
    const left = await read(record.slice(0, length));
    if (!left.ok) throw new Error('what is left of a record must hold by itself');
    const verdict = judgeHead(
      left.value.versions.map(({ hash }) => hash),
      outside,
    );
    if (verdict.kind !== 'cut-short') failed += 1;
  }
  return {
    name: 'tamper: a record cut short is detected against a hash kept outside',
    tried: record.length - 1,
    failed,
  };
}

/** A record signed anew from some version on: by a stranger it is judged against the known keys, by anyone against the outside hash. */
async function signAnew(record: readonly SignedVersion[], ports: readonly CryptoPort[]): Promise<Row> {
  const known = new Set(await Promise.all(ports.map(({ publicKey }) => keyName(publicKey, webChecking))));
  const [stranger] = await twoInjectors();
  const outside = { count: record.length, head: record.at(-1)?.hash ?? null };
  const row = {
    name: 'tamper: a record signed anew is detected against known keys or a hash kept outside',
    tried: 0,
    failed: 0,
  };
  for (let from = 0; from < record.length; from += 1) {
    for (const port of [stranger, ...ports]) {
      const forged: SignedVersion[] = record.slice(0, from);
      for (const version of record.slice(from)) {
        const session = { ...version.session, note: 'forged' };
        forged.push(await signedBy(version, { session, previous: forged.at(-1)?.hash ?? null }, port));
      }
      const left = await read(forged);
      if (!left.ok) throw new Error('a record signed anew must hold by itself');
      const hashes = left.value.versions.map(({ hash }) => hash);
      row.tried += 1;
      const strange = !(await verify(forged, webChecking, known)).ok;
      if (strange !== (port === stranger) || judgeHead(hashes, outside).kind !== 'another-history') row.failed += 1;
    }
  }
  return row;
}

async function signedBy(
  version: SignedVersion,
  change: Partial<SignedVersion>,
  port: CryptoPort,
): Promise<SignedVersion> {
  const body = { ...bodyOf(version), ...change, key: port.publicKey };
  const bytes = unwrap(canonicalBytes(body));
  const [hash, signature] = [toBase64Url(await port.sha256(bytes)), toBase64Url(await port.sign(bytes))];
  return { ...body, hash, signature } as unknown as SignedVersion;
}
