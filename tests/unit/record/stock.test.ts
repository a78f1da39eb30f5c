import { describe, expect, it } from 'vitest';
import { startingVial } from '../../../src/protocol/paradigm';
import {
  claimVial,
  type Delivery,
  lotsLike,
  patientsOfLot,
  soonDays,
  stockOnHand,
  type VialUse,
} from '../../../src/record/stock';
import { without } from '../../support/without';

const now = '2026-05-25T09:00:00+02:00';
const toxin = { product: 'onabotulinumtoxinA', strength: 200 };

const delivery = (change: Partial<Delivery> = {}): Delivery => ({
  id: 'd-1',
  ...toxin,
  lot: 'C1234',
  expiry: '2027-01',
  received: 10,
  at: '2026-01-05T08:00:00+01:00',
  by: 'Dr A. Example',
  ...change,
});

const use = (vial: string, change: Partial<VialUse> = {}): VialUse => ({
  vial,
  session: `s-${vial}`,
  patient: 'p-1',
  at: '2026-03-02T09:00:00+01:00',
  ...toxin,
  lot: 'C1234',
  expiry: '2027-01',
  units: 155,
  ...change,
});

describe('the stock', () => {
  it('is what came in without what was used, by product, strength and lot', () => {
    const other = delivery({ id: 'd-2', strength: 100, received: 4 });
    const { rows } = stockOnHand([delivery(), delivery({ id: 'd-3', received: -1 }), other], [use('a'), use('b')], now);
    expect(rows.map(({ strength, received, used, onHand }) => [strength, received, used, onHand])).toEqual([
      [200, 9, 2, 7],
      [100, 4, 0, 4],
    ]);
  });

  it('counts a vial once, however often the listing gives it', () => {
    expect(stockOnHand([delivery()], [use('a'), use('a')], now).rows[0]?.onHand).toBe(9);
  });

  it('counts a vial that two sessions claim twice: each opened one', () => {
    expect(stockOnHand([delivery()], [use('a'), use('a', { session: 's-2' })], now).rows[0]?.used).toBe(2);
  });

  it('reads a lot as the same however it is spaced or cased', () => {
    const { rows } = stockOnHand([delivery()], [use('a', { lot: ' c12-34' })], now);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.onHand).toBe(9);
  });

  it('shows what was used without ever coming in, and what was used without a lot', () => {
    const { rows, unassigned } = stockOnHand([], [use('a', { lot: 'X9' }), use('b', { lot: ' ' })], now);
    expect(rows.map(({ lot, onHand }) => [lot, onHand])).toEqual([['X9', -1]]);
    expect(unassigned.map(({ vial }) => vial)).toEqual(['b']);
  });

  it('is listed first to expire first, and says what has expired', () => {
    const lots = [
      delivery({ lot: 'late' }),
      delivery({ lot: 'gone', expiry: '2026-04' }),
      delivery({ lot: 'soon', expiry: '2026-05' }),
    ];
    const { rows } = stockOnHand(lots, [], now);
    expect(rows.map(({ lot, expired }) => [lot, expired])).toEqual([
      ['gone', true],
      ['soon', false],
      ['late', false],
    ]);
  });

  it('says what expires soon, to the day, and not of what has expired', () => {
    const ofExpiry = (expiry: string) => stockOnHand([delivery({ expiry })], [], now).rows[0];
    // Counted from 25 May 2026.
    expect(soonDays).toBe(30);
    expect(ofExpiry('2026-06-24')).toMatchObject({ expired: false, expiresSoon: true });
    expect(ofExpiry('2026-06-25')).toMatchObject({ expired: false, expiresSoon: false });
    expect(ofExpiry('2026-05-25')).toMatchObject({ expired: false, expiresSoon: true });
    expect(ofExpiry('2026-05-24')).toMatchObject({ expired: true, expiresSoon: false });
  });

  it('says nothing of how long a lot is good that has no expiry, and lists it last', () => {
    const unsaid = without(use('a', { lot: 'X1' }), 'expiry');
    const { rows } = stockOnHand([delivery()], [unsaid], now);
    expect(rows.map(({ lot, expired, expiresSoon }) => [lot, expired, expiresSoon])).toEqual([
      ['C1234', false, false],
      ['X1', false, false],
    ]);
    const bare = without(use('b'), 'lot');
    expect(stockOnHand([], [bare], now).unassigned).toEqual([bare]);
    expect(patientsOfLot([bare], 'C1234')).toEqual([]);
  });

  it('takes the earlier expiry where a delivery and a session disagree', () => {
    const { rows } = stockOnHand([delivery()], [use('a', { expiry: '2026-04-30' })], now);
    expect(rows[0]).toMatchObject({ expiry: '2026-04-30', expired: true });
  });
});

describe('a recall', () => {
  it('finds every patient who had the lot, latest first, with what they had', () => {
    const uses = [
      use('a'),
      use('b', { patient: 'p-2', at: '2026-04-02T09:00:00+02:00', units: 0.1 }),
      use('c', { patient: 'p-2', at: '2026-05-02T09:00:00+02:00', units: 0.2, lot: 'c 1234' }),
      use('d', { patient: 'p-3', lot: 'C12345' }),
    ];
    expect(patientsOfLot(uses, 'c1234').map(({ patient, units, uses: own }) => [patient, units, own.length])).toEqual([
      ['p-2', 0.3, 2],
      ['p-1', 155, 1],
    ]);
  });

  it('finds a vial that was opened and thrown away', () => {
    expect(patientsOfLot([use('a', { units: 0 })], 'C1234')).toHaveLength(1);
  });

  it('never adds the units of two products that have a lot of that name', () => {
    const other = use('b', { product: 'another toxin', units: 500 });
    expect(patientsOfLot([use('a'), other], 'C1234').map(({ product, units }) => [product, units])).toEqual([
      [toxin.product, 155],
      ['another toxin', 500],
    ]);
  });

  it('names the lots that could have been meant: those that go on, and those misread', () => {
    const lots = ['C1234', 'c-1234', 'C12345', 'CI234', 'C12O4', 'X1'];
    expect(lotsLike(lots, 'c 1234')).toEqual(['C12345', 'CI234']);
    expect(lotsLike(lots, 'C1204')).toEqual(['C12O4']);
    expect(lotsLike(lots, ' - ')).toEqual([]);
  });

  it('takes letters and digits that are misread for one another, five pairs of them', () => {
    for (const [written, read] of [
      ['CO', 'C0'],
      ['CI', 'C1'],
      ['CL', 'CI'],
      ['CS', 'C5'],
      ['CB', 'C8'],
      ['CZ', 'C2'],
    ] as const)
      expect(lotsLike([written], read), written).toEqual([written]);
    expect(lotsLike(['CA'], 'C4')).toEqual([]);
    expect(lotsLike(['X - Y1'], 'XYI')).toEqual(['X - Y1']);
  });

  it('finds nobody for an empty lot, though some vials have none', () => {
    expect(patientsOfLot([use('a', { lot: '' })], ' - ')).toEqual([]);
  });
});

describe('a vial', () => {
  it('belongs to one session: it is refused in another and welcome in its own', () => {
    expect(claimVial([use('a')], 'a', 's-2')).toEqual({
      ok: false,
      error: { kind: 'VialUsedElsewhere', vial: 'a', session: 's-a', at: use('a').at },
    });
    expect(claimVial([use('a')], 'a', 's-a').ok).toBe(true);
    expect(claimVial([use('a')], 'b', 's-2').ok).toBe(true);
  });

  it('under the id that sessions of earlier versions start with is no vial that turns up twice', () => {
    expect(claimVial([use(startingVial.id)], startingVial.id, 's-2').ok).toBe(true);
  });
});
