import { fromBase64Url, toBase64Url } from '../record/base64url';
import { canonicalBytes } from '../record/canonical';
import type { Bytes, CheckingPort, CryptoPort, PublicKey } from '../record/crypto-port';
import { err, ok, type Result } from '../record/ports';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;
const coordinateBytes = 32;
/** What AES-GCM is made for (NIST SP 800-38D, section 5.2.1.1). */
const nonceBytes = 12;

/** An injector's key as it is kept: the private half encrypted, bound to the public one. Base64url throughout. */
export type WrappedKey = { readonly key: PublicKey; readonly nonce: string; readonly wrapped: string };

/** The wrapping key does not fit (a wrong PIN, another vault), or what was kept is damaged: they cannot be told apart. */
export type KeyRefusal = { readonly kind: 'KeyNotOpened' };

/** Hashing and checking of signatures, which need no key of ours. */
export const webChecking: CheckingPort = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
  async verify(key, signature, bytes) {
    try {
      return await crypto.subtle.verify(algorithm, await importPublic(key), signature, bytes);
    } catch {
      // A point that does not lie on the curve, or text that is no number: nothing it signed can be shown to hold.
      return false;
    }
  },
};

/**
 * A new key pair. `wrapping` is an AES-GCM key with the usages wrapKey and unwrapKey; the caller makes it of the vault's key and
 * the PIN. What is returned can sign and cannot be taken out of memory as a key; the extractable original is let go.
 */
export async function makeSigningKey(
  wrapping: CryptoKey,
): Promise<{ readonly wrapped: WrappedKey; readonly port: CryptoPort }> {
  const pair = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const key = publicOf(await crypto.subtle.exportKey('jwk', pair.publicKey));
  const wrapped = await wrap(pair.privateKey, key, wrapping);
  const opened = await openSigningKey(wrapped, wrapping);
  if (!opened.ok) throw new Error('a key that was just wrapped does not open');
  return { wrapped, port: opened.value };
}

/** The key that was kept, ready to sign, not extractable. */
export async function openSigningKey(kept: WrappedKey, wrapping: CryptoKey): Promise<Result<CryptoPort, KeyRefusal>> {
  const secret = await unwrap(kept, wrapping);
  if (secret === null) return err({ kind: 'KeyNotOpened' });
  const port: CryptoPort = {
    ...webChecking,
    publicKey: kept.key,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(algorithm, secret, bytes)),
  };
  // The two halves were bound when they were wrapped; that they belong together is shown by using them.
  const probe = crypto.getRandomValues(new Uint8Array(coordinateBytes));
  return (await port.verify(kept.key, await port.sign(probe), probe)) ? ok(port) : err({ kind: 'KeyNotOpened' });
}

async function wrap(secret: CryptoKey, key: PublicKey, wrapping: CryptoKey): Promise<WrappedKey> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const wrapped = await crypto.subtle.wrapKey('pkcs8', secret, wrapping, sealing(nonce, key));
  return { key, nonce: toBase64Url(nonce), wrapped: toBase64Url(new Uint8Array(wrapped)) };
}

async function unwrap(kept: WrappedKey, wrapping: CryptoKey): Promise<CryptoKey | null> {
  const nonce = fromBase64Url(kept.nonce);
  const wrapped = fromBase64Url(kept.wrapped);
  if (nonce === null || wrapped === null) return null;
  try {
    const how = sealing(nonce, kept.key);
    return await crypto.subtle.unwrapKey('pkcs8', wrapped, wrapping, how, curve, false, ['sign']);
  } catch {
    return null;
  }
}

/** The public half is authenticated with the private one, so that neither can be exchanged. */
function sealing(nonce: Bytes, { crv, kty, x, y }: PublicKey) {
  const additionalData = canonicalBytes({ use: 'aliquot-signing-key', crv, kty, x, y });
  if (!additionalData.ok) throw new Error('a public key without canonical form');
  return { name: 'AES-GCM', iv: nonce, additionalData: additionalData.value };
}

/** The versions of a clinic are of few keys, one after another: the one that was read last is kept. */
let last: { readonly name: string; readonly key: Promise<CryptoKey> } | null = null;

function importPublic(key: PublicKey): Promise<CryptoKey> {
  const name = [key.kty, key.crv, key.x, key.y].join(' ');
  if (last?.name !== name) last = { name, key: importPoint(key) };
  return last.key;
}

/** Only the point itself: what else a JWK may say (`key_ops`, `alg`) is not the record's to decide. */
async function importPoint({ crv, kty, x, y }: PublicKey): Promise<CryptoKey> {
  const coordinates = [x, y].map(fromBase64Url);
  if (coordinates.some((bytes) => bytes?.length !== coordinateBytes)) throw new Error('not a point');
  return crypto.subtle.importKey('jwk', { crv, kty, x, y }, curve, false, ['verify']);
}

function publicOf(jwk: JsonWebKey): PublicKey {
  if (jwk.x === undefined || jwk.y === undefined) throw new Error('an EC key without a point');
  return { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y };
}
