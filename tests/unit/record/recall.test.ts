import { describe, expect, it } from 'vitest';
import type { ListedSession, ListedVial } from '../../../src/record/listing';
import { recallOf } from '../../../src/record/recall';
import { listedOn } from '../../support/patient-file';

const vial = (id: string, lot: string | undefined, change: Partial<ListedVial> = {}): ListedVial => ({
  vial: id,
  product: 'onabotulinumtoxinA',
  strength: 200,
  units: 155,
  opened: true,
  ...(lot === undefined ? {} : { lot }),
  ...change,
});
const session = (id: string, day: string, patient: ListedSession['patient'], ...vials: readonly ListedVial[]) => ({
  ...listedOn(id, day),
  patient,
  vials,
});
const [maren, otis] = [
  { id: 'p-1', label: 'Demo, Maren (synthetic)' },
  { id: 'p-2', label: 'Demo, Otis (synthetic)' },
];

/** Newest first, as a listing is. */
const listings = [
  session('s-5', '2026-05-04', { ...maren, label: 'Demo-Berg, Maren (synthetic)' }, vial('e', 'X1')),
  session('s-4', '2026-04-06', otis, vial('d', ' c-1234 '), vial('z', 'C1234', { opened: false, units: 0 })),
  { kind: 'damaged' as const, id: 's-3', why: 'unreadable' },
  session('s-2', '2026-02-02', maren, vial('b', 'C1234'), vial('c', undefined, { units: 5 })),
  session('s-1', '2026-01-05', otis, vial('a', 'C1234', { units: 0 }), vial('f', 'C12E4')),
];
const told = (
  lines: readonly { readonly patient: { readonly label: string }; readonly use: { readonly vial: string } }[],
) => lines.map(({ patient, use }) => [patient.label, use.vial]);

describe('the recall of a lot', () => {
  it('names who had it or had it opened, the latest first, as the latest session writes the name', () => {
    const recall = recallOf(listings, 'C 1234 ');
    expect(recall).toMatchObject({ lot: 'C 1234', patients: 2 });
    expect(told(recall?.lines ?? [])).toEqual([
      ['Demo, Otis (synthetic)', 'd'],
      ['Demo, Otis (synthetic)', 'a'],
      ['Demo-Berg, Maren (synthetic)', 'b'],
    ]);
  });

  it('tells what could not be asked: sessions that do not open, and vials without a lot', () => {
    const recall = recallOf(listings, 'C1234');
    expect(recall?.unread).toEqual(['s-3']);
    expect(told(recall?.unnamed ?? [])).toEqual([['Demo-Berg, Maren (synthetic)', 'c']]);
  });

  it('names the lots that may have been meant', () => {
    expect(recallOf(listings, 'C12')?.alike.toSorted()).toEqual(['C1234', 'C12E4']);
    expect(recallOf(listings, 'C12')?.lines).toEqual([]);
  });

  it('is none where no lot was said', () => {
    expect(recallOf(listings, ' - ')).toBeNull();
  });
});
