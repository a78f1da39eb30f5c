import { describe, expect, it } from 'vitest';
import { delivered, takenOut } from '../../../src/record/stock-entry';
import { parseDelivery } from '../../../src/record/stock-schema';
import { isSameLot, type StockRow } from '../../../src/record/stock';

const stamp = { id: 'd-1', at: '2026-05-25T09:00:00+02:00', by: 'Dr A. Example' };
const draft = { product: ' onabotulinumtoxinA ', strength: ' 200', lot: ' C1234 ', expiry: ' 2027-01 ', count: '10 ' };
const row: StockRow = {
  product: 'onabotulinumtoxinA',
  strength: 200,
  lot: 'C1234',
  expiry: '2027-01',
  received: 4,
  used: 1,
  onHand: 3,
  expired: false,
  expiresSoon: false,
};

describe('a delivery', () => {
  const entry = {
    ...stamp,
    product: 'onabotulinumtoxinA',
    strength: 200,
    lot: 'C1234',
    expiry: '2027-01',
    received: 10,
  };

  it('is entered without blanks around what was typed, and read from the vault as it was', () => {
    expect(delivered(draft, stamp)).toEqual({ ok: true, value: entry });
    expect(parseDelivery(entry)).toEqual({ ok: true, value: entry });
  });

  it.each([
    [{ product: ' ' }, 'ProductMissing'],
    [{ strength: '0' }, 'NotAStrength'],
    [{ strength: '2.5' }, 'NotAStrength'],
    [{ strength: 'two' }, 'NotAStrength'],
    [{ lot: ' - ' }, 'LotMissing'],
    [{ expiry: '2027-13' }, 'NotAnExpiry'],
    [{ count: '-1' }, 'NotACount'],
    [{ count: '' }, 'NotACount'],
    [{ count: '99999999999999999999' }, 'NotACount'],
  ])('is refused with %j', (part, kind) => {
    expect(delivered({ ...draft, ...part }, stamp)).toEqual({ ok: false, error: { kind } });
  });

  it.each([
    [{ received: 0 }, 'received'],
    [{ received: -1 }, 'reason'],
    [{ lot: '-' }, 'lot'],
    [{ strength: 0 }, 'strength'],
  ])('in the vault is damaged by %j, and says where', (part, path) => {
    expect(parseDelivery({ ...entry, ...part })).toMatchObject({ ok: false, error: { path } });
  });
});

describe('vials that leave unused', () => {
  it('are an entry below nothing, with the reason', () => {
    const taken = takenOut(row, { count: ' 3 ', reason: ' broken ' }, stamp);
    expect(taken).toEqual({
      ok: true,
      value: {
        ...stamp,
        product: row.product,
        strength: 200,
        lot: 'C1234',
        expiry: '2027-01',
        received: -3,
        reason: 'broken',
      },
    });
    expect(taken.ok && parseDelivery(taken.value).ok).toBe(true);
  });

  it('are no more than are on the shelf, a whole number, and for a reason', () => {
    expect(takenOut(row, { count: '4', reason: 'broken' }, stamp)).toEqual({
      ok: false,
      error: { kind: 'MoreThanOnHand', onHand: 3 },
    });
    expect(takenOut(row, { count: 'all', reason: 'broken' }, stamp)).toEqual({
      ok: false,
      error: { kind: 'NotACount' },
    });
    expect(takenOut(row, { count: '3', reason: ' ' }, stamp)).toEqual({ ok: false, error: { kind: 'ReasonMissing' } });
  });
});

it('a lot is the same however it is spaced or cased', () => {
  expect([isSameLot('c-12 34', 'C1234'), isSameLot('C1234', 'C1235')]).toEqual([true, false]);
});
