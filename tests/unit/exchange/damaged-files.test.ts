import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSessionFile, toSessionFile } from '../../../src/exchange/session-file';
import { mutate, seeded } from '../../support/mutations';

const fixture = readFileSync(new URL('../../fixtures/session-v1.aliquot.json', import.meta.url), 'utf8');

it('a damaged file is refused with its reason and place, or read for exactly what it says', () => {
  const random = seeded(20260302);
  const tally = new Map<string, number>();
  for (let n = 0; n < 600; n += 1) {
    let text = mutate(fixture, random);
    if (n % 5 === 0) text = mutate(text, random);
    const read = readSessionFile(text);
    const kind = read.ok ? 'read' : read.error.kind;
    tally.set(kind, (tally.get(kind) ?? 0) + 1);
    if (!read.ok) {
      expect(typeof read.error.path).toBe('string');
      if (read.error.kind === 'Damaged') expect(read.error.what).not.toBe('');
      continue;
    }
    // Nothing between the file and the record was guessed, dropped or mended: writing it again says the same.
    const said: unknown = JSON.parse(text);
    const { app } = said as { app: string };
    expect(JSON.parse(toSessionFile(read.value.session, app))).toEqual(JSON.parse(JSON.stringify(said)));
  }
  for (const kind of ['read', 'NotJson', 'Damaged', 'RuleBroken']) expect(tally.get(kind), kind).toBeGreaterThan(2);
});
