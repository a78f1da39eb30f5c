import type { Cost } from './argon2';
import { type Bytes, fromBase64, randomBytes, toBase64, utf8 } from './bytes';
import {
  deriveSealingKey,
  open,
  readSealedText,
  type SealedText,
  seal,
  sealedText,
  sealingKeyFrom,
  type VaultKeys,
} from './vault-keys';

/**
 * A secret under a key from a passphrase (Argon2id; its cost stands beside it), or under a recovery key, which is
 * random already and needs no stretching.
 */
export type PassphraseWrap = SealedText & { readonly by: 'passphrase'; readonly salt: string; readonly cost: Cost };
export type RecoveryWrap = SealedText & { readonly by: 'recovery-key'; readonly salt: string };
/** A signing key under its owner's PIN and the vault's key together: a stolen disk without the vault tries no PIN. */
export type PinWrap = SealedText & { readonly by: 'pin'; readonly salt: string; readonly cost: Cost };

/** More than OWASP's least (19 MiB, 2 rounds): a quarter to half a second on a desktop, once an unlock. */
export const standardCost: Cost = { memoryKiB: 32 * 1024, iterations: 3 };
/** The shortest passphrase that is taken, in characters: NIST SP 800-63B's least for one that people choose. */
export const leastPassphrase = 8;

/** What a header may ask for. A tampered one must neither weaken the next wrap nor fill the memory. */
const mostMemoryKiB = 512 * 1024;
const mostIterations = 100;

const boundTo = (wrap: { readonly by: string; readonly salt: string; readonly cost?: Cost }): Bytes =>
  utf8(JSON.stringify(['aliquot/2/wrap', wrap.by, wrap.salt, wrap.cost?.memoryKiB ?? 0, wrap.cost?.iterations ?? 0]));

const isCost = (cost: Cost): boolean =>
  Number.isSafeInteger(cost.memoryKiB) &&
  Number.isSafeInteger(cost.iterations) &&
  cost.memoryKiB >= 8 &&
  cost.memoryKiB <= mostMemoryKiB &&
  cost.iterations >= 1 &&
  cost.iterations <= mostIterations;

async function stretched(passphrase: string, salt: Bytes, cost: Cost): Promise<Bytes> {
  const { stretch } = await import('./argon2');
  return stretch(passphrase, salt, cost);
}

/** Under a fresh salt of 16 bytes. Kind, salt and cost are bound to what is sealed: changed ones open nothing. */
export async function wrapByPassphrase(secret: Bytes, passphrase: string, cost: Cost): Promise<PassphraseWrap> {
  const salt = randomBytes(16);
  const head = { by: 'passphrase' as const, salt: toBase64(salt), cost };
  const key = await sealingKeyFrom(await stretched(passphrase, salt, cost), 'passphrase', salt);
  return { ...head, ...sealedText(await seal(key, secret, boundTo(head))) };
}

/** The secret; null with a wrong or empty passphrase, for a wrap that was changed, or for a cost out of bounds. */
export async function unwrapByPassphrase(wrap: PassphraseWrap, passphrase: string): Promise<Bytes | null> {
  const [salt, sealed] = [fromBase64(wrap.salt), readSealedText(wrap)];
  if (salt === null || sealed === null || salt.length < 16 || !isCost(wrap.cost) || passphrase === '') return null;
  const key = await sealingKeyFrom(await stretched(passphrase, salt, wrap.cost), 'passphrase', salt);
  return open(key, sealed, boundTo(wrap));
}

/** `recoveryKey` as it was printed (see `readRecoveryKey`). */
export async function wrapByRecoveryKey(secret: Bytes, recoveryKey: string): Promise<RecoveryWrap> {
  const salt = randomBytes(16);
  const head = { by: 'recovery-key' as const, salt: toBase64(salt) };
  const key = await sealingKeyFrom(utf8(recoveryKey), 'recovery-key', salt);
  return { ...head, ...sealedText(await seal(key, secret, boundTo(head))) };
}

/** The secret, by a key as printed (see `readRecoveryKey`); null with another key, or for a wrap that was changed. */
export async function unwrapByRecoveryKey(wrap: RecoveryWrap, recoveryKey: string): Promise<Bytes | null> {
  const [salt, sealed] = [fromBase64(wrap.salt), readSealedText(wrap)];
  if (salt === null || sealed === null) return null;
  return open(await sealingKeyFrom(utf8(recoveryKey), 'recovery-key', salt), sealed, boundTo(wrap));
}

/** Wraps a profile's signing key (its PKCS #8 bytes) under the PIN and the open vault together. */
export async function wrapWith(keys: VaultKeys, pin: string, secret: Bytes, cost = standardCost): Promise<PinWrap> {
  const salt = randomBytes(16);
  const head = { by: 'pin' as const, salt: toBase64(salt), cost };
  const sealed = await seal(await pinKey(keys, pin, salt, cost), secret, boundTo(head));
  return { ...head, ...sealedText(sealed) };
}

/** The signing key's bytes; null with the wrong PIN or another vault. Import them non-extractable, then `fill(0)`. */
export async function unwrapWith(keys: VaultKeys, pin: string, wrap: PinWrap): Promise<Bytes | null> {
  const [salt, sealed] = [fromBase64(wrap.salt), readSealedText(wrap)];
  if (salt === null || sealed === null || salt.length < 16 || !isCost(wrap.cost) || pin === '') return null;
  return open(await pinKey(keys, pin, salt, wrap.cost), sealed, boundTo(wrap));
}

/** The stretched PIN salts a key of the vault: whoever lacks either has nothing to try. */
const pinKey = async (keys: VaultKeys, pin: string, salt: Bytes, cost: Cost): Promise<CryptoKey> =>
  deriveSealingKey(keys.derive, 'pin', await stretched(pin, salt, cost));
