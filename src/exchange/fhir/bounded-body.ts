import type { Bytes } from '../../record/crypto-port';

/** What a server answered, no more than `limit` bytes of it; null where there is more, and nothing further is read then. */
export async function readBounded(response: Response, limit: number): Promise<Bytes | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    await reader.cancel();
    return null;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    // A server need not say how much it sends, or may say less.
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
