import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dilutionProblem, syringeMarks } from '../../src/ledger/dilution';
import { units } from '../../src/protocol/words';
import type { ChartedVial } from '../../src/record/needles';
import {
  claimVial,
  type Delivery,
  isSameLot,
  lotsLike,
  patientsOfLot,
  stockOnHand,
  type VialUse,
} from '../../src/record/stock';
import { vialFindings } from '../../src/record/vial-findings';
import { emptyVisit, type Override } from '../../src/record/visit';
import { plainShift } from '../support/plain-calendar';

const seed = 20_261_202;
const product = 'onabotulinumtoxinA';

describe('a vial that was dissolved', () => {
  /** Twenty microlitres hold a unit where five units lie in 0.1 mL. */
  const rightMicrolitres = (strength: number): number => 20 * strength;
  const strengths = fc.oneof(fc.constantFrom(50, 100, 200), fc.integer({ min: 1, max: 500 }));

  it('is as the paradigm has it exactly where five units lie in a tenth of a millilitre, and says what would put it right', () => {
    const dissolved = strengths.chain((strength) =>
      fc.tuple(
        fc.constant(strength),
        fc.oneof(fc.constant(rightMicrolitres(strength)), fc.integer({ min: 1, max: 12_000 })),
      ),
    );
    fc.assert(
      fc.property(dissolved, ([strength, microlitres]) => {
        const vial = { product, strength: units(strength), diluentMl: microlitres / 1000 };
        const problem = dilutionProblem(vial);
        expect(problem === null).toBe(microlitres === rightMicrolitres(strength));
        if (problem?.kind !== 'WrongDilution') return;
        expect(problem.neededMl).toBeCloseTo(strength / 50, 9);
        expect(problem.aliquotMl).toBeCloseTo((5 * microlitres) / 1000 / strength, 9);
        expect(dilutionProblem({ ...vial, diluentMl: problem.neededMl })).toBeNull();
      }),
      { seed, numRuns: 100 },
    );
  });

  it('of another product is never judged by the units of this one', () => {
    fc.assert(
      fc.property(strengths, fc.integer({ min: 1, max: 8 }), (strength, diluentMl) => {
        const other = { product: 'abobotulinumtoxinA', strength: units(strength), diluentMl };
        expect(dilutionProblem(other)).toEqual({ kind: 'OtherProduct', product: other.product });
      }),
      { seed, numRuns: 50 },
    );
  });

  it('is drawn up to a mark of the syringe, or said to end between two', () => {
    const drawn = fc.tuple(
      fc.constantFrom(50, 100, 200, 500),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 20 }),
    );
    fc.assert(
      fc.property(drawn, ([strength, tenths, amount]) => {
        const { ml, marks, exact, perSyringe } = syringeMarks(
          { strength: units(strength), diluentMl: tenths / 10 },
          amount,
        );
        // Tenths of a mL in the vial are ten marks each of a hundredth.
        const [whole, rest] = [Math.floor((amount * tenths * 10) / strength), (amount * tenths * 10) % strength];
        expect(ml * strength).toBeCloseTo((amount * tenths) / 10, 9);
        expect(exact).toBe(rest === 0);
        expect(marks).toBe(2 * rest >= strength ? whole + 1 : whole);
        // So many doses go into one mL, and one more does not.
        expect(perSyringe * amount * tenths).toBeLessThanOrEqual(10 * strength);
        expect((perSyringe + 1) * amount * tenths).toBeGreaterThan(10 * strength);
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe('what stands against a vial', () => {
  const minute = 60_000;
  const dissolvedAt = Date.parse('2027-02-27T10:00:00Z');
  const whole = fc.record({
    /** Whole minutes from when it was dissolved to when it is asked about; null where nobody wrote that down. */
    age: fc.option(
      fc.oneof(
        fc.integer({ min: -90, max: 3000 }),
        fc.integer({ min: 24 * 60 - 2, max: 24 * 60 + 2 }),
        fc.constant(-1),
      ),
      { nil: null },
    ),
    lot: fc.constantFrom('C1234', '', '  ', undefined),
    /** Days from the day it is asked about to the last it is good; null where none can be read. */
    left: fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
    overridden: fc.constantFrom(null, 'vial-over-24h', 'vial-age-unknown', 'vial-from-the-future'),
    other: fc.boolean(),
  });

  it('is its last day, its 24 hours to the minute, and what nobody wrote down; a rule set aside covers itself and this vial alone', () => {
    fc.assert(
      fc.property(whole, ({ age, lot, left, overridden, other }) => {
        const at = new Date(dissolvedAt + (age ?? 0) * minute).toISOString();
        const expiry = left === null ? undefined : plainShift(at.slice(0, 10), left);
        const vial: ChartedVial = {
          id: 'v',
          product,
          strength: units(200),
          diluentMl: 4,
          ...(lot === undefined ? {} : { lot }),
          ...(expiry === undefined ? {} : { expiry }),
          ...(age === null ? {} : { reconstitutedAt: new Date(dissolvedAt).toISOString() }),
        };
        const aside: readonly Override[] =
          overridden === null
            ? []
            : [{ rule: overridden, vial: other ? 'another' : 'v', reason: 'seen', at, by: 'Dr A. Example' }];
        const found = vialFindings(vial, at, { ...emptyVisit, overrides: aside });
        const rule =
          age === null ? 'vial-age-unknown' : age < 0 ? 'vial-from-the-future' : age > 24 * 60 ? 'vial-over-24h' : null;
        const missing = [...((lot ?? '').trim() === '' ? ['lot'] : []), ...(expiry === undefined ? ['expiry'] : [])];
        expect(found.map(({ kind }) => kind)).toEqual([
          ...(left !== null && left < 0 ? ['vial-expired'] : []),
          ...(rule === null ? [] : [rule]),
          ...(missing.length > 0 ? ['vial-undescribed'] : []),
        ]);
        for (const one of found) {
          if (one.kind === 'vial-undescribed') expect(one.missing).toEqual(missing);
          if (one.level === 'override') expect(one.overridden !== null).toBe(overridden === rule && !other);
        }
      }),
      { seed, numRuns: 120 },
    );
  });
});

/** One lot as two hands write it. */
const lots = fc.constantFrom('C1234', 'c-12 34', 'C1234 ', 'C1243', 'c1243', 'CO123', 'C0123', '', ' - ');
const plainLot = (lot: string): string => lot.toUpperCase().split(' ').join('').split('-').join('');
const today = '2027-03-01T09:00:00+01:00';

const deliveries = fc.array(
  fc.record({
    lot: fc.constantFrom('C1234', 'c-12 34', 'C1243'),
    strength: fc.constantFrom(100, 200),
    received: fc.integer({ min: -3, max: 9 }).filter((n) => n !== 0),
    left: fc.oneof(fc.constantFrom(-1, 0, 29, 30, 31), fc.integer({ min: -40, max: 80 })),
  }),
  { maxLength: 6 },
);
const uses = fc.array(
  fc.record({
    vial: fc.nat({ max: 9 }),
    session: fc.nat({ max: 5 }),
    lot: lots,
    strength: fc.constantFrom(100, 200),
    thousandths: fc.nat({ max: 200_000 }),
    product: fc.constantFrom(product, 'abobotulinumtoxinA'),
  }),
  { maxLength: 12 },
);
const delivered = (all: typeof deliveries extends fc.Arbitrary<infer T> ? T : never): readonly Delivery[] =>
  all.map(({ left, ...one }, n) => ({
    ...one,
    id: `d-${String(n)}`,
    product,
    expiry: plainShift('2027-03-01', left),
    at: today,
    by: 'Dr A. Example',
  }));
const used = (all: typeof uses extends fc.Arbitrary<infer T> ? T : never): readonly VialUse[] =>
  all.map(({ vial, session, thousandths, lot, ...one }, n) => ({
    ...one,
    vial: `v-${String(vial)}`,
    session: `s-${String(session)}`,
    // A session is one patient's: every other one is the same patient's.
    patient: `p-${String(session % 3)}`,
    at: new Date(Date.parse('2027-01-04T09:00:00Z') + n * 3_600_000).toISOString(),
    units: thousandths / 1000,
    ...(lot === '' ? {} : { lot, expiry: '2027-12' }),
  }));
/** A listing may give one vial of one session twice: the later row is the one that counts. */
const onceEach = (all: readonly VialUse[]): readonly VialUse[] =>
  all.filter((one, n) => !all.some((other, m) => m > n && other.vial === one.vial && other.session === one.session));

describe('the stock', () => {
  it('is, lot by lot, what came in without what was opened; nothing is lost and nothing is counted twice', () => {
    fc.assert(
      fc.property(deliveries, uses, (some, opened) => {
        const [came, went] = [delivered(some), used(opened)];
        const { rows, unassigned } = stockOnHand(came, went, today);
        const real = onceEach(went);
        for (const row of rows) {
          const own = (one: { readonly product: string; readonly strength: number; readonly lot?: string }): boolean =>
            one.product === row.product &&
            one.strength === row.strength &&
            plainLot(one.lot ?? '') === plainLot(row.lot);
          let received = 0;
          for (const one of came) if (own(one)) received += one.received;
          const count = real.filter(own).length;
          expect([row.received, row.used, row.onHand]).toEqual([received, count, received - count]);
        }
        expect(rows.reduce((sum, row) => sum + row.used, unassigned.length)).toBe(real.length);
        expect(rows.reduce((sum, row) => sum + row.received, 0)).toBe(came.reduce((sum, one) => sum + one.received, 0));
        expect(new Set(rows.map((row) => [row.product, row.strength, plainLot(row.lot)].join())).size).toBe(
          rows.length,
        );
      }),
      { seed, numRuns: 100 },
    );
  });

  it('is said to be expired after the last day of the earliest expiry, and to expire soon in the thirty days before', () => {
    fc.assert(
      fc.property(deliveries, (some) => {
        const { rows } = stockOnHand(delivered(some), [], today);
        for (const row of rows) {
          const left = Math.min(
            ...some
              .filter((one) => one.strength === row.strength && plainLot(one.lot) === plainLot(row.lot))
              .map((one) => one.left),
          );
          expect(row.expiry).toBe(plainShift('2027-03-01', left));
          expect([row.expired, row.expiresSoon]).toEqual([left < 0, left >= 0 && left <= 30]);
        }
        const order = rows.map(({ expiry }) => expiry);
        expect(order).toEqual(order.toSorted());
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe('a recall', () => {
  it('finds every patient of a lot, however it is written, with every vial and unit of it, and nobody else', () => {
    fc.assert(
      fc.property(uses, lots, (opened, lot) => {
        const went = used(opened);
        const found = patientsOfLot(went, lot);
        const meant =
          plainLot(lot) === '' ? [] : onceEach(went).filter((one) => plainLot(one.lot ?? '') === plainLot(lot));
        const names = (all: readonly VialUse[]) => all.map((one) => `${one.session} ${one.vial}`).toSorted();
        expect(names(found.flatMap((one) => one.uses))).toEqual(names(meant));
        for (const one of found) {
          expect(one.uses.every((use) => use.patient === one.patient && use.product === one.product)).toBe(true);
          expect(Math.round(one.units * 1000)).toBe(
            one.uses.reduce((sum, use) => sum + Math.round(use.units * 1000), 0),
          );
          const times = one.uses.map(({ at }) => at);
          expect(times).toEqual(times.toSorted().toReversed());
        }
        expect(new Set(found.map((one) => `${one.patient} ${one.product}`)).size).toBe(found.length);
      }),
      { seed, numRuns: 120 },
    );
  });

  it('offers no lot that is the one that was meant, and every one that holds it', () => {
    fc.assert(
      fc.property(fc.array(lots, { maxLength: 8 }), lots, (all, typed) => {
        const offered = lotsLike(all, typed);
        expect(offered.some((lot) => isSameLot(lot, typed))).toBe(false);
        const holding = all.filter(
          (lot) =>
            plainLot(typed) !== '' && plainLot(lot).includes(plainLot(typed)) && plainLot(lot) !== plainLot(typed),
        );
        for (const lot of holding) expect(offered.some((one) => isSameLot(one, lot))).toBe(true);
      }),
      { seed, numRuns: 120 },
    );
  });
});

describe('a vial', () => {
  it('is refused exactly where another session opened it, and the session that did is named', () => {
    fc.assert(
      fc.property(uses, fc.nat({ max: 9 }), fc.nat({ max: 5 }), (opened, vial, session) => {
        const went = used(opened);
        const claimed = claimVial(went, `v-${String(vial)}`, `s-${String(session)}`);
        const others = opened.filter((one) => one.vial === vial && one.session !== session);
        expect(claimed.ok).toBe(others.length === 0);
        if (!claimed.ok) expect(others.map((one) => `s-${String(one.session)}`)).toContain(claimed.error.session);
      }),
      { seed, numRuns: 120 },
    );
  });
});
