import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOfUnits } from '../../../src/protocol/words';
import { folded } from '../../../src/record/compare-sessions';
import { dosesByRegion, regionKey, type RegionDose, withinMonths } from '../../../src/record/dose-by-region';
import type { Session } from '../../../src/record/session';
import { midway, sessionWith } from '../../support/patient-history';
import { randomSession } from '../../support/random-session';
import { draws } from '../../support/draws';

const counted = (session: Session, signed = true) => ({ ...folded(session), signed });
const inAll = ({ given, incidents }: RegionDose): number =>
  sumOfUnits([given.signed, given.unsigned, incidents.signed, incidents.unsigned]);

describe('the cumulative dose by region', () => {
  it('counts extras and moved sites for their muscle and side, and tells signed from unsigned', () => {
    const moved = { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2') };
    const one = sessionWith('a', '2026-03-02T09:00:00+01:00', { extras: [midway('temporalis-L-2', 'temporalis-L-3')] });
    const other = sessionWith('b', '2026-05-25T09:00:00+02:00', { moved, open: 6 });
    const [doses] = dosesByRegion([counted(one), counted(other, false)]);
    const row = (key: string) => doses?.regions.find(({ region }) => regionKey(region) === key)?.given;
    expect(row('muscle temporalis left')).toEqual({ signed: 25, unsigned: 20 });
    expect(row('muscle frontalis left')).toEqual({ signed: 10, unsigned: 10 });
    // The six sites of the shoulders are still open.
    expect(row('muscle trapezius right')).toEqual({ signed: 15, unsigned: 0 });
    expect(doses?.all).toEqual({ signed: 160, unsigned: 125 });
  });

  it('keeps what was outside the protocol apart, at its site where there is one', () => {
    const there = sessionWith('a', '2026-03-02T09:00:00+01:00', { incident: { units: 2.5, site: 'procerus-M' } });
    const nowhere = sessionWith('b', '2026-05-25T09:00:00+02:00', { incident: { units: 1.2 }, offProtocol: 20 });
    const [doses] = dosesByRegion([counted(there), counted(nowhere)]);
    const row = (key: string) => doses?.regions.find(({ region }) => regionKey(region) === key);
    expect(row('muscle procerus midline')).toMatchObject({ given: { signed: 10 }, incidents: { signed: 2.5 } });
    expect(row('off-protocol masseter left')).toMatchObject({ given: { signed: 20 }, incidents: { signed: 0 } });
    expect(row('nowhere')).toMatchObject({ given: { signed: 0 }, incidents: { signed: 1.2 } });
  });

  it('never adds units of two products', () => {
    const ours = sessionWith('a', '2026-03-02T09:00:00+01:00');
    const later = sessionWith('b', '2026-05-25T09:00:00+02:00');
    const other: Session = { ...later, vials: later.vials.map((vial) => ({ ...vial, product: 'another toxin' })) };
    const doses = dosesByRegion([counted(ours), counted(other)]);
    expect(doses.map(({ product, all }) => [product, all.signed])).toEqual([
      ['onabotulinumtoxinA', 155],
      ['another toxin', 155],
    ]);
  });

  it('takes the sessions of a period by their first needle, that of the day a year ago no more', () => {
    const at = (day: string) => counted(sessionWith(day, `${day}T09:00:00+01:00`));
    const days = ['2025-05-25', '2025-05-26', '2026-05-25', '2026-05-26'].map(at);
    expect(withinMonths(days, '2026-05-25', 12).map(({ session }) => session.id)).toEqual(['2025-05-26', '2026-05-25']);
  });

  it('sums over all regions to what all sessions put into the patient, whatever was charted', () => {
    const told = fc.record({ session: randomSession, signed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 4 }), (list) => {
        const sessions = list.map(({ session, signed }) => counted(session, signed));
        const doses = dosesByRegion(sessions);
        const total = sumOfUnits(sessions.map(({ fold }) => fold.totals.total));
        expect(sumOfUnits(doses.flatMap(({ regions }) => regions.map(inAll)))).toBe(total);
        expect(sumOfUnits(doses.flatMap(({ all }) => [all.signed, all.unsigned]))).toBe(total);
        const given = sumOfUnits(sessions.map(({ fold }) => fold.totals.given));
        const byMuscle = doses.flatMap(({ regions }) => regions.filter(({ region }) => region.kind === 'muscle'));
        expect(sumOfUnits(byMuscle.flatMap(({ given: { signed, unsigned } }) => [signed, unsigned]))).toBe(given);
      }),
      { numRuns: draws(20) },
    );
  });
});
