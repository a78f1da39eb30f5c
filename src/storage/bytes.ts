/** Bytes as WebCrypto and IndexedDB take them: never a view of memory that is shared. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** The bytes of a text in UTF-8, without a mark. Half of a surrogate pair becomes U+FFFD. */
export const utf8 = (text: string): Bytes => encoder.encode(text);

/** The text that bytes say. Throws where they are no UTF-8: what is read after decryption was written by this code. */
export const textOf = (bytes: Bytes): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** From Web Crypto, fit for keys; it throws above 65,536 bytes at once. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

// What is kept here is read by the same strict letters as what is signed.
export { fromBase64Url as fromBase64, toBase64Url as toBase64 } from '../record/base64url';
