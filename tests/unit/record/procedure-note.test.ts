import { describe, expect, it } from 'vitest';
import { give, planExtra, skip, voidSite } from '../../../src/ledger/commands';
import { incident } from '../../../src/ledger/event-commands';
import type { Stamp } from '../../../src/ledger/doc';
import { aliquot } from '../../../src/protocol/paradigm';
import { units } from '../../../src/protocol/words';
import { daysAfter } from '../../../src/record/days-after';
import { procedureNote } from '../../../src/record/procedure-note';
import { contentOf } from '../../../src/record/signed-version';
import { planned, sampleAnchor, sampleSession, sampleVial } from '../../support/sample-sessions';
import { unwrap } from '../../support/signing';

const other = { ...sampleVial, id: 'vial-of-100', strength: units(100), diluentMl: 1 };
const vials = [sampleVial, other];
const amount = aliquot.units;
let made = 0;
const stamp = (minute: number): Stamp => {
  made += 1;
  const step = `step-${String(made)}`;
  return { step, at: `2026-03-02T09:${String(minute).padStart(2, '0')}:00+01:00`, by: '', newId: () => `${step}-e` };
};

/** Two of the temporalis given from two vials, one of them voided first; one skipped; an extra in it given last. */
function session() {
  let doc = { entries: planned, undone: [] } as Parameters<typeof give>[0];
  doc = unwrap(give(doc, vials, { site: 'temporalis-L-1', vial: sampleVial.id, amount }, stamp(10)));
  doc = unwrap(voidSite(doc, vials, { site: 'temporalis-L-1', reason: 'slip' }, stamp(11)));
  doc = unwrap(give(doc, vials, { site: 'temporalis-L-1', vial: other.id, amount }, stamp(12)));
  doc = unwrap(give(doc, vials, { site: 'temporalis-R-2', vial: sampleVial.id, amount }, stamp(14)));
  doc = unwrap(skip(doc, vials, { site: 'temporalis-L-3', reason: 'Artery pulse' }, stamp(15)));
  const extra = { muscle: 'temporalis', side: 'left', anchor: sampleAnchor('temporalis', 'left'), amount } as const;
  doc = unwrap(planExtra(doc, vials, extra, stamp(16)));
  doc = unwrap(give(doc, vials, { site: 'temporalis-L-F1', vial: sampleVial.id, amount }, stamp(18)));
  return contentOf({ ...sampleSession(), startedAt: '2026-03-02T09:00:00+01:00', entries: doc.entries, vials });
}

describe('a procedure note', () => {
  it('numbers the sites in the order of the protocol, and the extras by themselves', () => {
    const { sites } = procedureNote(session());
    expect(sites.filter(({ row }) => !row.ftp).map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 31 }, (_, n) => n + 1),
    );
    expect(sites.find(({ row }) => row.id === 'temporalis-L-F1')?.number).toBe('F1');
  });

  it('tells of a muscle what was given on which side, when, and how many mL at the dilution of its vials', () => {
    const temporalis = procedureNote(session()).muscles.find(({ muscle }) => muscle === 'temporalis');
    expect(temporalis?.left.map(({ row }) => row.id)).toEqual(['temporalis-L-1', 'temporalis-L-F1']);
    expect(temporalis?.right.map(({ row }) => row.id)).toEqual(['temporalis-R-2']);
    expect(temporalis).toMatchObject({ units: 15, from: '2026-03-02T09:12:00+01:00', to: '2026-03-02T09:18:00+01:00' });
    // 5 U of 100 U in 1 mL, and twice 5 U of 200 U in 4 mL.
    expect(temporalis?.ml).toBeCloseTo(0.05 + 2 * 0.1, 12);
  });

  it('says when the next session is due: twelve weeks on, by the calendar', () => {
    expect(procedureNote(session()).nextDue).toBe('2026-05-25');
    // Counted from the first needle, as the warning of an early session is: begun before midnight, injected after it.
    const overnight = { ...session(), startedAt: '2026-03-01T23:50:00+01:00' };
    expect(procedureNote(overnight).nextDue).toBe('2026-05-25');
    expect(procedureNote({ ...overnight, entries: [...planned] }).nextDue, 'nothing given').toBeNull();
    expect(daysAfter('2027-12-20', 84)).toBe('2028-03-13');
    expect(daysAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(() => daysAfter('2026-02-30', 1)).toThrow(RangeError);
  });

  it('says of an incident at which site it was, of one that was taken off the map as well', () => {
    let doc = { entries: session().entries, undone: [] } as Parameters<typeof give>[0];
    const about = { amount: 2.5, vial: other.id, what: 'double-dose', reason: 'miscounted' } as const;
    doc = unwrap(incident(doc, vials, { ...about, site: 'trapezius-R-2' }, stamp(20)));
    doc = unwrap(incident(doc, vials, { ...about, site: 'temporalis-L-F1' }, stamp(21)));
    doc = unwrap(incident(doc, vials, about, stamp(22)));
    doc = unwrap(voidSite(doc, vials, { site: 'temporalis-L-F1', reason: 'slip' }, stamp(23)));
    doc = unwrap(voidSite(doc, vials, { site: 'temporalis-L-F1', reason: 'not wanted' }, stamp(24)));
    const { events } = procedureNote({ ...session(), entries: doc.entries });
    expect(events.map(({ site }) => [site?.row.id, site?.number])).toEqual([
      ['trapezius-R-2', '30'],
      ['temporalis-L-F1', null],
      [undefined, undefined],
    ]);
  });

  it('keeps the products apart, and takes the names of one drug for one', () => {
    const of = (one: string, two: string) =>
      procedureNote({
        ...session(),
        vials: [
          { ...sampleVial, product: one },
          { ...other, product: two },
        ],
      }).products;
    expect(of('Botox', 'onabotulinumtoxinA')).toEqual([{ product: 'Botox', units: 15 }]);
    expect(of('Botox', 'Dysport')).toEqual([
      { product: 'Botox', units: 10 },
      { product: 'Dysport', units: 5 },
    ]);
  });
});
