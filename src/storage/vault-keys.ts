import { type Bytes, fromBase64, randomBytes, toBase64, utf8 } from './bytes';

/**
 * The keys of an open vault. None can be taken out of the browser's keeping: script can use them, not read them.
 * `data` seals rows, `names` turns ids into row keys that say nothing, `derive` makes keys for backups and PINs.
 */
export type VaultKeys = { readonly data: CryptoKey; readonly names: CryptoKey; readonly derive: CryptoKey };

/** Where a sealed text lies. It opens nowhere else: not in another row, not as another revision, not as another kind. */
export type Place = { readonly kind: string; readonly key: string; readonly revision: number };

export type Sealed = { readonly iv: Bytes; readonly data: Bytes };

const ivBytes = 12;

/** A new vault's secret: 32 random bytes. Held only while it is wrapped; `keysFrom` is what stays. */
export const newSecret = (): Bytes => randomBytes(32);

/** The keys that follow from a vault's secret. */
export async function keysFrom(secret: Bytes): Promise<VaultKeys> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const names = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return {
    data: await deriveSealingKey(base, 'rows', new Uint8Array(0)),
    names: await crypto.subtle.deriveKey(hkdf('names', new Uint8Array(0)), base, names, false, ['sign']),
    derive: base,
  };
}

const hkdf = (purpose: string, salt: Bytes) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt,
  info: utf8(`aliquot/vault/${purpose}`),
});

/** An AES-GCM key for one purpose, from key material that is strong already. */
export function deriveSealingKey(base: CryptoKey, purpose: string, salt: Bytes): Promise<CryptoKey> {
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf(purpose, salt), base, aes, false, ['encrypt', 'decrypt']);
}

/** An AES-GCM key for one purpose, from secret bytes that are strong already. */
export async function sealingKeyFrom(secret: Bytes, purpose: string, salt: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return deriveSealingKey(base, purpose, salt);
}

/** The key of a row: always the same for the same kind and id, and nothing can be read from it without the vault. */
export async function rowKey(keys: VaultKeys, kind: string, id: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', keys.names, utf8(JSON.stringify([kind, id])));
  return toBase64(new Uint8Array(mac, 0, 16));
}

const placeBytes = (place: Place): Bytes => utf8(JSON.stringify(['aliquot/2', place.kind, place.key, place.revision]));

/** Seals bytes for a place, with a fresh IV: the same text sealed twice never looks the same. */
export const sealAt = (keys: VaultKeys, place: Place, plain: Bytes): Promise<Sealed> =>
  seal(keys.data, plain, placeBytes(place));

/** Opens what was sealed for this place; null for anything else. */
export const openAt = (keys: VaultKeys, place: Place, sealed: Sealed): Promise<Bytes | null> =>
  open(keys.data, sealed, placeBytes(place));

/** AES-GCM with a fresh IV; `bound` is not hidden, but without it nothing opens. */
export async function seal(key: CryptoKey, plain: Bytes, bound: Bytes): Promise<Sealed> {
  const iv = randomBytes(ivBytes);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, plain);
  return { iv, data: new Uint8Array(data) };
}

/** The opened bytes; null where key, bytes or what they are bound to are not the ones they were sealed with. */
export async function open(key: CryptoKey, sealed: Sealed, bound: Bytes): Promise<Bytes | null> {
  try {
    const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData: bound };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.data));
  } catch {
    return null;
  }
}

/** Sealed bytes as they stand in JSON. */
export type SealedText = { readonly iv: string; readonly data: string };

/** In base64url without padding (RFC 4648, section 5). */
export const sealedText = (sealed: Sealed): SealedText => ({ iv: toBase64(sealed.iv), data: toBase64(sealed.data) });

/** Null where either is not strictly what `sealedText` writes, or the IV is not 12 bytes. */
export function readSealedText(text: SealedText): Sealed | null {
  const [iv, data] = [fromBase64(text.iv), fromBase64(text.data)];
  return iv === null || data === null || iv.length !== ivBytes ? null : { iv, data };
}
