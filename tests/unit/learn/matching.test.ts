import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPins } from '../../../src/learn/matching';

describe('pins of one group', () => {
  it('go to the sites that make the sum least, not each to its own nearest', () => {
    // Both are nearest to the first site; the second pin can spare it.
    expect(
      matchPins([
        [1, 2],
        [10, 3],
      ]),
    ).toEqual([0, 1]);
    expect(
      matchPins([
        [4, 1],
        [5, 30],
      ]),
    ).toEqual([1, 0]);
  });

  it('may be fewer than the sites, and none at all', () => {
    expect(matchPins([[9], [2], [5]])).toEqual([1]);
    expect(matchPins([[], []])).toEqual([]);
    expect(() => matchPins([[1, 2]])).toThrow(RangeError);
  });

  it('are given out so that no other way has a smaller sum', () => {
    const grid = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .filter(([sites, pins]) => pins <= sites)
      .chain(([sites, pins]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: pins, maxLength: pins }), {
          minLength: sites,
          maxLength: sites,
        }),
      );
    fc.assert(
      fc.property(grid, fc.infiniteStream(fc.nat()), (mm, chosen) => {
        const pins = mm[0]?.length ?? 0;
        const found = matchPins(mm);
        expect(new Set(found).size).toBe(pins);
        const left = mm.map((_, site) => site);
        const any = Array.from({ length: pins }, () => left.splice((chosen.next().value ?? 0) % left.length, 1)[0]!);
        const sum = (sites: readonly number[]) => sites.reduce((all, site, pin) => all + mm[site]![pin]!, 0);
        expect(sum(found)).toBeLessThanOrEqual(sum(any));
      }),
    );
  });
});
