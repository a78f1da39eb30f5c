import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../../src/record/base64url';
import { keyName } from '../../../src/record/crypto-port';
import { makeSigningKey, openSigningKey, webChecking } from '../../../src/storage/web-crypto';

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const wrappingKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
const said = utf8('what is signed');

describe('base64url', () => {
  it('gives back every run of bytes, without padding', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, n) => (n * 37 + length * 101) % 256);
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text)).toEqual(bytes);
    }
  });

  it('reads one text only for the same bytes: bits to spare in the last letter count', () => {
    expect(fromBase64Url('AA')).toEqual(Uint8Array.of(0));
    for (const other of ['AB', 'AA=', 'AA==', 'A', 'A+', 'A/', ' AA', 'AA\n']) expect(fromBase64Url(other)).toBeNull();
  });
});

describe('the crypto of the browser', () => {
  it('hashes as FIPS 180-4 shows', async () => {
    expect(hex(await webChecking.sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('names a key by its point alone', async () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) } as const;
    const name = await keyName(key, webChecking);
    expect(name).toMatch(/^[\w-]{43}$/);
    expect(await keyName({ ...key, alg: 'ES256' } as typeof key, webChecking)).toBe(name);
    expect(await keyName({ ...key, y: 'A'.repeat(43) }, webChecking)).not.toBe(name);
  });

  it('checks a signature as RFC 7515 shows (appendix A.3)', async () => {
    const key = {
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
    } as const;
    const signed = utf8(
      'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ',
    );
    const signature = fromBase64Url(
      'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
    );
    if (signature === null) throw new Error('not base64url');
    expect(await webChecking.verify(key, signature, signed)).toBe(true);
    expect(await webChecking.verify(key, signature, utf8('other'))).toBe(false);
  });

  it('answers no, and does not throw, for what is no key or no signature', async () => {
    const point = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
    expect(await webChecking.verify(point, new Uint8Array(64), said)).toBe(false);
    expect(await webChecking.verify({ ...point, x: '' }, new Uint8Array(64), said)).toBe(false);
    const { port } = await makeSigningKey(await wrappingKey());
    expect(await webChecking.verify(port.publicKey, new Uint8Array(0), said)).toBe(false);
    expect(await webChecking.verify(port.publicKey, new Uint8Array(64), said)).toBe(false);
  });
});

describe('a signing key', () => {
  it('signs what its public half checks, and holds nothing that could be taken out', async () => {
    const { port, wrapped } = await makeSigningKey(await wrappingKey());
    const signature = await port.sign(said);
    expect(signature).toHaveLength(64);
    expect(await webChecking.verify(wrapped.key, signature, said)).toBe(true);
    expect(await webChecking.verify(wrapped.key, signature, utf8('what is signee'))).toBe(false);
    expect(Object.values(port).filter((value) => typeof value !== 'function')).toEqual([port.publicKey]);
    expect(Object.keys(port.publicKey).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  it('is opened by its wrapping key and by no other', async () => {
    const [mine, other] = [await wrappingKey(), await wrappingKey()];
    const { wrapped } = await makeSigningKey(mine);
    const opened = await openSigningKey(wrapped, mine);
    if (!opened.ok) throw new Error('not opened');
    expect(await webChecking.verify(wrapped.key, await opened.value.sign(said), said)).toBe(true);
    expect(await openSigningKey(wrapped, other)).toEqual({ ok: false, error: { kind: 'KeyNotOpened' } });
  });

  it('is never extractable once opened', async () => {
    const real = crypto.subtle.unwrapKey.bind(crypto.subtle);
    const seen: CryptoKey[] = [];
    crypto.subtle.unwrapKey = async (...args: Parameters<SubtleCrypto['unwrapKey']>) => {
      const key = await real(...args);
      seen.push(key);
      return key;
    };
    try {
      const wrapping = await wrappingKey();
      const { wrapped } = await makeSigningKey(wrapping);
      await openSigningKey(wrapped, wrapping);
    } finally {
      crypto.subtle.unwrapKey = real;
    }
    expect(seen.map(({ extractable }) => extractable)).toEqual([false, false]);
  });

  it('is not opened with another public half, nor when a letter of it was changed', async () => {
    const wrapping = await wrappingKey();
    const { wrapped } = await makeSigningKey(wrapping);
    const { wrapped: second } = await makeSigningKey(wrapping);
    const changed = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    for (const damaged of [
      { ...wrapped, key: second.key },
      { ...wrapped, nonce: second.nonce },
      { ...wrapped, nonce: changed(wrapped.nonce) },
      { ...wrapped, wrapped: changed(wrapped.wrapped) },
      { ...wrapped, wrapped: 'not base64url!' },
      { ...wrapped, wrapped: '' },
    ]) {
      expect(await openSigningKey(damaged, wrapping)).toEqual({ ok: false, error: { kind: 'KeyNotOpened' } });
    }
  });
});
