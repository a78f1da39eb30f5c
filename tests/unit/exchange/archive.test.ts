import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createArchive } from '../../../src/exchange/archive';
import { type Packed, readArchive } from '../../../src/exchange/archive-reader';
import type { Bytes } from '../../../src/record/crypto-port';
import { unwrap } from '../../support/signing';

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const files = [
  ['sessions/a.json', utf8('{"a":"ä"}\n'.repeat(400))],
  ['sessions/b.json', utf8('')],
  ['damaged/1-c.json', crypto.getRandomValues(new Uint8Array(3000))],
] as const;

async function packed(some: readonly (readonly [string, Bytes])[] = files): Promise<Bytes> {
  const archive = createArchive();
  const pieces: Bytes[] = [];
  for (const [name, bytes] of some) pieces.push(...unwrap(await archive.add(name, bytes)));
  pieces.push(...archive.end());
  return new Uint8Array(Buffer.concat(pieces));
}
const same = (a: Bytes | undefined, b: Bytes | undefined): boolean =>
  a !== undefined && b !== undefined && Buffer.from(a).equals(b);
const opened = (bytes: Bytes, largest = 1e6) => readArchive(new Blob([bytes]), largest);
const kindOf = (result: { readonly ok: boolean; readonly error?: { readonly kind: string } }) =>
  result.ok ? 'ok' : result.error?.kind;
const one = async (bytes: Bytes, largest?: number): Promise<Packed> => {
  const [first] = unwrap(await opened(bytes, largest));
  if (first === undefined) throw new Error('no file');
  return first;
};

describe('an archive', () => {
  it('holds every file byte for byte, as another program reads it', async () => {
    const there = unzipSync(await packed());
    expect(Object.keys(there)).toEqual(files.map(([name]) => name));
    for (const [name, bytes] of files) expect(same(there[name], bytes), name).toBe(true);
  });

  it('is the same bytes for the same files', async () => {
    expect(same(await packed(), await packed())).toBe(true);
  });

  it('has its files in the order in which they were added, whichever is packed first', async () => {
    const archive = createArchive();
    const pieces = await Promise.all(files.map(async ([name, bytes]) => unwrap(await archive.add(name, bytes))));
    const whole = new Uint8Array(Buffer.concat([...pieces.flat(), ...archive.end()]));
    expect(same(whole, await packed())).toBe(true);
  });

  it('is read back file by file', async () => {
    const found = unwrap(await opened(await packed()));
    expect(found.map(({ name, size }) => [name, size])).toEqual(files.map(([name, { length }]) => [name, length]));
    for (const [n, { read }] of found.entries()) expect(same(unwrap(await read()), files[n]?.[1])).toBe(true);
  });

  it('is read as other programs make it: stored, with folders, with a comment behind it', async () => {
    const made = zipSync({ folder: {}, 'folder/x.json': [utf8('{}'), { level: 0 }] });
    const commented = new Uint8Array([...made, ...utf8('PK notes')]);
    new DataView(commented.buffer).setUint16(made.length - 2, 8, true);
    const found = unwrap(await opened(commented));
    expect(found.map(({ name }) => name)).toEqual(['folder/x.json']);
    expect(unwrap(await (found[0]?.read() ?? Promise.reject(new Error())))).toEqual(utf8('{}'));
  });

  it('takes no more files, or bytes, than every program can read', async () => {
    const few = createArchive({ files: 2, bytes: 1000 });
    for (const name of ['a', 'b']) unwrap(await few.add(name, utf8('{}')));
    expect(await few.add('c', utf8('{}'))).toEqual({ ok: false, error: { kind: 'ArchiveFull', files: 2 } });
    expect(await createArchive({ files: 2, bytes: 1000 }).add('a', new Uint8Array(1001))).toMatchObject({
      ok: false,
    });
  });
});

describe('what is no archive, or not a whole one,', () => {
  it.each([
    ['nothing', utf8(''), 'NotAnArchive'],
    ['a session file', utf8('{"format":"aliquot-session"}'.repeat(10)), 'NotAnArchive'],
  ])('is told as such: %s', async (_what, bytes, kind) => {
    expect(kindOf(await opened(bytes))).toBe(kind);
  });

  it('is told as such where its end is cut off, or its beginning', async () => {
    const whole = await packed();
    expect(kindOf(await opened(whole.slice(0, -30)))).toBe('NotAnArchive');
    expect(kindOf(await opened(whole.slice(200)))).toBe('ArchiveDamaged');
  });

  it('tells every byte that was changed, or reads what was packed all the same', async () => {
    const whole = await packed([['sessions/a.json', utf8('{"note":"Tolerated well."}'.repeat(3))]]);
    const text = unwrap(await (await one(whole)).read());
    let refused = 0;
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const found = await opened(changed);
      const file = found.ok ? found.value[0] : undefined;
      const read = await file?.read();
      if (read?.ok === true) expect(read.value).toEqual(text);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(whole.length / 3);
  });

  it('unpacks nothing that is larger than it may be, or grows beyond what it says', async () => {
    const bomb = await packed([['a.json', new Uint8Array(1_500_000)]]);
    expect(kindOf(await (await one(bomb)).read())).toBe('PackedTooLarge');
    const lying = bomb.slice();
    const list = new DataView(lying.buffer);
    const entry = lying.length - 22 - list.getUint32(lying.length - 10, true);
    list.setUint32(entry + 24, 1000, true);
    expect(kindOf(await (await one(lying)).read())).toBe('PackedDamaged');
  });
});
