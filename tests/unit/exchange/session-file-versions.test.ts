import { describe, expect, it } from 'vitest';
import { readSessionFile, toSessionFile } from '../../../src/exchange/session-file';
import { giveMany } from '../../../src/ledger/commands';
import type { Entry } from '../../../src/ledger/entry';
import { aliquot } from '../../../src/protocol/paradigm';
import { amount } from '../../../src/protocol/words';
import { mostPainDabs } from '../../../src/record/pain-limits';
import type { Session } from '../../../src/record/session';
import { sampleHead, sampleSession, sampleVial } from '../../support/sample-sessions';

type Json = Record<string, unknown>;

const app = '0.1.0';
const fileOf = (session: Session) => JSON.parse(toSessionFile(session, app)) as Json;
const readJson = (value: unknown) => readSessionFile(JSON.stringify(value));

describe('formatVersion 4', () => {
  const made = { at: '2026-03-02T09:00:00+01:00', by: 'Dr A. Example' };
  const nothing = { checks: [], overrides: [], deviations: [], otherToxins: [], elsewhere: [] };
  const at = { positionMm: [62, 40.5, 10], radiusMm: 12 } as const;
  const doc = { entries: sampleSession().entries, undone: [] };
  const stamp = { ...made, step: 'a-press', newId: () => 'a-press-1' };
  const { vials } = sampleSession();

  it.each<[string, Partial<Session>]>([
    ['an earlier session it was planned from', { plannedFrom: { kind: 'session', session: 'an-earlier-one' } }],
    ['a template it was planned from', { plannedFrom: { kind: 'template', name: 'Ours' } }],
    [
      'pain drawn on the head',
      { visit: { ...nothing, pain: { head: sampleHead, drawn: 'chair', dabs: [at], ...made } } },
    ],
    ['tenderness', { visit: { ...nothing, tenderness: [{ muscle: 'trapezius', side: 'left', grade: 3, ...made }] } }],
  ])('is written where a session has %s, and gives it back', (_what, part) => {
    const session = sampleSession(part);
    expect(fileOf(session)).toMatchObject({ formatVersion: 4 });
    expect(readSessionFile(toSessionFile(session, app))).toMatchObject({ ok: true, value: { session } });
  });

  it('is written where one press gave a side of a muscle, and says so of each dose', () => {
    let n = 0;
    const newId = () => {
      n += 1;
      return `press-${String(n)}`;
    };
    const dose = { muscle: 'trapezius', side: 'right', vial: sampleVial.id, amount: aliquot.units } as const;
    const given = giveMany(doc, vials, dose, { ...stamp, newId });
    if (!given.ok) throw new Error(given.error.kind);
    const session = sampleSession({ entries: given.value.entries });
    expect(session.entries.filter((entry) => entry.kind === 'give' && entry.together === 'side')).toHaveLength(3);
    expect(fileOf(session)).toMatchObject({ formatVersion: 4 });
    expect(readSessionFile(toSessionFile(session, app))).toMatchObject({ ok: true, value: { session } });
  });

  it.each([
    [
      'a grade past 3',
      { tenderness: [{ muscle: 'trapezius', side: 'left', grade: 4, ...made }] },
      'visit.tenderness[0].grade',
    ],
    [
      'two grades of one muscle and side',
      { tenderness: [0, 1].map((grade) => ({ muscle: 'trapezius', side: 'left', grade, ...made })) },
      'visit.tenderness',
    ],
    ['pain of no dabs', { pain: { head: sampleHead, drawn: 'chair', dabs: [], ...made } }, 'visit.pain.dabs'],
    [
      'more dabs than a drawing holds',
      { pain: { head: sampleHead, drawn: 'chair', dabs: Array.from({ length: mostPainDabs + 1 }, () => at), ...made } },
      'visit.pain.dabs',
    ],
  ])('refuses %s, and says where it stands', (_what, felt, path) => {
    const file = { ...fileOf(sampleSession()), formatVersion: 4, visit: { ...nothing, ...felt } };
    expect(readJson(file)).toMatchObject({ ok: false, error: { kind: 'Damaged', path } });
  });
});

describe('formatVersion 3', () => {
  const incident: Entry = {
    id: 'i1',
    step: 'i1',
    at: '2026-03-02T09:10:00+01:00',
    by: 'Dr A. Example',
    kind: 'incident',
    units: amount(2.5),
    vial: sampleVial.id,
    what: 'leak',
    reason: 'Ran down the skin',
  };
  const withEntry = (entry: unknown): Session =>
    sampleSession({ entries: [...sampleSession().entries, entry as Entry] });

  it.each<[string, Session]>([
    ['an incident', withEntry(incident)],
    ['a lot', sampleSession({ vials: [{ ...sampleVial, lot: 'SYN1' }] })],
    ['a birth year', sampleSession({ patient: { id: 'p', label: 'A', born: '1980' } })],
    ['a record number', sampleSession({ patient: { id: 'p', label: 'A', recordNumber: '7' } })],
  ])('is written where a session has %s, and gives it back', (_what, session) => {
    expect(fileOf(session)).toMatchObject({ formatVersion: 3 });
    expect(readSessionFile(toSessionFile(session, app))).toMatchObject({ ok: true, value: { session } });
  });

  it('states where every unit of a vial is, and what is in the patient', () => {
    expect(fileOf(withEntry(incident)).totals).toMatchObject({
      given: 15,
      offProtocol: 0,
      incidents: 2.5,
      total: 17.5,
      stopped: false,
      byVial: [
        {
          vial: sampleVial.id,
          strength: 200,
          given: 15,
          offProtocol: 0,
          incidents: 2.5,
          wasted: 0,
          drawn: 17.5,
          left: 182.5,
        },
      ],
    });
  });

  it.each([
    [['incidents'], 0, 2.5],
    [['total'], 15, 17.5],
    [['stopped'], true, 'false'],
    [['byVial', 0, 'wasted'], 1, 0],
    [['byVial', 0, 'left'], 182.4, 182.5],
    [['offProtocol'], undefined, 0],
  ])('is refused with totals that are not those of its entries: %j', (path, stated, derived) => {
    const file = fileOf(withEntry(incident));
    let here = file.totals as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) here = here[key] as Record<string | number, unknown>;
    here[path[path.length - 1] ?? ''] = stated;
    const field = `totals.${path.join('.').replace('.0.', '[0].')}`;
    const said = typeof stated === 'number' ? stated : String(stated);
    expect(readJson(file)).toEqual({
      ok: false,
      error: { kind: 'TotalsDisagree', path: field, field, stated: said, derived },
    });
  });

  const void_ = { id: 'x1', step: 'x1', at: incident.at, by: '', kind: 'void', reason: 'mistake' };
  it.each<[string, unknown, string, string]>([
    ['a void of nothing', void_, 'site', 'missing'],
    ['a void of a site without units', { ...void_, site: 'procerus-M' }, 'units', 'missing'],
    ['a void of both', { ...void_, site: 'procerus-M', units: 5, entry: 'i1' }, 'entry', 'not an allowed value'],
    ['an incident of nothing', { ...incident, units: 0 }, 'units', 'out of range'],
    ['an incident of a kind that is none', { ...incident, what: 'sneeze' }, 'what', 'not an allowed value'],
    ['an incident without a reason', { ...incident, reason: '' }, 'reason', 'empty'],
    [
      'an off-protocol dose elsewhere',
      { ...incident, kind: 'off-protocol', units: 5, muscle: 'frontalis', side: 'left', where: 'x' },
      'muscle',
      'not an allowed value',
    ],
    [
      'half an off-protocol aliquot',
      { ...incident, kind: 'off-protocol', units: 2.5, muscle: 'masseter', side: 'left', where: 'x' },
      'units',
      'not a whole number',
    ],
  ])('is said to be damaged: %s', (_what, entry, field, what) => {
    const file = { ...fileOf(sampleSession()), entries: [...sampleSession().entries, entry] };
    const path = `entries[${String(sampleSession().entries.length)}].${field}`;
    expect(readJson(file)).toEqual({ ok: false, error: { kind: 'Damaged', path, what } });
  });

  it.each([
    ['patient', 'born', '12.4.1980'],
    ['patient', 'born', '1980-02-30'],
    ['vials[0]', 'expiry', '2027-13'],
    ['vials[0]', 'expiry', '2027'],
  ])('is said to have no date at %s.%s: %s', (path, field, value) => {
    const file = fileOf(sampleSession());
    Object.assign((path === 'patient' ? file['patient'] : (file['vials'] as Json[])[0]) as Json, { [field]: value });
    expect(readJson(file)).toEqual({
      ok: false,
      error: { kind: 'Damaged', path: `${path}.${field}`, what: 'not a date' },
    });
  });

  it('that needed only an older one is taken, and written as that', () => {
    const file = fileOf(withEntry(incident));
    const less = JSON.parse(JSON.stringify(file).replace(/,\{"id":"i1".*?\}/, '')) as { totals: Json };
    Object.assign(less.totals, { incidents: 0, total: 15 });
    Object.assign((less.totals['byVial'] as Json[])[0] ?? {}, { incidents: 0, drawn: 15, left: 185 });
    const read = readJson(less);
    expect(read.ok).toBe(true);
    if (read.ok) expect(toSessionFile(read.value.session, app)).toBe(toSessionFile(sampleSession(), app));
  });
});
