import { describe, expect, it } from 'vitest';
import { units } from '../../../src/protocol/words';
import type { SessionListing } from '../../../src/record/listing';
import { searchListing } from '../../../src/state/listing-search';

const row = (id: string, label: string, startedAt = '2026-03-02T09:00:00+01:00'): SessionListing => ({
  kind: 'session',
  id,
  patient: { id: `p-${id}`, label, born: '1979-05-04', recordNumber: `MR-10${id}` },
  startedAt,
  signed: false,
  map: 'preempt-2017',
  given: units(0),
  vials: [],
  elsewhere: [],
  otherToxins: [],
  savedAt: startedAt,
});
const found = (typed: string) =>
  searchListing([
    row('1', 'Jürgen Müller'),
    row('2', 'J. Muller', '2025-12-01T09:00:00Z'),
    row('3', 'Ａnna K.'),
    { kind: 'damaged', id: '4', why: 'it does not open' },
  ])
    .find(typed)
    .map(({ id }) => id);

describe('searching the listing', () => {
  it('finds a patient whatever the case, the accents and the order of words', () => {
    expect(found('muller')).toEqual(['1', '2']);
    expect(found('MÜLLER jur')).toEqual(['1']);
    expect(found('anna')).toEqual(['3']);
  });

  it('finds a day, lists all where nothing is typed, and finds nothing where nothing is', () => {
    expect(found('2025-12-01 mul')).toEqual(['2']);
    expect(found('  ')).toEqual(['1', '2', '3', '4']);
    expect(found('nobody')).toEqual([]);
  });

  it('finds a record number and a date of birth', () => {
    expect(found('mr-103')).toEqual(['3']);
    expect(found('1979-05-04 anna')).toEqual(['3']);
  });
});
