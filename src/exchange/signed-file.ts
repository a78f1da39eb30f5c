import type { HeadRef } from '../anatomy/anchor';
import { err, ok, type Result } from '../protocol/words';
import { canonicalBytes, canonicalText } from '../record/canonical';
import { changesBetween } from '../record/changes';
import { type Bytes, type CheckingPort, hashOf } from '../record/crypto-port';
import { type DamageKind, pathText } from '../record/damage';
import { parseSession } from '../record/schema';
import type { Session } from '../record/session';
import { fileFormat, type FileVersion, fileVersions, formatVersion } from '../record/session-file-schema';
import { verify, type VersionProblem } from '../record/signed-record';
import { contentOf, fieldsWithout, type SignedVersion } from '../record/signed-version';
import { versionFor } from './file-version';
import { parseJson } from './json-text';
import { type FileNote, type FileProblem, readSessionFile, toSessionFile } from './session-file';

/** The first version of the format in which a session file may have `versions`. */
const firstSignedVersion: FileVersion = 3;

/** The version that a signed file is written in: the oldest that holds every one of its versions. */
export const signedFormatVersion = (versions: readonly SignedVersion[]): FileVersion =>
  versions.reduce<FileVersion>((least, { session }) => {
    const needed = versionFor({ ...session, undone: [] });
    return needed > least ? needed : least;
  }, firstSignedVersion);

/** Larger files are not read: every version holds the whole session. Chosen. */
export const maxSignedFileBytes = 25_000_000;

/** Why a signed file was not taken. `version` is the number of the version in which the damage lies, where it lies in one. */
export type SignedFileProblem =
  | FileProblem
  /** Bytes that are no UTF-8. */
  | { readonly kind: 'NotText'; readonly path: '' }
  /** Versions that do not hold; `version` and `path` are those of the first, `problems` has them all. */
  | {
      readonly kind: 'VersionDamaged';
      readonly path: string;
      readonly version: number;
      readonly problems: readonly VersionProblem[];
    }
  /** A version that holds, of a session that this program cannot read. */
  | {
      readonly kind: 'VersionUnreadable';
      readonly path: string;
      readonly version: number;
      readonly what: DamageKind;
    }
  /** The session beside the versions is not what the last of them signed. `path` leads to what was signed. */
  | { readonly kind: 'NotWhatIsSigned'; readonly path: string; readonly version: number }
  /** The same value in other bytes than were exported, from `offset` (in UTF-16 units) on. */
  | { readonly kind: 'NotExact'; readonly path: string; readonly offset: number; readonly version?: number }
  /** Something outside the versions was changed that they do not tell. */
  | { readonly kind: 'SealBroken'; readonly path: 'seal' };

export type ReadSignedFile = {
  /** The session as the last version has it. */
  readonly session: Session;
  readonly versions: readonly SignedVersion[];
  /** The names of the keys, one a version. Whether they are known is for the caller to say. */
  readonly keys: readonly string[];
  readonly notes: readonly FileNote[];
};

/**
 * A signed record as a file (docs/signing.md): the canonical bytes of a session file with the last version's session, all
 * `versions`, and `seal`, a hash over the rest of the file. What could not be read back is not written: the problem is given.
 */
export async function toSignedFile(
  versions: readonly SignedVersion[],
  app: string,
  crypto: CheckingPort,
): Promise<Result<Bytes, SignedFileProblem>> {
  const last = versions.at(-1);
  if (last === undefined) return err({ kind: 'Damaged', path: 'versions', what: 'empty' });
  const unreadable = firstUnreadable(versions);
  if (unreadable !== null) return err(unreadable);
  const session = JSON.parse(
    toSessionFile({ ...last.session, undone: [] }, app, signedFormatVersion(versions)),
  ) as object;
  const rest = { ...session, versions };
  const text = canonicalText(rest);
  if (!text.ok) return err({ kind: 'Damaged', path: text.error.path, what: 'not an allowed value' });
  const bytes = canonicalBytes({ ...rest, seal: await hashOf(rest, crypto) });
  if (!bytes.ok) throw new Error('a file without canonical form');
  const read = await readSignedFile(bytes.value, crypto);
  return read.ok ? ok(bytes.value) : read;
}

/** Does the JSON say that it is a signed file? Such a file must be read by `readSignedFile` and by nothing less. */
export const isSigned = (file: unknown): boolean =>
  typeof file === 'object' && file !== null && ('versions' in file || 'seal' in file);

/**
 * Reads a signed file from its bytes and verifies all of it: every version, that the session beside them is the last one's,
 * that the bytes are exactly those exported, and the seal. Never throws; nothing is taken of a file with a problem.
 */
export async function readSignedFile(
  bytes: Bytes,
  crypto: CheckingPort,
  head?: HeadRef,
): Promise<Result<ReadSignedFile, SignedFileProblem>> {
  if (bytes.length > maxSignedFileBytes) {
    return err({ kind: 'TooLarge', path: '', bytes: bytes.length, limit: maxSignedFileBytes });
  }
  const text = textOf(bytes);
  if (text === null) return err({ kind: 'NotText', path: '' });
  const json = parseJson(text);
  if (!json.ok) return err({ path: '', ...json.error });
  const parts = partsOf(json.value);
  if (!parts.ok) return parts;
  const { file, versions, rest } = parts.value;

  const verified = await verify(versions, crypto);
  if (!verified.ok) return err(damaged(verified.error));
  const unreadable = firstUnreadable(verified.value.versions);
  if (unreadable !== null) return err(unreadable);

  // The rest is a session file by itself. It counts as one of the newest version that is known here.
  const read = readSessionFile(JSON.stringify({ ...rest, formatVersion }), head);
  if (!read.ok) return read;
  const different = otherThanSigned(read.value.session, verified.value.versions);
  if (different !== null) return err(different);

  const inexact = otherBytes(text, file);
  if (inexact !== null) return err(inexact);
  const { seal, ...sealed } = file;
  if (seal !== (await hashOf(sealed, crypto))) return err({ kind: 'SealBroken', path: 'seal' });
  return ok({ ...verified.value, ...read.value });
}

type Parts = {
  readonly file: Readonly<Record<string, unknown>>;
  readonly versions: readonly unknown[];
  readonly rest: Readonly<Record<string, unknown>>;
};

/** The file, its versions, and the session beside them. */
function partsOf(value: unknown): Result<Parts, FileProblem> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ kind: 'NotASession', path: '', what: 'not an object' });
  }
  const file = value as Readonly<Record<string, unknown>>;
  const { versions } = file;
  if (file['format'] !== fileFormat) {
    const what = file['format'] === undefined ? 'missing' : 'not an allowed value';
    return err({ kind: 'NotASession', path: 'format', what });
  }
  const found = file['formatVersion'];
  if (typeof found === 'number' && found > formatVersion) {
    return err({ kind: 'NewerVersion', path: 'formatVersion', found, known: formatVersion });
  }
  const known = fileVersions.some((version) => version === found && version >= firstSignedVersion);
  if (!known) {
    const what = found === undefined ? 'missing' : 'not an allowed value';
    return err({ kind: 'Damaged', path: 'formatVersion', what });
  }
  if (Array.isArray(versions)) return ok({ file, versions, rest: fieldsWithout(file, ['versions', 'seal']) });
  return err({ kind: 'Damaged', path: 'versions', what: versions === undefined ? 'missing' : 'not a list' });
}

/** `ignoreBOM` keeps a byte order mark in the text: an export has none. */
function textOf(bytes: Bytes): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function damaged(problems: readonly VersionProblem[]): SignedFileProblem {
  const version = problems[0]?.version ?? 1;
  return { kind: 'VersionDamaged', path: within(version - 1, problems[0]?.damage?.path ?? ''), version, problems };
}

/** `versions[1].session.note` */
const within = (index: number, ...paths: readonly string[]): string =>
  [pathText(['versions', index]), ...paths]
    .filter((path) => path !== '')
    .join('.')
    .replaceAll('.[', '[');

/** The first version of a session that this program cannot read; null where it reads all. */
export function firstUnreadable(versions: readonly SignedVersion[]): SignedFileProblem | null {
  for (const [index, version] of versions.entries()) {
    const read = parseSession({ ...version.session, undone: [] });
    if (read.ok) continue;
    const path = within(index, 'session', read.error.path);
    return { kind: 'VersionUnreadable', path, version: index + 1, what: read.error.what };
  }
  return null;
}

function otherThanSigned(session: Session, versions: readonly SignedVersion[]): SignedFileProblem | null {
  const [different] = changesBetween(versions.at(-1)?.session, contentOf(session));
  if (different === undefined) return null;
  const path = within(versions.length - 1, 'session', different.path);
  return { kind: 'NotWhatIsSigned', path, version: versions.length };
}

/** Where the text first leaves the canonical one, and in which version or field that is. */
function otherBytes(text: string, file: Readonly<Record<string, unknown>>): SignedFileProblem | null {
  const canonical = exactText(file);
  if (text === canonical) return null;
  let offset = 0;
  while (offset < text.length && text[offset] === canonical[offset]) offset += 1;
  // Walks the fields in the order in which they are written: a brace, then `"name":value,` each.
  let here = 1;
  for (const name of Object.keys(file).sort()) {
    const value = file[name];
    const start = here + exactText(name).length + 1;
    const end = start + exactText(value).length;
    if (name === 'versions' && Array.isArray(value) && offset >= start && offset < end) {
      return { kind: 'NotExact', offset, ...itemAt(value, offset - start) };
    }
    if (offset < end) return { kind: 'NotExact', path: pathText([name]), offset };
    here = end + 1;
  }
  return { kind: 'NotExact', path: '', offset };
}

function itemAt(versions: readonly unknown[], offset: number): { readonly path: string; readonly version: number } {
  let here = 1;
  const index = versions.findIndex((version) => {
    here += exactText(version).length + 1;
    return offset < here;
  });
  const at = index === -1 ? versions.length - 1 : index;
  return { path: pathText(['versions', at]), version: at + 1 };
}

/** The canonical text of what was parsed from JSON, which always has one unless it holds half a character. */
function exactText(value: unknown): string {
  const text = canonicalText(value);
  return text.ok ? text.value : JSON.stringify(value);
}
