/** Bytes as WebCrypto and IndexedDB take them: never a view of memory that is shared. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** The text that bytes say. Throws where they are no UTF-8: what is read after decryption was written by this code. */
export const textOf = (bytes: Bytes): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** Base64url without padding. */
export function toBase64(bytes: Bytes): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads base64url without padding; null where it is none. */
export function fromBase64(text: string): Bytes | null {
  if (!/^[\w-]*$/.test(text)) return null;
  try {
    const read = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(read, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
