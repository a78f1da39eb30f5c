import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPins } from '../../../src/learn/matching';

describe('pins of one group', () => {
  it('go to the sites that make the sum least, not each to its own nearest', () => {
    // Both are nearest to the first site; the second pin can spare it.
    const spares = [
      [1, 10],
      [2, 3],
    ];
    expect(matchPins(spares)).toEqual([0, 1]);
    const givesWay = [
      [4, 5],
      [1, 30],
    ];
    expect(matchPins(givesWay)).toEqual([1, 0]);
  });

  it('may be fewer than the sites, and none at all', () => {
    expect(matchPins([[9, 2, 5]])).toEqual([1]);
    expect(matchPins([])).toEqual([]);
    expect(() => matchPins([[1], [2]])).toThrow(RangeError);
  });

  it('are given out so that no other way has a smaller sum', () => {
    const row = (sites: number) => fc.array(fc.integer({ min: 0, max: 90 }), { minLength: sites, maxLength: sites });
    const grid = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .filter(([sites, pins]) => pins <= sites)
      .chain(([sites, pins]) => fc.array(row(sites), { minLength: pins, maxLength: pins }));
    fc.assert(
      fc.property(grid, fc.infiniteStream(fc.nat()), (mm, chosen) => {
        const found = matchPins(mm);
        expect(found).toHaveLength(mm.length);
        expect(new Set(found).size).toBe(mm.length);
        const left = (mm[0] ?? []).map((_, site) => site);
        const any = mm.flatMap(() => left.splice((chosen.next().value ?? 0) % left.length, 1));
        const sum = (sites: readonly number[]) =>
          sites.reduce((all, site, pin) => all + (mm[pin]?.[site] ?? Number.NaN), 0);
        expect(sum(found)).toBeLessThanOrEqual(sum(any));
      }),
    );
  });
});
