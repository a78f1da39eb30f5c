import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionFor } from '../../../src/exchange/file-version';
import { readSessionFile, sessionFileName, toSessionFile } from '../../../src/exchange/session-file';
import { check } from '../../../src/ledger/check';
import { type Entry, type GiveEntry, isEvent } from '../../../src/ledger/entry';
import { ftpMuscles, sessionTotals } from '../../../src/protocol/paradigm';
import type { Session } from '../../../src/record/session';
import { formatVersion, maxFileBytes } from '../../../src/record/session-file-schema';
import { randomSession } from '../../support/random-session';
import { extra, give, move, planned, sampleHead, sampleSession, sampleVial } from '../../support/sample-sessions';

type Json = Record<string, unknown>;

const app = '0.1.0';
const fixtureOf = (name: string) =>
  readFileSync(new URL(`../../fixtures/session-${name}.aliquot.json`, import.meta.url), 'utf8');
const fixture = fixtureOf('v1');
const fileOf = (session: Session) => JSON.parse(toSessionFile(session, app)) as Json;
const readJson = (value: unknown) => readSessionFile(JSON.stringify(value));
/** A session as a file gives it back: what was undone is no part of the record. */
const recorded = (session: Session): Session => ({ ...session, undone: [] });

describe('a session file', () => {
  it('states what the contract names, in order', () => {
    const file = fileOf(sampleSession());
    expect(Object.keys(file)).toEqual([
      'format',
      'formatVersion',
      'app',
      'protocol',
      'map',
      'head',
      'patient',
      'session',
      'vials',
      'entries',
      'totals',
    ]);
    expect(file).toMatchObject({ format: 'aliquot-session', formatVersion: 1, app, head: sampleHead });
    const [plan] = file.entries as Json[];
    expect(Object.keys(plan ?? {}).slice(0, 5)).toEqual(['id', 'at', 'kind', 'site', 'units']);
    expect(plan).toHaveProperty('anchor.positionMm');
  });

  it('states the totals its entries add up to', () => {
    const { totals } = fileOf(sampleSession()) as { totals: Json };
    expect(totals).toMatchObject({ given: 15, sitesGiven: 3, sitesSkipped: 1, cap: sessionTotals.capUnits });
    expect(totals).toHaveProperty('byMuscle.temporalis.extras', 1);
    expect(totals.byVial).toEqual([{ vial: sampleVial.id, drawn: 15, left: sampleVial.strength - 15 }]);
  });

  it('is JSON with two spaces of indent and a newline at the end', () => {
    const text = toSessionFile(sampleSession(), app);
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it('does not depend on the order in which fields came to be', () => {
    const session = sampleSession({ unknown: { 'x-b': 1, 'x-a': 2, session: { 'x-d': 3, 'x-c': 4 } } });
    const reversed = Object.fromEntries(Object.entries(session).reverse()) as Session;
    const entries = session.entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()) as Entry);
    const unknown = { session: { 'x-c': 4, 'x-d': 3 }, 'x-a': 2, 'x-b': 1 };
    expect(toSessionFile({ ...reversed, entries, unknown }, app)).toBe(toSessionFile(session, app));
  });

  it('keeps the BMI band of the visit, and has no such field where none was recorded', () => {
    const session = recorded(sampleSession({ bmiBand: '30-35' }));
    const text = toSessionFile(session, app);
    expect(JSON.parse(text)).toHaveProperty('session.bmiBand', '30-35');
    const read = readSessionFile(text);
    expect(read.ok && read.value.session).toEqual(session);
    expect(fileOf(sampleSession()).session).not.toHaveProperty('bmiBand');
    // A file of before the field was there has none, and is taken as it was.
    const old = readSessionFile(fixture);
    expect(old.ok && 'bmiBand' in old.value.session).toBe(false);
    expect(old.ok && toSessionFile(old.value.session, String((JSON.parse(fixture) as Json)['app']))).toBe(fixture);
  });

  it('is refused with a band that is none', () => {
    const file = fileOf(sampleSession({ bmiBand: '30-35' }));
    const wrong = { ...file, session: { ...(file['session'] as Json), bmiBand: 'heavy' } };
    expect(readJson(wrong)).toEqual({
      ok: false,
      error: { kind: 'Damaged', path: 'session.bmiBand', what: 'not an allowed value' },
    });
  });

  it('leaves out what was undone', () => {
    const session = sampleSession({ undone: [[give(90, 'procerus-M')]] });
    expect(toSessionFile(session, app)).toBe(toSessionFile(recorded(session), app));
  });

  it('has a name that tells the day and nothing about the person', () => {
    const name = sessionFileName(sampleSession({ patient: { id: 'karla', label: 'Karla Muster' } }));
    expect(name).toBe('aliquot-session-2026-03-02-0b1f8a52.aliquot.json');
  });
});

describe('export and import', () => {
  it('give back the session, whatever was charted and whatever a later version added', () => {
    fc.assert(
      fc.property(randomSession, (session) => {
        const text = toSessionFile(session, app);
        const read = readSessionFile(text, sampleHead);
        expect(read).toEqual({ ok: true, value: { session: recorded(session), notes: [] } });
        if (read.ok) expect(toSessionFile(read.value.session, app)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('reach sessions worth the name in that property', () => {
    const seen = { given: 0, extras: 0, moves: 0, voids: 0, undone: 0, unknown: 0, events: 0, stops: 0 };
    const versions = { 1: 0, 2: 0, 3: 0, 4: 0 };
    for (const session of fc.sample(randomSession, { numRuns: 240, seed: 1 })) {
      const checked = check(session.entries, session.vials);
      if (checked.ok) seen.given = Math.max(seen.given, checked.value.totals.given);
      seen.extras += session.entries.filter((entry) => entry.kind === 'plan' && entry.ftp).length;
      seen.moves += session.entries.filter((entry) => entry.kind === 'move').length;
      seen.voids += session.entries.filter((entry) => entry.kind === 'void').length;
      seen.events += session.entries.filter(isEvent).length;
      seen.stops += checked.ok && checked.value.totals.stopped ? 1 : 0;
      versions[versionFor(session)] += 1;
      seen.undone += session.undone.length;
      seen.unknown += session.unknown === undefined ? 0 : 1;
    }
    expect(seen.given).toBeGreaterThan(sessionTotals.fixedUnits / 2);
    for (const count of [...Object.values(seen), ...Object.values(versions)]) expect(count).toBeGreaterThan(10);
  });

  it('keep unknown fields where they stood, and write them again', () => {
    const file = fileOf(sampleSession());
    const { byVial: [byVial] = [] } = file.totals as { byVial?: Json[] };
    const grown = {
      ...file,
      'x-clinic': { room: 4 },
      session: { ...(file.session as Json), indication: 'G43.7' },
      patient: { ...(file.patient as Json), pronoun: 'she' },
      vials: (file.vials as Json[]).map((vial) => ({ ...vial, shelf: 2 })),
      entries: (file.entries as Json[]).map((entry) => ({ ...entry, depthMm: 4 })),
      totals: { ...(file.totals as Json), wasted: 185, byVial: [{ ...byVial, wasted: 185 }] },
    };
    const read = readJson(grown);
    expect(read.ok).toBe(true);
    if (read.ok) {
      expect(read.value.session.unknown).toEqual({
        'x-clinic': { room: 4 },
        session: { indication: 'G43.7' },
        totals: { wasted: 185, byVial: { 0: { wasted: 185 } } },
      });
      expect(fileOf(read.value.session)).toEqual(grown);
    }
  });

  it('keep points that were placed on another build of the head, and say so', () => {
    const here = { ...sampleHead, contentHash: 'b2'.repeat(32) };
    const read = readSessionFile(toSessionFile(sampleSession(), app), here);
    expect(read).toEqual({
      ok: true,
      value: { session: sampleSession(), notes: [{ kind: 'OtherHead', placedOn: sampleHead, here }] },
    });
    expect(readSessionFile(toSessionFile(sampleSession(), app), { ...sampleHead, variant: 'long neck' })).toMatchObject(
      {
        value: { notes: [] },
      },
    );
  });

  it('write formatVersion 2 where a site was moved, which a reader of version 1 would put in the wrong place', () => {
    const moved = { ...sampleSession(), entries: [...sampleSession().entries, move(45, 'frontalis-R-1')] };
    expect(fileOf(sampleSession())).toMatchObject({ formatVersion: 1 });
    expect(fileOf(moved)).toMatchObject({ formatVersion: 2 });
    expect(readSessionFile(toSessionFile(moved, app), sampleHead)).toEqual({
      ok: true,
      value: { session: moved, notes: [] },
    });
  });

  it('note a moved site that was placed on another build of the head', () => {
    const elsewhere = move(45, 'frontalis-R-1');
    const other = { ...sampleHead, contentHash: 'b2'.repeat(32) };
    const entry = { ...elsewhere, anchor: { ...elsewhere.anchor, head: other } };
    const read = readSessionFile(
      toSessionFile(sampleSession({ entries: [...sampleSession().entries, entry] }), app),
      sampleHead,
    );
    expect(read.ok && read.value.notes).toEqual([{ kind: 'OtherHead', placedOn: other, here: sampleHead }]);
  });

  it.each([
    ['v1', 1],
    ['v2', 2],
    ['v3', 3],
    ['v3-visit', 3],
    ['v4', 4],
  ])(
    'read the file session-%s of formatVersion %i that is kept in the fixtures, and write it again byte for byte',
    (name, version) => {
      const text = fixtureOf(name);
      const said = JSON.parse(text) as Json;
      expect(said['formatVersion']).toBe(version);
      const read = readSessionFile(text, sampleHead);
      expect(read).toMatchObject({ ok: true, value: { notes: [] } });
      if (read.ok) expect(toSessionFile(read.value.session, String(said['app']))).toBe(text);
    },
  );

  it('keep every part of a visit', () => {
    const read = readSessionFile(fixtureOf('v3-visit'));
    const visit = read.ok ? read.value.session.visit : undefined;
    expect(Object.keys(visit ?? {})).toEqual([
      'indication',
      'consent',
      'identified',
      'checks',
      'overrides',
      'deviations',
      'otherToxins',
      'elsewhere',
    ]);
    expect(visit?.checks.filter(({ reviewedFrom }) => reviewedFrom === 'earlier-visit')).toHaveLength(6);
    expect(visit?.deviations).toMatchObject([{ sites: ['frontalis-L-2', 'frontalis-R-2'], reason: 'Heavy brow' }]);
  });

  it('take a file that begins with a byte order mark', () => {
    expect(readSessionFile(`\uFEFF${fixture}`).ok).toBe(true);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['', 1, 1],
    ['{\n  "format": aliquot\n}', 2, 13],
    [`${fixture}}`, fixture.split('\n').length, 1],
    [fixture.trimEnd().slice(0, -1), fixture.split('\n').length - 1, 1],
    ['not json', 1, 1],
  ])('is said not to be JSON, and where (%#)', (text, line, column) => {
    expect(readSessionFile(text)).toEqual({ ok: false, error: { kind: 'NotJson', path: '', line, column } });
  });

  it.each([
    [[], '', 'not an object'],
    [null, '', 'not an object'],
    [7, '', 'not an object'],
    [{}, 'format', 'missing'],
    [{ resourceType: 'Bundle', type: 'transaction' }, 'format', 'missing'],
    [{ format: 'aliquot-diary', formatVersion: 1 }, 'format', 'not an allowed value'],
  ])('is said to be no session: %j', (value, path, what) => {
    expect(readJson(value)).toEqual({ ok: false, error: { kind: 'NotASession', path, what } });
  });

  it('is said to be of a newer version before anything else is asked of it', () => {
    const error = { kind: 'NewerVersion', path: 'formatVersion', found: formatVersion + 1, known: formatVersion };
    expect(readJson({ ...fileOf(sampleSession()), formatVersion: formatVersion + 1 })).toEqual({ ok: false, error });
    expect(readJson({ format: 'aliquot-session', formatVersion: formatVersion + 1 })).toEqual({ ok: false, error });
  });

  it.each([
    ['formatVersion', 0, 'not an allowed value'],
    ['formatVersion', '1', 'not an allowed value'],
    ['formatVersion', undefined, 'missing'],
    ['app', undefined, 'missing'],
    ['patient', null, 'not an object'],
    ['totals', undefined, 'missing'],
    ['entries', {}, 'not a list'],
  ])('is said to be damaged at its %s (%j)', (path, value, what) => {
    const error = { kind: 'Damaged', path, what };
    expect(readJson({ ...fileOf(sampleSession()), [path]: value })).toEqual({ ok: false, error });
  });

  it('is said to be damaged deep inside, with the path', () => {
    const file = fileOf(sampleSession());
    const entries = (file.entries as Json[]).with(3, { ...(file.entries as Json[])[3], at: '2 March' });
    const error = { kind: 'Damaged', path: 'entries[3].at', what: 'not a date and time with offset' };
    expect(readJson({ ...file, entries })).toEqual({ ok: false, error });
    const doubled = (file.entries as Json[]).with(3, { ...(file.entries as Json[])[2] });
    expect(readJson({ ...file, entries: doubled })).toMatchObject({
      error: { path: 'entries[3].id', what: 'used twice' },
    });
  });

  const allExtras = ftpMuscles.flatMap((muscle, m) =>
    [1, 2, 3].flatMap((nth) =>
      (['left', 'right'] as const).map((side, s) => extra(100 + m * 10 + nth * 2 + s, muscle, side, nth)),
    ),
  );

  it.each<[string, readonly Entry[], number, string]>([
    ['a site given twice', [...planned, give(40, 'procerus-M'), give(41, 'procerus-M')], 32, 'SiteAlreadyGiven'],
    ['an extra where none is allowed', [...planned, extra(40, 'frontalis', 'left', 1)], 31, 'FtpNotAllowedHere'],
    ['a third extra in the temporalis', [...planned, ...allExtras], 33, 'MuscleCapExceeded'],
    ['a dose from no vial', [...planned, { ...give(40, 'procerus-M'), vial: 'other' }], 31, 'UnknownVial'],
    ['two aliquots at once', [...planned, twice(give(40, 'procerus-M'))], 31, 'NotAnAliquot'],
    ['a dose at a site never planned', [give(40, 'procerus-M')], 0, 'UnknownSite'],
  ])('breaks a rule: %s', (_what, entries, index, kind) => {
    const file = { ...fileOf(sampleSession()), entries };
    expect(readJson(file)).toMatchObject({
      ok: false,
      error: { kind: 'RuleBroken', index, path: `entries[${String(index)}]`, refusal: { kind } },
    });
  });

  it('breaks a rule: 200 U, out of vials that hold them', () => {
    const vials = [sampleVial, { ...sampleVial, id: 'vial-2' }];
    const extras = [
      extra(100, 'temporalis', 'left', 1),
      extra(101, 'temporalis', 'right', 1),
      extra(102, 'occipitalis', 'left', 1),
      extra(103, 'occipitalis', 'right', 1),
      ...[1, 2, 3, 4].map((nth) => extra(103 + nth, 'trapezius', 'left', nth)),
    ];
    const full = [...planned, ...extras];
    const given = full.map((plan, n) => ({ ...give(200 + n, plan.site), vial: 'vial-2' }));
    const legal = { ...sampleSession(), vials, entries: [...full, ...given] };
    expect(readJson(fileOf(legal)).ok).toBe(true);
    expect(fileOf(legal)).toHaveProperty('totals.given', sessionTotals.capUnits);
    const ninth = extra(300, 'trapezius', 'right', 1);
    const file = { ...fileOf(legal), entries: [...full, ...given, ninth, give(301, ninth.site)] };
    expect(readJson(file)).toMatchObject({
      error: {
        kind: 'RuleBroken',
        index: 78,
        refusal: { kind: 'MuscleCapExceeded', committed: sessionTotals.capUnits },
      },
    });
  });

  it.each([
    [['given'], 20, 15],
    [['planned'], 150, 155],
    [['cap'], 400, sessionTotals.capUnits],
    [['sitesSkipped'], 0, 1],
    [['byMuscle', 'temporalis', 'extrasLeft'], 2, 1],
    [['byVial', 0, 'drawn'], 10, 15],
    [['byVial', 0, 'vial'], 'vial-9', sampleVial.id],
  ])('states totals that are not those of its entries: %j', (path, stated, derived) => {
    const file = fileOf(sampleSession());
    let here = file.totals as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) here = here[key] as Record<string | number, unknown>;
    here[path[path.length - 1] ?? ''] = stated;
    const field = `totals.${path.join('.').replace('.0.', '[0].')}`;
    expect(readJson(file)).toEqual({
      ok: false,
      error: { kind: 'TotalsDisagree', path: field, field, stated, derived },
    });
  });

  it('states a vial that it does not have', () => {
    const file = fileOf(sampleSession()) as { totals: { byVial: unknown[] } };
    file.totals.byVial.push({ vial: 'more', drawn: 0, left: 0 });
    expect(readJson(file)).toMatchObject({
      error: { kind: 'TotalsDisagree', field: 'totals.byVial.length', stated: 2 },
    });
  });

  it('is too large to be a session', () => {
    const pad = (length: number) => fixture + ' '.repeat(length - fixture.length);
    expect(readSessionFile(pad(maxFileBytes - 100)).ok).toBe(true);
    expect(readSessionFile(pad(maxFileBytes + 1))).toMatchObject({ error: { kind: 'TooLarge', limit: maxFileBytes } });
    const wide = `"${'€'.repeat(Math.ceil(maxFileBytes / 3))}"`;
    expect(readSessionFile(wide)).toMatchObject({ error: { kind: 'TooLarge', bytes: expect.any(Number) as number } });
  });

  it.each(['"__proto__": { "given": 1 }, "format"', '"x": [{ "__proto__": null }], "format"'])(
    'reaches for what every object has: %s',
    (planted) => {
      const read = readSessionFile(fixture.replace('"format"', planted));
      expect(read).toMatchObject({ error: { kind: 'Damaged', what: 'a forbidden name' } });
      expect({}).not.toHaveProperty('given');
    },
  );

  it('names its fields after what every object has, and they stay its own', () => {
    const read = readSessionFile(
      fixture.replace('"format"', '"constructor": 1, "toString": 2, "hasOwnProperty": 3, "format"'),
    );
    expect(read).toMatchObject({ value: { session: { unknown: { constructor: 1, toString: 2, hasOwnProperty: 3 } } } });
    if (read.ok) expect(JSON.parse(toSessionFile(read.value.session, app))).toHaveProperty('toString', 2);
  });

  it.each([1_000, 1_000_000])('is nested %i deep', (depth) => {
    const text = fixture.replace('"format"', `"x": ${'['.repeat(depth)}${']'.repeat(depth)}, "format"`);
    expect(readSessionFile(text)).toMatchObject({ error: { kind: 'Damaged', what: 'nested too deep' } });
  });
});

function twice(entry: GiveEntry): Entry {
  const doubled: unknown = { ...entry, units: entry.units * 2 };
  return doubled as Entry;
}
