import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/ledger/fold';
import type { Vial } from '../../../src/ledger/vial';
import { sumOfUnits, units } from '../../../src/protocol/words';
import { type BillingLines, billingLines } from '../../../src/record/billing-lines';
import { contentOf, type SessionContent } from '../../../src/record/signed-version';
import { emptyVisit } from '../../../src/record/visit';
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
  const visit = { ...emptyVisit, indication: { id: 'chronic-migraine' as const } };
  return contentOf({ ...chartedVisit({ vials: [vial] }), entries, visit, ...change });
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
  });

  it('take a vial that was dissolved for opened, and ask about one of which nothing is known', () => {
    const vial = { ...vialOf200, strength: units(155) };
    const beside = (second: Vial) => billingLines(whole(0, vial, { vials: [vial, second] }));
    const dissolved = { ...vialOf200, id: 'second', reconstitutedAt: '2026-03-02T08:55:00+01:00' };
    const open = beside(dissolved);
    expect(linesOf(open)).toEqual([
      ['64615', 1],
      ['J0585', 155],
    ]);
    expect(open.flags).toContainEqual({ kind: 'NotBalanced', vial: 'second', units: 200 });
    const shelved = beside({ ...vialOf200, id: 'second' });
    expect(linesOf(shelved)[1]).toEqual(['J0585-JZ', 155]);
    expect(shelved.flags).toContainEqual({ kind: 'Untouched', vial: 'second' });
    // Beside one of which something was discarded as well.
    const wasted = billingLines(whole(45, vialOf200, { vials: [vialOf200, dissolved] }));
    expect(kindsOf(wasted)).toContain('NotBalanced');
  });

  it('say where no indication was recorded, and where all was discarded', () => {
    const { visit, ...without } = whole(45);
    expect(visit?.indication).toBeDefined();
    expect(kindsOf(billingLines(without))).toEqual(['NoIndication']);
    const session = whole(200);
    const entries = session.entries.filter(({ kind }) => kind !== 'give');
    const lines = billingLines({ ...session, entries });
    expect(linesOf(lines)).toEqual([['J0585-JW', 200]]);
    expect(kindsOf(lines)).toEqual(['NothingAdministered']);
    expect(kindsOf(billingLines({ ...without, entries: [...planned] }))).toEqual([]);
  });

  it('tell no NDC where the name of the product and the strength disagree', () => {
    const lines = billingLines(whole(45, { ...vialOf200, product: 'Botox NDC 0023-1145-01' }));
    expect(lines.vials[0]?.packages).toEqual([]);
    expect(lines.flags).toEqual([{ kind: 'NdcContradicts', vial: vialOf200.id }]);
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
      'NoIndication',
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
