import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/record/finding';
import { listingOf, type SessionListing } from '../../../src/record/listing';
import { parseListing } from '../../../src/record/listing-schema';
import { summaryOf } from '../../../src/record/patient-summary';
import { historyOf, patientsOf } from '../../../src/record/patients';
import type { Session } from '../../../src/record/session';
import { beforeFirstNeedle } from '../../../src/record/visit-findings';
import { planned, sampleSession, sampleVial } from '../../support/sample-sessions';
import { emptyVisit, type Visit } from '../../../src/record/visit';
import { readyVisit } from '../../support/sample-visits';

const made = { lot: 'C1234', expiry: '2027-05', reconstitutedAt: '2026-05-25T08:30:00+02:00' };
const today = (change: Partial<Session> = {}): Session =>
  sampleSession({
    id: 'today',
    startedAt: '2026-05-25T08:45:00+02:00',
    vials: [{ ...sampleVial, ...made, id: 'v-today' }],
    entries: planned,
    visit: readyVisit(),
    ...change,
  });
const listed = (change: Partial<Session>): SessionListing =>
  listingOf(sampleSession(change), '2026-03-02T10:00:00+01:00', true);
const found = (session: Session, listings: readonly SessionListing[] | null): readonly Finding[] =>
  beforeFirstNeedle(session, historyOf(listings, session.patient.id), '2026-05-25T09:00:00+02:00');
const damaged: SessionListing = { kind: 'damaged', id: 'x', why: 'it does not open' };

describe('a history with gaps', () => {
  it('is told, whoever the patient, and is never an empty one', () => {
    expect(found(today(), [damaged, damaged])).toEqual([{ level: 'warn', kind: 'history-unread', records: 2 }]);
    expect(found(today(), null)).toEqual([{ level: 'warn', kind: 'history-unread', records: null }]);
    expect(found(today(), [])).toEqual([]);
  });
});

describe('a vial', () => {
  const theirs = { id: 'other', patient: { id: 'p-2', label: 'B. S.' }, entries: planned };
  const inTheirs = (vial: Partial<Session['vials'][number]>) =>
    listed({ ...theirs, vials: [{ ...sampleVial, ...made, id: 'v-other', ...vial }] });

  it('that stands in another session stops, and says when that was', () => {
    expect(found(today(), [inTheirs({ id: 'v-today', lot: 'D9' })])).toEqual([
      { level: 'stop', kind: 'vial-elsewhere', vial: 'v-today', session: 'other', at: sampleSession().startedAt },
    ]);
  });

  it('of the same lot that another patient had dissolved at the same moment is told, on whatever clock', () => {
    const told = (vial: Parameters<typeof inTheirs>[0]) => found(today(), [inTheirs(vial)]).map(({ kind }) => kind);
    expect(told({})).toEqual(['vial-shared']);
    expect(told({ lot: 'c-12 34', reconstitutedAt: '2026-05-25T06:30:00Z' })).toEqual(['vial-shared']);
    expect(told({ reconstitutedAt: '2026-05-25T08:31:00+02:00' })).toEqual([]);
    expect(told({ lot: 'C1235' })).toEqual([]);
  });

  it('of the patient, or of this session as it was saved before, is nothing of somebody else', () => {
    const vials = today().vials;
    expect(found(today(), [listed({ id: 'today', vials, entries: planned })])).toEqual([]);
    const morning = listed({ id: 'morning', vials: [{ ...sampleVial, ...made, id: 'v-0' }], entries: planned });
    expect(found(today(), [morning])).toEqual([]);
  });

  it('under the one id that sessions of earlier versions share tells nothing', () => {
    const vials = [{ ...sampleVial, ...made }];
    expect(found(today({ vials }), [inTheirs({ id: sampleVial.id, lot: 'D9' })])).toEqual([]);
  });

  it('keeps its moment in the listing', () => {
    const row = inTheirs({});
    expect(parseListing(JSON.parse(JSON.stringify(row)))).toEqual(row);
    expect(row).toMatchObject({ vials: [{ reconstitutedAt: made.reconstitutedAt }] });
  });
});

describe('what a patient told of in an earlier session', () => {
  const told = (id: string, tell: Partial<Visit>, change: Partial<Session> = {}): SessionListing =>
    listed({ id, startedAt: '2026-05-10T09:00:00+02:00', visit: { ...emptyVisit, ...tell }, ...change });
  const elsewhere = (units: number, day: string): Partial<Visit> => ({ elsewhere: [{ units, day, note: 'neck' }] });
  const dose = (session: Session, listings: readonly SessionListing[]) =>
    found(session, listings).find((one) => one.kind === 'cumulative-dose');

  it('counts in the window of the next one without being told again, and says on which day', () => {
    const earlier = [told('a', elsewhere(150, '2026-05-01')), told('b', elsewhere(100, '2026-04-20'))];
    expect(dose(today(), earlier)).toMatchObject({
      earlier: 250,
      total: 405,
      doses: [
        { units: 100, day: '2026-04-20', elsewhere: true },
        { units: 150, day: '2026-05-01', elsewhere: true },
      ],
    });
    expect(dose(today(), [told('a', elsewhere(250, '2026-03-01'))])).toBeUndefined();
    expect(
      dose(today(), [told('a', elsewhere(250, '2026-05-01'), { patient: { id: 'p-2', label: '' } })]),
    ).toBeUndefined();
  });

  it('is one dose where it is told again, and as much as the telling with most of that day', () => {
    const again = today({ visit: { ...readyVisit(), ...elsewhere(200, '2026-05-01') } });
    expect(dose(again, [told('a', elsewhere(200, '2026-05-01'))])).toBeUndefined();
    const two = { elsewhere: [...[150, 100].map((units) => ({ units, day: '2026-05-01' }))] };
    expect(dose(again, [told('a', two)])).toMatchObject({ earlier: 250 });
    const more = today({ visit: { ...readyVisit(), ...elsewhere(260, '2026-05-01') } });
    expect(dose(more, [told('a', two)])).toMatchObject({ earlier: 260 });
  });

  it('is nothing of another patient, nor of this session as it was saved before the telling was taken back', () => {
    const theirs = told('a', elsewhere(300, '2026-05-01'), { patient: { id: 'p-2', label: '' } });
    const findings = beforeFirstNeedle(today(), historyOf([theirs], 'p-2'), '2026-05-25T09:00:00+02:00');
    expect(findings).toEqual([]);
    expect(dose(today(), [theirs, told('today', elsewhere(300, '2026-05-01'))])).toBeUndefined();
  });

  it('is listed where it was another toxin: once, with a date of the last months', () => {
    const toxins = (...all: Visit['otherToxins']): Partial<Visit> => ({ otherToxins: all });
    const april = { product: 'abobotulinumtoxinA', units: 500, when: '2026-04' };
    const earlier = [
      told('a', toxins(april, { product: 'rimabotulinumtoxinB' })),
      told('b', toxins({ ...april, product: 'AbobotulinumtoxinA' }, { ...april, when: '2025-12' })),
    ];
    expect(found(today(), earlier)).toEqual([{ level: 'warn', kind: 'other-toxin', ...april }]);
  });

  it('is kept in the listing without its note', () => {
    const row = told('a', { ...elsewhere(150, '2026-05-01'), otherToxins: [{ product: 'x', note: 'eyes' }] });
    expect(parseListing(JSON.parse(JSON.stringify(row)))).toEqual(row);
    expect(row).toMatchObject({ elsewhere: [{ units: 150, day: '2026-05-01' }], otherToxins: [{ product: 'x' }] });
    expect(JSON.stringify(row)).not.toMatch(/neck|eyes/);
    expect(parseListing({ ...row, elsewhere: undefined }), 'a row of before: the record itself is asked').toBeNull();
  });
});

describe('what a patient had', () => {
  it('is counted in the window that ends now, of the drug that is added up, and no session is left out', () => {
    const other = { ...sampleVial, product: 'abobotulinumtoxinA' };
    const spoken = {
      ...emptyVisit,
      elsewhere: [
        { units: 20, day: '2026-03-05' },
        { units: 40, day: '2025-01-05' },
      ],
    };
    const told = listed({ id: 'd', startedAt: '2025-02-01T09:00:00+01:00', entries: planned, visit: spoken });
    const all = [
      listed({ id: 'a' }),
      listed({ id: 'b', vials: [other], startedAt: '2026-03-03T09:00:00+01:00' }),
      listed({ id: 'c', startedAt: '2025-01-01T09:00:00+01:00', entries: planned }),
      told,
    ];
    const [one] = patientsOf(all);
    if (one === undefined) throw new Error('no patient');
    const summary = (at: string) => summaryOf(one, at);
    expect(summary('2026-05-24T09:00:00+02:00')).toEqual({
      sessions: 4,
      last: '2026-03-03T09:00:00+01:00',
      inWindow: 35,
    });
    expect(summary('2026-05-25T09:00:00+02:00')?.inWindow).toBe(20);
  });
});
