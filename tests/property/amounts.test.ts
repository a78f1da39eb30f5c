import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWorkOrder, workGroups, type WorkOrder } from '../../src/ledger/work-order';
import { hit6Band } from '../../src/outcomes/hit6';
import { midasGrade, midasProblem, midasSum } from '../../src/outcomes/midas';
import { fixedSites } from '../../src/protocol/fixed-sites';
import { muscles } from '../../src/protocol/paradigm';
import { fixedSiteId, ftpSiteId, readSiteId } from '../../src/protocol/site-id';
import { isAmount, sumOfUnits } from '../../src/protocol/words';
import { costOf, type Taken, vialsFor } from '../../src/record/cost';
import type { Prices } from '../../src/record/prices';
import { milli } from '../support/ledger-oracle';

const seed = 20_261_211;

describe('amounts of drug', () => {
  it('add up to the thousandth, and are refused where they are finer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 400_000 }), { maxLength: 20 }), (counts) => {
        let sum = 0;
        for (const count of counts) sum += count;
        expect(milli(sumOfUnits(counts.map((count) => count / 1000)))).toBe(sum);
      }),
      { seed, numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999 }), (n) => {
        // Written as it is read: four decimals, of which the last has to be a nought.
        const text = `${String(Math.floor(n / 10_000))}.${String(n % 10_000).padStart(4, '0')}`;
        expect(isAmount(Number(text))).toBe(text.endsWith('0'));
        expect(isAmount(-Number(text))).toBe(n === 0);
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe('the name of a site', () => {
  it('says its muscle, side and number, and reads back as them', () => {
    const any = fc.record({
      muscle: fc.constantFrom(...muscles.map(({ id }) => id)),
      side: fc.constantFrom('left' as const, 'right' as const, 'midline' as const),
      ordinal: fc.integer({ min: 1, max: 9999 }),
      ftp: fc.boolean(),
    });
    fc.assert(
      fc.property(any, ({ muscle, side, ordinal, ftp }) => {
        const id = ftp ? ftpSiteId(muscle, side, ordinal) : fixedSiteId(muscle, side, ordinal);
        // Where a side holds one site alone, its number is left out.
        const alone = (muscle === 'corrugator' && side !== 'midline') || (muscle === 'procerus' && side === 'midline');
        expect(readSiteId(id)).toEqual({ muscle, side, ordinal: alone && !ftp ? 1 : ordinal, ftp });
        const letter = id.split('-')[1];
        expect(letter).toBe({ left: 'L', right: 'R', midline: 'M' }[side]);
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe('an order of work', () => {
  const orders: fc.Arbitrary<WorkOrder> = fc.oneof(
    fc.constantFrom('paradigm' as const, 'position' as const, 'sides' as const, 'pairs' as const).map((id) => ({ id })),
    fc.shuffledSubarray([...workGroups]).map((groups) => ({ id: 'own' as const, groups })),
  );

  it('leaves nothing out and nothing twice, and goes the way that it is named for', () => {
    const rows = fc.subarray([...fixedSites]);
    fc.assert(
      fc.property(rows, orders, (some, order) => {
        const worked = inWorkOrder(some, order);
        expect(worked.toSorted((a, b) => a.order - b.order)).toEqual(some);
        const changes = (of: (site: (typeof some)[number]) => string): number =>
          worked.filter((site, n) => n > 0 && of(site) !== of(worked[n - 1] ?? site)).length;
        if (order.id === 'paradigm') expect(worked).toEqual(some);
        if (order.id === 'sides') {
          const sides = worked.map(({ side }) => ['left', 'midline', 'right'].indexOf(side));
          expect(sides).toEqual(sides.toSorted());
        }
        if (order.id === 'position') {
          const lies = ({ muscle }: (typeof some)[number]): string =>
            ['corrugator', 'procerus', 'frontalis', 'temporalis'].includes(muscle) ? 'supine' : 'seated';
          expect(changes(lies)).toBeLessThanOrEqual(1);
          if (worked.some((site) => lies(site) === 'supine'))
            expect(worked[0] === undefined ? '' : lies(worked[0])).toBe('supine');
        }
        if (order.id === 'pairs') {
          // Muscle by muscle, and within it by number: the left and the right of a number side by side.
          expect(changes(({ muscle }) => muscle)).toBe(Math.max(0, new Set(some.map(({ muscle }) => muscle)).size - 1));
          const pair = (site: (typeof some)[number]): string => `${site.muscle} ${String(site.ordinal)}`;
          expect(changes(pair)).toBe(Math.max(0, new Set(some.map(pair)).size - 1));
        }
        if (order.id === 'own') {
          const place = worked.map((site) => {
            const at = order.groups.findIndex((group) => group.muscle === site.muscle && group.side === site.side);
            return at === -1 ? 99 : at;
          });
          expect(place).toEqual(place.toSorted((a, b) => a - b));
        }
      }),
      { seed, numRuns: 150 },
    );
  });
});

describe('a score', () => {
  it('of MIDAS is the sum of five sound answers with the grade of its table, and of HIT-6 the band of its total', () => {
    const answers = fc.tuple(
      ...Array.from({ length: 5 }, () => fc.oneof(fc.nat({ max: 12 }), fc.integer({ min: -2, max: 95 }))),
    ) as fc.Arbitrary<[number, number, number, number, number]>;
    fc.assert(
      fc.property(answers, (five) => {
        const [a, b, c, d, e] = five;
        const sound = five.every((one) => one >= 0) && a + b <= 90 && c + d <= 90 && e <= 90;
        expect(midasProblem(five) === null).toBe(sound);
        if (!sound) return;
        const sum = a + b + c + d + e;
        expect(midasSum({ answers: five })).toBe(sum);
        expect(midasGrade(sum)).toBe(sum > 20 ? 'IV' : sum > 10 ? 'III' : sum > 5 ? 'II' : 'I');
      }),
      { seed, numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 30, max: 84 }), fc.constant(50.5)), (total) => {
        const band = total <= 49 ? 'little' : total <= 55 ? 'some' : total <= 59 ? 'substantial' : 'severe';
        expect(hit6Band(total)).toBe(total < 36 || total > 78 || total === 50.5 ? null : band);
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe('what a session costs', () => {
  const vials = fc.array(
    fc.record({ strength: fc.constantFrom(100, 200), thousandths: fc.nat({ max: 100_000 }), opened: fc.boolean() }),
    { maxLength: 3 },
  );
  const prices = fc.record({
    basis: fc.constantFrom('vial' as const, 'unit' as const),
    small: fc.option(fc.nat({ max: 90_000 }), { nil: null }),
    large: fc.option(fc.nat({ max: 90_000 }), { nil: null }),
    unit: fc.option(fc.nat({ max: 90_000 }), { nil: null }),
    fee: fc.option(fc.nat({ max: 90_000 }), { nil: null }),
    percent: fc.option(fc.nat({ max: 10_000 }), { nil: null }),
  });
  const product = 'onabotulinumtoxinA';
  const priced = ({
    basis,
    small,
    large,
    unit,
    fee,
    percent,
  }: typeof prices extends fc.Arbitrary<infer T> ? T : never): Prices => ({
    currency: 'EUR',
    basis,
    vials: [
      ...(small === null ? [] : [{ product, strength: 100, price: small }]),
      ...(large === null ? [] : [{ product, strength: 200, price: large }]),
    ],
    ...(unit === null ? {} : { unitHundredths: unit }),
    ...(fee === null ? {} : { fee }),
    ...(percent === null ? {} : { copay: { kind: 'percent', hundredths: percent } }),
  });

  /** Prices of another product in the same strengths, which are nobody's here. */
  const others = [100, 200].map((strength) => ({ product: 'Another product', strength, price: 1 }));

  it('is vial by vial or unit by unit and the fee, to the cent; with a price missing it is none at all, never nothing', () => {
    fc.assert(
      fc.property(vials, prices, (all, set) => {
        const taken: Taken = all.map(({ strength, thousandths, opened }) => ({
          product,
          strength,
          units: opened ? thousandths / 1000 : 0,
          opened,
        }));
        const own = priced(set);
        const cost = costOf(taken, { ...own, vials: [...others, ...own.vials] });
        const open = all.filter(({ opened }) => opened);
        const priceOf = ({ strength }: { readonly strength: number }) => (strength === 100 ? set.small : set.large);
        const missing =
          set.fee === null || (set.basis === 'vial' ? open.some((one) => priceOf(one) === null) : set.unit === null);
        expect(cost.ok).toBe(!missing);
        if (!cost.ok) {
          expect(cost.error.length).toBeGreaterThan(0);
          return;
        }
        let given = 0;
        let drug = 0;
        let strength = 0;
        for (const one of open) {
          given += one.thousandths;
          drug += priceOf(one) ?? 0;
          strength += one.strength;
        }
        // Thousandths of a unit times hundredths of a cent: what is paid differs from it by half a cent at most.
        if (set.basis === 'unit')
          expect(Math.abs(cost.value.drug * 100_000 - given * (set.unit ?? 0))).toBeLessThanOrEqual(50_000);
        else expect(cost.value.drug).toBe(drug);
        expect(cost.value.allIn).toBe(cost.value.drug + (set.fee ?? 0));
        expect([milli(cost.value.units), milli(cost.value.leftOver)]).toEqual([given, strength * 1000 - given]);
        const share = cost.value.patient;
        if (set.percent === null) expect(share).toBeNull();
        else
          expect(Math.abs((share ?? Number.NaN) * 10_000 - cost.value.allIn * set.percent)).toBeLessThanOrEqual(5000);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('is least with the vials that are offered for so many units: no other choice of them is cheaper', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 480 }), prices, (units, set) => {
        const offered = vialsFor(units, priced(set));
        const sizes = [
          { strength: 100, price: set.basis === 'unit' ? 100 : set.small },
          { strength: 200, price: set.basis === 'unit' ? 200 : set.large },
        ];
        let least = Number.POSITIVE_INFINITY;
        for (let small = 0; small <= 5; small += 1)
          for (let large = 0; large <= 3; large += 1) {
            const [one, two] = sizes;
            if (100 * small + 200 * large < units) continue;
            if ((small > 0 && one?.price === null) || (large > 0 && two?.price === null)) continue;
            least = Math.min(least, small * (one?.price ?? 0) + large * (two?.price ?? 0));
          }
        expect(offered === null).toBe(least === Number.POSITIVE_INFINITY);
        if (offered === null) return;
        let [price, drawn] = [0, 0];
        for (const vial of offered) {
          price += sizes.find(({ strength }) => strength === vial.strength)?.price ?? 0;
          drawn += vial.units;
          expect(vial.units <= vial.strength).toBe(true);
        }
        expect([price, drawn]).toEqual([least, units]);
      }),
      { seed, numRuns: 150 },
    );
  });
});
