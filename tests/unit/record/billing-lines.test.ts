import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/ledger/fold';
import type { Vial } from '../../../src/ledger/vial';
import { sumOfUnits, units } from '../../../src/protocol/words';
import { type BillingLines, billingLines } from '../../../src/record/billing-lines';
import { contentOf, type SessionContent } from '../../../src/record/signed-version';
import { chartedVisit, vialOf200 } from '../../support/charted-visit';
import { randomSession } from '../../support/random-session';
import { give, planned, sampleVial } from '../../support/sample-sessions';

const linesOf = ({ lines }: BillingLines) =>
  lines.map(({ code, modifier, units: n }) => [modifier === null ? code.code : `${code.code}-${modifier.code}`, n]);
const kindsOf = ({ flags }: BillingLines) => flags.map(({ kind }) => kind);

/** Every fixed site given from one vial, and `wasted` of it discarded. */
function whole(wasted: number, vial: Vial = vialOf200, change: Partial<SessionContent> = {}): SessionContent {
  const given = planned.map((entry, n) => ({ ...give(100 + n, entry.site), vial: vial.id }));
  const waste = { ...given[0], id: 'waste', kind: 'waste', units: wasted, vial: vial.id };
  const entries = [...planned, ...given, ...(wasted === 0 ? [] : [waste])] as SessionContent['entries'];
  return contentOf({ ...chartedVisit({ vials: [vial] }), entries, ...change });
}

describe('the lines of a session', () => {
  it('are the procedure once, the drug by its units, and what was discarded', () => {
    expect(linesOf(billingLines(whole(45)))).toEqual([
      ['64615', 1],
      ['J0585', 155],
      ['J0585-JW', 45],
    ]);
    expect(kindsOf(billingLines(whole(45)))).toEqual([]);
  });

  it('say that nothing was discarded, where every unit was given', () => {
    const vial = { ...vialOf200, strength: units(155) };
    expect(linesOf(billingLines(whole(0, vial)))).toEqual([
      ['64615', 1],
      ['J0585-JZ', 155],
    ]);
  });

  it('say nothing of waste while drug of a vial is neither given nor discarded', () => {
    const lines = billingLines(whole(0));
    expect(linesOf(lines)).toEqual([
      ['64615', 1],
      ['J0585', 155],
    ]);
    expect(lines.flags).toContainEqual({ kind: 'NotBalanced', vial: vialOf200.id, units: 45 });
    // A second vial that nothing was taken from was not opened.
    const second = { ...vialOf200, id: 'unopened' };
    expect(kindsOf(billingLines(whole(45, vialOf200, { vials: [vialOf200, second] })))).toEqual([]);
  });

  it('count what was given off protocol and by incident, as the ledger does, and say so', () => {
    const visit = contentOf(chartedVisit());
    const lines = billingLines(visit);
    expect(linesOf(lines)).toEqual([
      ['64615', 1],
      ['J0585', 32.5],
      ['J0585-JW', 267.5],
    ]);
    expect(kindsOf(lines)).toEqual([
      'Fraction',
      'Fraction',
      'Leaked',
      'OffProtocol',
      'SeveralVials',
      'SeveralPackages',
    ]);
    expect(lines.vials.map(({ administered, discarded }) => administered + discarded)).toEqual([200, 100]);
    expect(lines.vials.map(({ packages }) => packages.map(({ billingNdc }) => billingNdc))).toEqual([
      ['00023-3921-02'],
      ['00023-1145-01', '85766-0155-01'],
    ]);
  });

  it('have no procedure where no site of the paradigm was injected', () => {
    const visit = chartedVisit();
    const entries = visit.entries.filter(({ kind }) => ['plan', 'off-protocol', 'incident'].includes(kind));
    expect(linesOf(billingLines(contentOf({ ...visit, entries })))[0]).toEqual(['J0585', 13.5]);
    expect(linesOf(billingLines(contentOf({ ...visit, entries: planned })))).toEqual([]);
  });

  it('leave out drug of another product or of the cosmetic brand, and say so', () => {
    for (const [product, kind] of [
      ['abobotulinumtoxinA', 'OtherProduct'],
      ['Botox Cosmetic', 'Cosmetic'],
    ] as const) {
      const lines = billingLines(whole(45, { ...vialOf200, product }));
      expect(linesOf(lines)).toEqual([['64615', 1]]);
      expect(lines.flags).toEqual([{ kind, product, units: 200 }]);
    }
  });

  it('are flagged above the label of the US, for another indication, without a lot and for a strength nobody sells', () => {
    const odd = { ...sampleVial, strength: units(250) };
    const visit = { indication: { id: 'other' as const }, checks: [], overrides: [], deviations: [] };
    const session = whole(95, odd, { visit: { ...visit, otherToxins: [], elsewhere: [] } });
    expect(kindsOf(billingLines(session))).toEqual(['OtherIndication', 'NoPackage', 'NoLot']);
    const beside = { ...give(300, 'corrugator-L'), kind: 'incident', what: 'extra-dose', units: 1, reason: 'x' };
    const entries = [...session.entries.filter(({ kind }) => kind !== 'waste'), beside];
    const more = { ...session, entries: entries as SessionContent['entries'] };
    expect(billingLines(more).flags).toContainEqual({ kind: 'AboveLabel', units: 156, label: 155 });
  });

  it('agree with the ledger to the unit, whatever was charted', () => {
    fc.assert(
      fc.property(randomSession, (session) => {
        const { totals } = fold(session.entries, session.vials);
        const lines = billingLines(contentOf(session));
        const of = (code: string) =>
          linesOf(lines).flatMap(([name, n]) => (String(name).startsWith(code) ? [Number(n)] : []));
        const drug = linesOf(lines).filter(([name]) => name === 'J0585' || name === 'J0585-JZ');
        expect(sumOfUnits(drug.map(([, n]) => Number(n)))).toBe(totals.total);
        expect(sumOfUnits(of('J0585-JW'))).toBe(sumOfUnits([...totals.byVial.values()].map(({ wasted }) => wasted)));
        expect(sumOfUnits(of('64615'))).toBe(totals.given > 0 ? 1 : 0);
      }),
      { numRuns: 200 },
    );
  });
});
