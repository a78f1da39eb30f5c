import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createArchive } from '../../../src/exchange/archive';
import { readArchive } from '../../../src/exchange/archive-reader';
import { readSessionFile } from '../../../src/exchange/session-file';
import { unwrap } from '../../support/signing';

const fixture = readFileSync(new URL('../../fixtures/session-v3.aliquot.json', import.meta.url), 'utf8');

/** The text with one of its numbers written otherwise: of each field the first. */
function numbersWritten(as: string): readonly (readonly [string, string])[] {
  const fields = new Map<string, number>();
  for (const found of fixture.matchAll(/"(\w+)": -?\d+(?:\.\d+)?(?=[,\n])/g)) {
    if (!fields.has(found[1] ?? '')) fields.set(found[1] ?? '', found.index);
  }
  return [...fields].map(([field, at]) => [
    field,
    fixture.slice(0, at) + fixture.slice(at).replace(/: -?\d+(?:\.\d+)?/, `: ${as}`),
  ]);
}

describe('a file that somebody made to do harm', () => {
  it('is refused with a number beyond all measure in any of its fields, and with a dose that is none', () => {
    expect(readSessionFile(fixture).ok).toBe(true);
    const endless = numbersWritten('1e400');
    expect(endless.map(([field]) => field)).toEqual(expect.arrayContaining(['formatVersion', 'units', 'strength']));
    for (const [field, text] of endless) expect(readSessionFile(text).ok, field).toBe(false);
    for (const as of ['0', '-5', '2.5', '1e21', '5.0000000001'])
      for (const [field, text] of numbersWritten(as))
        if (field === 'units') expect(readSessionFile(text).ok, as).toBe(false);
  });

  it('in an archive is known by its name as a text, wherever the name leads', async () => {
    const names = [
      '../../etc/passwd',
      '/etc/passwd',
      String.raw`C:\x.json`,
      '__proto__',
      '<img src=x onerror=a()>',
      'a\0b',
    ];
    const archive = createArchive();
    const pieces = [];
    for (const name of names) pieces.push(...unwrap(await archive.add(name, new Uint8Array([123, 125]))));
    const found = unwrap(await readArchive(new Blob([...pieces, ...archive.end()]), 1000));
    expect(found.map(({ name }) => name)).toEqual(names);
    for (const { read } of found) expect(unwrap(await read())).toEqual(new Uint8Array([123, 125]));
  });
});
