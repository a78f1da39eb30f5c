import { describe, expect, it } from 'vitest';
import { parsePractice } from '../../../../src/record/practice-schema';
import type { Prices } from '../../../../src/record/prices';
import { amountOf, decimalText, moneyText, unitPriceText } from '../../../../src/state/outcomes/money-text';
import { pricesOf, typedOf, unitsOf } from '../../../../src/state/outcomes/typed-prices';

const prices: Prices = {
  currency: 'EUR',
  basis: 'vial',
  vials: [{ product: 'onabotulinumtoxinA', strength: 200, price: 134_550 }],
  unitHundredths: 64_235,
  fee: 0,
  copay: { kind: 'percent', hundredths: 1250 },
};

describe('money as text', () => {
  it.each([
    ['1345.50', 2, 134_550],
    ['1345,5', 2, 134_550],
    [' 7 ', 2, 700],
    ['0', 2, 0],
    ['0.29', 2, 29],
    ['500', 0, 500],
    ['1.005', 3, 1005],
    ['1.005', 2, null],
    ['1,345.50', 2, null],
    ['-5', 2, null],
    ['5 EUR', 2, null],
    ['', 2, null],
    ['1e3', 2, null],
  ])('%s with %i decimals is %s of the smallest unit', (typed, digits, amount) => {
    expect(amountOf(typed, digits)).toBe(amount);
    if (amount !== null) expect(amountOf(decimalText(amount, digits), digits)).toBe(amount);
  });

  it('has the decimals of its currency, and a price of a unit two more', () => {
    expect(moneyText(134_550, 'USD')).toBe('US$1,345.50');
    expect(moneyText(1345, 'JPY')).toBe('JP¥1,345');
    expect(moneyText(5, 'EUR')).toBe('€0.05');
    expect(unitPriceText(64_235, 'EUR')).toBe('€6.4235');
  });
});

describe('prices as they are typed', () => {
  it('are read as they were written', () => {
    const typed = typedOf(prices);
    expect(typed).toMatchObject({
      vials: { '100': '', '200': '1345.50' },
      unit: '6.4235',
      fee: '0.00',
      share: '12.50',
    });
    expect(pricesOf(typed, prices)).toEqual({ ok: true, prices });
    expect(parsePractice({ templates: [], prices })).toMatchObject({ ok: true });
  });

  it('are not entered where a field is empty', () => {
    const read = pricesOf({ ...typedOf(undefined), currency: 'JPY', fee: '' }, undefined);
    expect(read).toEqual({ ok: true, prices: { currency: 'JPY', basis: 'vial', vials: [] } });
  });

  it.each([
    [{ currency: '' }, 'currency'],
    [{ vials: { '200': 'free' } }, 'vial-200'],
    [{ unit: '6.42351' }, 'unit'],
    [{ fee: '12.345' }, 'fee'],
    [{ currency: 'JPY', vials: {}, unit: '', fee: '12.5' }, 'fee'],
    [{ share: '101' }, 'share'],
    [{ share: '' }, 'share'],
  ] as const)('are refused with the field that is wrong: %j', (part, wrong) => {
    expect(pricesOf({ ...typedOf(prices), ...part }, prices)).toEqual({ ok: false, wrong });
  });

  it('keep those of another product, which came from elsewhere', () => {
    const other = { product: 'another toxin', strength: 100, price: 1 };
    const read = pricesOf(typedOf(prices), { ...prices, vials: [other] });
    expect(read.ok && read.prices.vials).toContainEqual(other);
  });

  it('are damaged in a store where an amount is no whole number', () => {
    expect(parsePractice({ templates: [], prices: { ...prices, fee: 1.5 } })).toMatchObject({ ok: false });
    expect(parsePractice({ templates: [], prices: { ...prices, currency: 'euro' } })).toMatchObject({ ok: false });
  });
});

describe('the units of a planned session', () => {
  it.each([
    ['155', 155],
    ['162.5', 162.5],
    ['0162,125', 162.125],
    ['195', 195],
    ['195.001', null],
    ['0.9', null],
    ['162.1255', null],
    ['', null],
    ['many', null],
  ])('are read as they were given the last time, parts of a unit too: %j', (typed, units) => {
    expect(unitsOf(typed, 195)).toBe(units);
  });
});
