import { toBase64Url } from './base64url';
import { canonicalBytes } from './canonical';

export type Bytes = Uint8Array<ArrayBuffer>;

/** The length of a hash. */
export const sha256Bytes = 32;

/** The public half of an injector's key, as JWK (RFC 7517): a point on P-256. Only these fields are used. */
export type PublicKey = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

/** What checking needs. Implemented by `storage/web-crypto`. */
export type CheckingPort = {
  /** 32 bytes. */
  readonly sha256: (bytes: Bytes) => Promise<Bytes>;
  /** ECDSA over P-256 with SHA-256. False for whatever is no signature or no key; never throws. */
  readonly verify: (key: PublicKey, signature: Bytes, bytes: Bytes) => Promise<boolean>;
};

/** What signing needs: the same with a private key in it, which nobody can take out. */
export type CryptoPort = CheckingPort & {
  /** The public half of the key that signs. */
  readonly publicKey: PublicKey;
  /** 64 bytes: r and s. */
  readonly sign: (bytes: Bytes) => Promise<Bytes>;
};

/** The SHA-256 of a value's canonical bytes in base64url. The value must be plain JSON: a defect otherwise (throws). */
export async function hashOf(value: unknown, crypto: Pick<CheckingPort, 'sha256'>): Promise<string> {
  const bytes = canonicalBytes(value);
  if (!bytes.ok) throw new Error(`no canonical form: ${bytes.error.path}: ${bytes.error.what}`);
  return toBase64Url(await crypto.sha256(bytes.value));
}

/** The name of a key: its thumbprint (RFC 7638), the same wherever the key is used. */
export const keyName = ({ crv, kty, x, y }: PublicKey, crypto: Pick<CheckingPort, 'sha256'>): Promise<string> =>
  hashOf({ crv, kty, x, y }, crypto);
