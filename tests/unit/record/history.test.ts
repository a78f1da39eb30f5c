import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/record/finding';
import { listingOf, type SessionListing } from '../../../src/record/listing';
import { parseListing } from '../../../src/record/listing-schema';
import { summaryOf } from '../../../src/record/patient-summary';
import { historyOf, patientsOf } from '../../../src/record/patients';
import type { Session } from '../../../src/record/session';
import { beforeFirstNeedle } from '../../../src/record/visit-findings';
import { planned, sampleSession, sampleVial } from '../../support/sample-sessions';
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

describe('what a patient had', () => {
  it('is counted in the window that ends now, of the drug that is added up, and no session is left out', () => {
    const other = { ...sampleVial, product: 'abobotulinumtoxinA' };
    const all = [
      listed({ id: 'a' }),
      listed({ id: 'b', vials: [other], startedAt: '2026-03-03T09:00:00+01:00' }),
      listed({ id: 'c', startedAt: '2025-01-01T09:00:00+01:00', entries: planned }),
    ];
    const [one] = patientsOf(all);
    if (one === undefined) throw new Error('no patient');
    const summary = (at: string) => summaryOf(one, at);
    expect(summary('2026-05-24T09:00:00+02:00')).toEqual({
      sessions: 3,
      last: '2026-03-03T09:00:00+01:00',
      inWindow: 15,
    });
    expect(summary('2026-05-25T09:00:00+02:00')?.inWindow).toBe(0);
  });
});
