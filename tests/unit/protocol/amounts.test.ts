import { describe, expect, it } from 'vitest';
import { amount, fromThousandths, isAmount, thousandths, total } from '../../../src/protocol/words';

describe('an amount of drug', () => {
  it('may be a fraction, to a thousandth of a unit', () => {
    for (const value of [0, 0.001, 0.1, 2.5, 4.999, 155, 399.999]) expect(isAmount(value), String(value)).toBe(true);
  });

  it('is no negative, endless or finer number', () => {
    for (const value of [-1, -0.001, 0.0001, 1 / 3, 0.1 + 0.2, Number.NaN, Infinity, 1e300]) {
      expect(isAmount(value), String(value)).toBe(false);
      expect(() => amount(value)).toThrow(RangeError);
    }
  });

  it('is counted in thousandths and back without loss', () => {
    for (let count = 0; count < 400_000; count += 1) {
      if (thousandths(fromThousandths(count)) !== count) expect.fail(String(count));
    }
  });

  it('is added exactly', () => {
    expect(total([amount(0.1), amount(0.2)])).toBe(0.3);
    expect(total(Array.from({ length: 10 }, () => amount(0.1)))).toBe(1);
    expect(total([])).toBe(0);
  });
});
