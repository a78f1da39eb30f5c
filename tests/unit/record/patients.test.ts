import { describe, expect, it } from 'vitest';
import type { IncidentEntry } from '../../../src/ledger/entry';
import { startingVial } from '../../../src/protocol/paradigm';
import { amount } from '../../../src/protocol/words';
import { listingOf, pastSessionsOf, type SessionListing, vialUsesOf } from '../../../src/record/listing';
import { parseListing } from '../../../src/record/listing-schema';
import { historyOf, lastBefore, patientsOf } from '../../../src/record/patients';
import type { Session } from '../../../src/record/session';
import { give, planned, sampleSession, sampleVial } from '../../support/sample-sessions';

const at = '2026-03-02T10:00:00+01:00';
const listed = (change: Partial<Session> = {}, signed = false) => listingOf(sampleSession(change), at, signed);
const damaged: SessionListing = { kind: 'damaged', id: 'x', why: 'it does not open' };
const lot = { ...sampleVial, lot: 'C1234', expiry: '2027-01' };
const incident: IncidentEntry = {
  id: 'i1',
  step: 's90',
  at: '2026-03-02T09:20:00+01:00',
  by: 'Dr A. Example',
  kind: 'incident',
  units: amount(2.5),
  vial: sampleVial.id,
  what: 'leak',
  reason: 'the hub was loose',
};

describe('what is listed of a session', () => {
  it('comes back from a store as it was folded', () => {
    const indication = { id: 'other', text: 'tension-type headache' } as const;
    const visit = { indication, checks: [], overrides: [], deviations: [], otherToxins: [], elsewhere: [] };
    const row = listed({ visit, vials: [lot], finishedAt: at }, true);
    expect(parseListing(JSON.parse(JSON.stringify(row)))).toEqual(row);
    expect(row).toMatchObject({ signed: true, indication, finishedAt: at });
    expect(parseListing({ ...row, patient: 'K. M.' })).toBeNull();
  });

  it('counts what leaked or went in beside the plan, from the first needle on', () => {
    const dose = give(80, 'procerus-M');
    const told = (entries: Session['entries']) => pastSessionsOf(listed({ entries }));
    const past = { id: listed().id, patient: 'p-1', product: startingVial.product, signed: false };
    // What leaked is counted, and is no needle.
    expect(listed({ entries: [...planned, incident, dose] })).toMatchObject({ given: 5, firstNeedleAt: dose.at });
    expect(told([...planned, incident, dose])).toEqual([{ ...past, at: dose.at, units: 7.5 }]);
    const double: IncidentEntry = { ...incident, what: 'double-dose' };
    expect(told([...planned, double, dose])).toEqual([{ ...past, at: incident.at, units: 7.5 }]);
  });

  it('tells of a session in which drug was lost and none injected that there was no needle', () => {
    const row = listed({ entries: [...planned, incident] });
    expect(row.firstNeedleAt).toBeUndefined();
    expect(pastSessionsOf(row)).toMatchObject([{ at: row.startedAt, units: 2.5, noNeedle: true }]);
  });

  it('is no earlier dose where nothing was injected', () => {
    expect(pastSessionsOf(listed({ entries: planned }))).toEqual([]);
  });

  it('keeps products apart and never adds their units', () => {
    const other = { ...sampleVial, id: 'v-2', product: 'abobotulinumtoxinA' };
    const entries = [...planned, give(40, 'procerus-M'), { ...give(41, 'corrugator-L'), vial: 'v-2' }];
    const past = pastSessionsOf(listed({ vials: [sampleVial, other], entries }));
    expect(past.map(({ product, units }) => [product, units])).toEqual([
      [startingVial.product, 5],
      ['abobotulinumtoxinA', 5],
    ]);
  });

  it('takes a vial off the shelf once it was dissolved or drawn from, and not before', () => {
    const spare = { ...lot, id: 'v-2' };
    const dissolved = { ...lot, id: 'v-3', reconstitutedAt: at };
    const uses = vialUsesOf(listed({ vials: [lot, spare, dissolved] }));
    expect(uses.map(({ vial, units }) => [vial, units])).toEqual([
      ['vial-1', 15],
      ['v-3', 0],
    ]);
    expect(uses[0]).toMatchObject({
      lot: 'C1234',
      patient: 'p-1',
      session: listed().id,
      at: give(40, 'procerus-M').at,
    });
  });
});

describe('the patients of a listing', () => {
  const kim = (id: string, startedAt: string, label = 'K. M.') =>
    listed({ id, startedAt, patient: { id: 'p-1', label } });
  const all = [
    kim('b', '2026-03-02T09:00:00+01:00', 'Kim M.'),
    listed({ id: 'o', startedAt: '2026-02-02T09:00:00+01:00', patient: { id: 'p-2', label: 'K. M.' } }),
    damaged,
    kim('a', '2025-12-01T09:00:00+01:00'),
  ];

  it('are told apart by their id alone, and called what the latest session calls them', () => {
    const found = patientsOf(all.toReversed());
    expect(found.map(({ patient }) => patient.label)).toEqual(['Kim M.', 'K. M.']);
    expect(found[0]?.sessions.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('have a history of their own, which a damaged record may lack', () => {
    const { past, unread } = historyOf(all, 'p-1');
    expect(past.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(unread).toBe(1);
  });

  it('have a last session before a moment, which is never the one asked from', () => {
    expect(lastBefore(all, 'p-1', at, 'b')?.id).toBe('a');
    expect(lastBefore(all, 'p-1', at, 'c')?.id).toBe('b');
    expect(lastBefore(all, 'p-1', '2025-11-01T09:00:00+01:00', 'c')).toBeNull();
  });
});
