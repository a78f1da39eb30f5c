import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sessionSchemaFile, sessionSchemaText } from '../../../scripts/write-schema';
import { toSignedFile } from '../../../src/exchange/signed-file';
import { aliquot } from '../../../src/protocol/paradigm';
import { pathText } from '../../../src/record/damage';
import { parseSession } from '../../../src/record/schema';
import { openSession } from '../../../src/record/session';
import { webChecking } from '../../../src/storage/web-crypto';
import { planned, sampleSession, sampleHead, sampleVial } from '../../support/sample-sessions';
import { signedRecord, smallSession, twoInjectors, unwrap } from '../../support/signing';

type JsonSchema = Record<string, unknown>;

/** The sample with one field, given as a path, changed or (undefined) taken out. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(sampleSession());
  let here = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) here = here[key] as Record<string | number, unknown>;
  const last = path[path.length - 1] ?? '';
  if (value === undefined) Reflect.deleteProperty(here, last);
  else here[last] = value;
  return copy;
}

describe('a session read from a store', () => {
  it('is what was written, and shares nothing with what was read', () => {
    const session = sampleSession();
    const read = parseSession(session);
    expect(read).toEqual({ ok: true, value: session });
    expect(read.ok && read.value.entries[0]).not.toBe(session.entries[0]);
  });

  it('keeps fields it does not know, at every level', () => {
    const odd = changed(['entries', 0, 'anchor', 'offset', 'confidence'], 0.5) as Record<string, unknown>;
    const read = parseSession({ ...odd, later: [1], patient: { id: 'p', label: '', pronoun: 'she' } });
    expect(read).toMatchObject({
      ok: true,
      value: { later: [1], patient: { pronoun: 'she' }, entries: { 0: { anchor: { offset: { confidence: 0.5 } } } } },
    });
  });

  it.each([
    [['patient'], undefined, 'patient', 'missing'],
    [['patient'], 'K. M.', 'patient', 'not an object'],
    [['id'], '../../etc', 'id', 'not an id'],
    [['id'], '', 'id', 'not an id'],
    [['id'], 'chain', 'id', 'not an id'],
    [['startedAt'], '2026-03-02T09:00:00', 'startedAt', 'not a date and time with offset'],
    [['startedAt'], '2026-02-30T09:00:00Z', 'startedAt', 'not a date and time with offset'],
    [['startedAt'], '0050-03-02T09:00:00Z', 'startedAt', 'a time that no clock shows'],
    [['startedAt'], '1899-12-31T09:00:00Z', 'startedAt', 'a time that no clock shows'],
    [['startedAt'], '2101-01-01T09:00:00Z', 'startedAt', 'a time that no clock shows'],
    [['startedAt'], '9999-12-31T09:00:00Z', 'startedAt', 'a time that no clock shows'],
    [['startedAt'], '2026-03-02T09:00:00+14:01', 'startedAt', 'a time that no clock shows'],
    [['startedAt'], '2026-03-02T09:00:00-18:00', 'startedAt', 'a time that no clock shows'],
    [['entries', 31, 'at'], '2026-03-02T09:00:00+23:59', 'entries[31].at', 'a time that no clock shows'],
    [['vials', 0, 'reconstitutedAt'], '0026-03-02T09:00:00Z', 'vials[0].reconstitutedAt', 'a time that no clock shows'],
    [['vials', 0, 'expiry'], '0027-08', 'vials[0].expiry', 'not a date'],
    [['finishedAt'], null, 'finishedAt', 'not text'],
    [['map', 'id'], 'preempt-1999', 'map.id', 'not an allowed value'],
    [['entries'], {}, 'entries', 'not a list'],
    [['entries', 2, 'kind'], 'give-twice', 'entries[2].kind', 'not an allowed value'],
    [['entries', 2, 'kind'], undefined, 'entries[2].kind', 'missing'],
    [['entries', 2, 'units'], aliquot.units + 1, 'entries[2].units', 'not a multiple of the aliquot'],
    [['entries', 2, 'units'], 0, 'entries[2].units', 'out of range'],
    [['entries', 2, 'units'], aliquot.units / 2, 'entries[2].units', 'not a whole number'],
    [['entries', 2, 'ftp'], 'no', 'entries[2].ftp', 'not true or false'],
    [['entries', 2, 'anchor', 'positionMm', 1], Number.NaN, 'entries[2].anchor.positionMm[1]', 'not a number'],
    [['entries', 2, 'anchor', 'positionMm', 1], Infinity, 'entries[2].anchor.positionMm[1]', 'not a number'],
    [['entries', 2, 'anchor', 'normal'], [0, 1], 'entries[2].anchor.normal', 'of the wrong length'],
    [
      ['entries', 2, 'anchor', 'offset', 'landmark'],
      'chin',
      'entries[2].anchor.offset.landmark',
      'not an allowed value',
    ],
    [['entries', 2, 'anchor', 'muscle'], 'masseter', 'entries[2].anchor.muscle', 'not an allowed value'],
    [['entries', 3, 'id'], planned[0]?.id, 'entries[3].id', 'used twice'],
    [['entries', 31, 'site'], 'temporalis-L-9', 'entries[31]', 'against the rules of the ledger'],
    [['vials', 0, 'diluentMl'], 0, 'vials[0].diluentMl', 'out of range'],
    [['vials', 0, 'product'], '', 'vials[0].product', 'empty'],
    [['vials'], [sampleVial, sampleVial], 'vials[1].id', 'used twice'],
    [['undone'], [{}], 'undone[0]', 'not a list'],
    [['note'], 7, 'note', 'not text'],
  ])('says of %j as %j that %s is %s', (path, value, where, what) => {
    expect(parseSession(changed(path, value))).toEqual({ ok: false, error: { path: where, what } });
  });

  it('writes a path as a reader of JSON would', () => {
    expect(pathText(['a', 0, 'b', 'c d', '__proto__'])).toBe('a[0].b["c d"].__proto__');
    expect(pathText([])).toBe('');
  });
});

describe('opening a session', () => {
  it('starts with nothing given, undone or finished, and adds nothing of its own', () => {
    const input = {
      id: 's1',
      patient: { id: 'p1', label: 'A' },
      injector: 'B',
      startedAt: '2026-03-02T09:00:00+01:00',
      protocol: { id: 'preempt', version: '1' },
      map: { id: 'preempt-2010', version: '1' } as const,
      head: sampleHead,
      vials: [sampleVial],
    };
    expect(openSession(input)).toEqual({ ...input, entries: [], undone: [], note: '' });
    expect(parseSession(openSession({ ...input, entries: planned, note: 'n' }))).toMatchObject({ ok: true });
  });
});

describe('docs/session.schema.json', () => {
  it('is what the code says (else run: npx tsx scripts/write-schema.ts)', () => {
    expect(readFileSync(sessionSchemaFile, 'utf8')).toBe(sessionSchemaText());
  });

  it('is met by every file that is kept in the fixtures, and by a signed one; not by one whose hash is none', async () => {
    // What needs both versions and seal is beyond this reader of schemas.
    const { dependentRequired, dependentSchemas, ...schema } = JSON.parse(sessionSchemaText()) as JsonSchema;
    expect(dependentRequired).toEqual({ versions: ['seal'], seal: ['versions'] });
    expect(dependentSchemas).toEqual({ versions: { properties: { formatVersion: { enum: [3, 4] } } } });
    const described = z.fromJSONSchema(schema);
    const fixtures = new URL('../../fixtures/', import.meta.url);
    const files = readdirSync(fixtures).filter((name) => name.endsWith('.aliquot.json'));
    expect(files.length).toBeGreaterThan(3);
    for (const name of files) {
      const read = described.safeParse(JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')));
      expect(read.error?.issues ?? [], name).toEqual([]);
    }
    const record = await signedRecord(smallSession(), await twoInjectors());
    const bytes = unwrap(await toSignedFile(record, '0.1.0', webChecking));
    const signed = JSON.parse(new TextDecoder().decode(bytes)) as { versions: { hash: string }[]; seal: string };
    expect(described.safeParse(signed).error?.issues ?? []).toEqual([]);
    expect(described.safeParse({ ...signed, seal: 'none' }).success).toBe(false);
    for (const version of signed.versions) version.hash = version.hash.slice(1);
    expect(described.safeParse(signed).success).toBe(false);
  });

  it('takes the size of an aliquot from the protocol', () => {
    expect(sessionSchemaText()).toContain(`"multipleOf": ${String(aliquot.units)}`);
  });
});
