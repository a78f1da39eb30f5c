import { err, ok, type Result } from '../record/ports';
import type { Cost } from './argon2';
import { type BackupContent, readContent } from './backup-content';
import { type Bytes, fromBase64, randomBytes, textOf, toBase64, utf8 } from './bytes';
import {
  type PassphraseWrap,
  type RecoveryWrap,
  unwrapByPassphrase,
  unwrapByRecoveryKey,
  wrapByPassphrase,
} from './key-wraps';
import { type Mistyped, readRecoveryKey } from './recovery-key';
import {
  deriveSealingKey,
  keysFrom,
  open,
  readSealedText,
  type SealedText,
  seal,
  sealedText,
  sealingKeyFrom,
  type VaultKeys,
} from './vault-keys';

/** What tells a backup from any other file. */
const backupFormat = 'aliquot-backup';
const backupVersion = 1;

/** A backup's key under the vault's, with the vault's secret under the recovery key: the printed key opens it. */
type RecoveryLock = SealedText & { readonly by: 'vault'; readonly salt: string; readonly vault: RecoveryWrap };

/** The first line of the file, in plain. `bytes` is how long the sealed part is. */
type BackupHeader = {
  readonly format: typeof backupFormat;
  readonly formatVersion: number;
  readonly locks: readonly (PassphraseWrap | RecoveryLock)[];
  readonly iv: string;
};

/** What opens a backup. */
export type Opener =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'recovery-key'; readonly key: string };

export type BackupProblem =
  | { readonly kind: 'NotABackup' }
  | { readonly kind: 'NewerBackup'; readonly found: number; readonly known: number }
  /** Cut off, or a byte of it changed: it is not the file that was written. */
  | { readonly kind: 'BackupDamaged' }
  | { readonly kind: 'WrongBackupPassphrase' }
  | { readonly kind: 'WrongRecoveryKey' }
  /** It was made without a passphrase, or without a recovery key. */
  | { readonly kind: 'NoSuchLock'; readonly by: Opener['by'] }
  | Mistyped;

const sumBytes = 32;
const lineEnd = 10;

async function packed(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const sumOf = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export type LocksAsked = {
  /** A passphrase of the backup's own. */
  readonly passphrase?: { readonly text: string; readonly cost: Cost };
  /** The vault's recovery key, as the vault's header holds it. */
  readonly recovery?: { readonly keys: VaultKeys; readonly wrap: RecoveryWrap };
};

/** Writes a backup: a line of JSON, the gzipped documents sealed as one piece, a SHA-256 of all that. */
export async function writeBackup(content: BackupContent, asked: LocksAsked): Promise<Bytes> {
  const secret = randomBytes(32);
  const locks: (PassphraseWrap | RecoveryLock)[] = [];
  if (asked.passphrase !== undefined) {
    locks.push(await wrapByPassphrase(secret, asked.passphrase.text, asked.passphrase.cost));
  }
  if (asked.recovery !== undefined) {
    const salt = randomBytes(16);
    const head = { by: 'vault' as const, salt: toBase64(salt), vault: asked.recovery.wrap };
    const key = await deriveSealingKey(asked.recovery.keys.derive, 'backup', salt);
    locks.push({ ...head, ...sealedText(await seal(key, secret, utf8(head.salt))) });
  }
  if (locks.length === 0) throw new Error('a backup that nobody can open is none');
  const key = await sealingKeyFrom(secret, 'backup-file', new Uint8Array(0));
  secret.fill(0);
  const plain = await packed(utf8(JSON.stringify(content)));
  // The header is bound to what it heads, all but the IV, which the cipher binds itself.
  const head = { format: backupFormat, formatVersion: backupVersion, locks } as const;
  const sealed = await seal(key, plain, utf8(JSON.stringify(head)));
  const line = utf8(`${JSON.stringify({ ...head, iv: toBase64(sealed.iv) })}\n`);
  const body = joined(line, sealed.data);
  return joined(body, await sumOf(body));
}

/** Opens a backup and gives what it holds. Nothing of a file is used before all of it is known to be whole. */
export async function readBackup(file: Bytes, opener: Opener): Promise<Result<BackupContent, BackupProblem>> {
  const end = file.indexOf(lineEnd);
  const header = readHeader(file.subarray(0, Math.max(0, end)));
  // A flipped byte in the first line is damage, not another kind of file: the sum tells.
  const whole = await isWhole(file);
  if (header === null) return err({ kind: whole || !looksLikeOne(file) ? 'NotABackup' : 'BackupDamaged' });
  if (!whole) return err({ kind: 'BackupDamaged' });
  const found = header.formatVersion;
  if (found !== backupVersion) return err({ kind: 'NewerBackup', found, known: backupVersion });
  const secret = await secretBy(header, opener);
  if (!secret.ok) return secret;
  const key = await sealingKeyFrom(secret.value, 'backup-file', new Uint8Array(0));
  secret.value.fill(0);
  const { iv, ...head } = header;
  const sealed = { iv: fromBase64(iv) ?? new Uint8Array(0), data: file.slice(end + 1, -sumBytes) };
  const plain = await open(key, sealed, utf8(JSON.stringify(head)));
  if (plain === null) return err({ kind: 'BackupDamaged' });
  const content = await readContent(plain);
  return content === null ? err({ kind: 'BackupDamaged' }) : ok(content);
}

async function secretBy(header: BackupHeader, opener: Opener): Promise<Result<Bytes, BackupProblem>> {
  if (opener.by === 'passphrase') {
    const lock = header.locks.find((one) => one.by === 'passphrase');
    if (lock === undefined) return err({ kind: 'NoSuchLock', by: 'passphrase' });
    const secret = await unwrapByPassphrase(lock, opener.passphrase);
    return secret === null ? err({ kind: 'WrongBackupPassphrase' }) : ok(secret);
  }
  const lock = header.locks.find((one) => one.by === 'vault');
  if (lock === undefined) return err({ kind: 'NoSuchLock', by: 'recovery-key' });
  const typed = readRecoveryKey(opener.key);
  if (!typed.ok) return typed;
  const vault = await unwrapByRecoveryKey(lock.vault, typed.value);
  if (vault === null) return err({ kind: 'WrongRecoveryKey' });
  const keys = await keysFrom(vault);
  vault.fill(0);
  const [salt, sealed] = [fromBase64(lock.salt), readSealedText(lock)];
  if (salt === null || sealed === null) return err({ kind: 'BackupDamaged' });
  const secret = await open(await deriveSealingKey(keys.derive, 'backup', salt), sealed, utf8(lock.salt));
  return secret === null ? err({ kind: 'BackupDamaged' }) : ok(secret);
}

async function isWhole(file: Bytes): Promise<boolean> {
  if (file.length <= sumBytes) return false;
  const sum = await sumOf(file.slice(0, -sumBytes));
  return file.slice(-sumBytes).every((byte, n) => byte === sum[n]);
}

/** Most of the first word is there, whatever became of the rest. */
function looksLikeOne(file: Bytes): boolean {
  const first = utf8(`{"format":"${backupFormat}"`);
  const same = first.filter((byte, n) => byte === file[n]).length;
  return file.length >= first.length ? same >= first.length - 2 : same === file.length && same > 0;
}

function readHeader(line: Bytes): BackupHeader | null {
  try {
    const header: unknown = JSON.parse(textOf(line));
    return typeof header === 'object' &&
      header !== null &&
      'format' in header &&
      header.format === backupFormat &&
      'formatVersion' in header &&
      typeof header.formatVersion === 'number'
      ? (header as BackupHeader)
      : null;
  } catch {
    return null;
  }
}
