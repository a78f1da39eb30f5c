import { describe, expect, it } from 'vitest';
import { costOf, type Taken, vialsFor } from '../../../src/record/cost';
import type { Prices } from '../../../src/record/prices';

const drug = 'onabotulinumtoxinA';
const vial = (strength: number, units: number, product = drug): Taken[number] => ({
  product,
  strength,
  units,
  opened: true,
});
/** Cents: 1345.50 for 200 U, 700.00 for 100 U, 6.4235 for a unit, 650.00 for the procedure. */
const byVial: Prices = {
  currency: 'USD',
  basis: 'vial',
  vials: [
    { product: drug, strength: 200, price: 134_550 },
    { product: drug, strength: 100, price: 70_000 },
  ],
  unitHundredths: 64_235,
  fee: 65_000,
};
const byUnit: Prices = { ...byVial, basis: 'unit' };
const worked = (taken: Taken, prices: Prices) => {
  const cost = costOf(taken, prices);
  if (!cost.ok) throw new Error(JSON.stringify(cost.error));
  return cost.value;
};

describe('what a session costs', () => {
  it('by the vial is whole vials, what is left over with them', () => {
    // 134550 + 65000 = 199550. 13455000 / 155 = 86806.45, 19955000 / 155 = 128741.94.
    expect(worked([vial(200, 155)], byVial)).toMatchObject({
      drug: 134_550,
      fee: 65_000,
      allIn: 199_550,
      units: 155,
      leftOver: 45,
      perUnit: { drug: 86_806, allIn: 128_742 },
      patient: null,
    });
    expect(worked([vial(100, 100), vial(100, 55)], byVial)).toMatchObject({ drug: 140_000, leftOver: 45 });
  });

  it('leaves out a vial that was never opened', () => {
    expect(worked([vial(200, 155), { ...vial(100, 0), opened: false }], byVial).drug).toBe(134_550);
    // One that was opened and thrown away was paid for.
    expect(worked([vial(200, 155), vial(100, 0)], byVial)).toMatchObject({ drug: 204_550, leftOver: 145 });
  });

  it('by the unit is what was given, a half of the smallest unit rounded up', () => {
    // 155 at 642.35 cents are 99564.25; 160 are 102776 exactly.
    expect(worked([vial(200, 155)], byUnit).drug).toBe(99_564);
    expect(worked([vial(200, 160)], byUnit).drug).toBe(102_776);
    // 155.5 units at 1 cent: 155.5 cents.
    expect(worked([vial(200, 155.5)], { ...byUnit, unitHundredths: 100 }).drug).toBe(156);
    // 0.1 and 0.2 units are 0.3 units, and 0.3 at 10 cents are 3.
    expect(worked([vial(100, 0.1), vial(100, 0.2)], { ...byUnit, unitHundredths: 1000 }).drug).toBe(3);
  });

  it('shows a low price of the unit beside a high one all in', () => {
    const dear = worked([vial(200, 155)], { ...byUnit, fee: 200_000 });
    const cheap = worked([vial(200, 155)], { ...byUnit, unitHundredths: 90_000, fee: 20_000 });
    expect(dear.perUnit?.drug).toBeLessThan(cheap.perUnit?.drug ?? 0);
    expect(dear.perUnit?.allIn).toBeGreaterThan(cheap.perUnit?.allIn ?? 0);
  });

  it('has the patient pay a fixed amount, and never more than all of it', () => {
    const of = (amount: number) => worked([vial(200, 155)], { ...byVial, copay: { kind: 'amount', amount } }).patient;
    expect(of(5000)).toBe(5000);
    expect(of(9_999_999)).toBe(199_550);
    expect(of(0)).toBe(0);
  });

  it('has the patient pay a part of all of it', () => {
    const of = (hundredths: number) =>
      worked([vial(200, 155)], { ...byVial, copay: { kind: 'percent', hundredths } }).patient;
    expect(of(2000)).toBe(39_910);
    // 12.5 % of 199550 are 24943.75.
    expect(of(1250)).toBe(24_944);
  });

  it('is exact where a product is beyond what a number holds', () => {
    const dear = { ...byUnit, unitHundredths: 99_999_999_999, fee: 0 };
    // 195 at 999999999.99 are 194999999998.05.
    expect(worked([vial(200, 195)], dear).drug).toBe(194_999_999_998);
  });
});

describe('a price that was not entered', () => {
  it('is missing, and never nothing to pay', () => {
    expect(costOf([vial(200, 155)], undefined)).toEqual({ ok: false, error: [{ kind: 'all' }] });
    const withoutFee: Prices = { currency: 'USD', basis: 'vial', vials: [] };
    expect(costOf([vial(200, 155), vial(200, 5)], withoutFee)).toEqual({
      ok: false,
      error: [{ kind: 'vial', product: drug, strength: 200 }, { kind: 'fee' }],
    });
    const withoutUnit: Prices = { currency: 'USD', basis: 'unit', vials: byVial.vials, fee: 65_000 };
    expect(costOf([vial(200, 155)], withoutUnit)).toEqual({ ok: false, error: [{ kind: 'unit' }] });
  });

  it('is another thing than one of nothing', () => {
    expect(worked([vial(200, 155)], { ...byVial, fee: 0 })).toMatchObject({ allIn: 134_550 });
  });

  it('is that of another product too: units are never those of another', () => {
    const other = vial(100, 50, 'abobotulinumtoxinA');
    expect(costOf([vial(200, 155), other], byVial)).toMatchObject({
      error: [{ kind: 'vial', product: 'abobotulinumtoxinA', strength: 100 }],
    });
    expect(costOf([vial(200, 155), other], byUnit)).toMatchObject({
      error: [{ kind: 'product', product: 'abobotulinumtoxinA' }],
    });
    expect(worked([vial(200, 155, 'BOTOX')], byVial).drug).toBe(134_550);
  });
});

describe('the vials of a planned session', () => {
  const strengths = (units: number, prices: Prices) => vialsFor(units, prices)?.map((one) => one.strength);

  it('are those that cost least, and of those the fewest', () => {
    // 200 for 1345.50 is less than two of 100 for 1400.00.
    expect(strengths(155, byVial)).toEqual([200]);
    expect(strengths(100, byVial)).toEqual([100]);
    const halves = { ...byVial, vials: [byVial.vials[0], { product: drug, strength: 100, price: 60_000 }] };
    expect(strengths(155, { ...byVial, vials: halves.vials.flatMap((one) => one ?? []) })).toEqual([100, 100]);
    const same = [
      { product: drug, strength: 200, price: 140_000 },
      { product: drug, strength: 100, price: 70_000 },
    ];
    expect(strengths(195, { ...byVial, vials: same })).toEqual([200]);
  });

  it('are of a strength that has a price, or are not named', () => {
    expect(strengths(155, { ...byVial, vials: [{ product: drug, strength: 100, price: 70_000 }] })).toEqual([100, 100]);
    expect(vialsFor(155, { ...byVial, vials: [] })).toBeNull();
  });

  it('take a part of a unit exactly', () => {
    const small: Prices = { ...byVial, vials: [{ product: drug, strength: 100, price: 1 }] };
    expect(vialsFor(162.5, byUnit)).toEqual([vial(200, 162.5)]);
    // 160.1 less 100 is 60.099999999999994 to a computer that does not count in thousandths.
    expect(vialsFor(160.1, small)).toEqual([vial(100, 100), vial(100, 60.1)]);
  });

  it('by the unit leave least over', () => {
    expect(strengths(155, byUnit)).toEqual([200]);
    expect(strengths(95, byUnit)).toEqual([100]);
    expect(vialsFor(155, byUnit)).toEqual([vial(200, 155)]);
    expect(vialsFor(155, { ...byVial, vials: [{ product: drug, strength: 100, price: 1 }] })).toEqual([
      vial(100, 100),
      vial(100, 55),
    ]);
  });
});
