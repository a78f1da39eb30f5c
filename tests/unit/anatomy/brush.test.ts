import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { addDab, brushes, eraseDabs } from '../../../src/anatomy/brush';
import type { Dab } from '../../../src/anatomy/pain-heat';
import { distance } from '../../../src/anatomy/vector';

const mm = fc.double({ min: -30, max: 30, noNaN: true });
const stroke = fc.array(fc.record({ at: fc.tuple(mm, mm, mm), radiusMm: fc.constantFrom(...brushes.sizesMm) }), {
  maxLength: 80,
});
const painted = (points: readonly { readonly at: Vec3; readonly radiusMm: number }[], most = 1000): readonly Dab[] =>
  points.reduce<readonly Dab[]>((dabs, { at, radiusMm }) => addDab(dabs, at, radiusMm, most), []);

describe('painting with a round brush', () => {
  it('keeps dabs 5 mm apart, whatever is painted over what, in tenths of a millimetre', () => {
    fc.assert(
      fc.property(stroke, (points) => {
        const dabs = painted(points);
        dabs.forEach((one, i) => {
          for (const other of dabs.slice(i + 1)) {
            expect(distance(one.positionMm, other.positionMm)).toBeGreaterThanOrEqual(brushes.apartMm);
          }
          for (const v of one.positionMm) expect(v).toBe(Math.round(v * 10) / 10);
        });
      }),
    );
  });

  it('never makes a drawing of more dabs than it may hold', () => {
    fc.assert(
      fc.property(stroke, (points) => {
        expect(painted(points, 7).length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('leaves the drawing as it is where a wide enough dab lies too near, and widens a smaller one', () => {
    const wide = addDab([], [0, 0, 0], 12, 10);
    expect(addDab(wide, [3, 0, 0], 12, 10)).toBe(wide);
    expect(addDab(wide, [3, 0, 0], 8, 10)).toBe(wide);
    expect(addDab(wide, [3, 0, 0], 18, 10)).toEqual([{ positionMm: [3, 0, 0], radiusMm: 18 }]);
    expect(addDab(wide, [6, 0, 0], 12, 10)).toHaveLength(2);
  });

  it('erases what lies under it and nothing else', () => {
    const two = painted([
      { at: [0, 0, 0], radiusMm: 12 },
      { at: [20, 0, 0], radiusMm: 12 },
    ]);
    expect(eraseDabs(two, [2, 0, 0], 12)).toEqual([two[1]]);
    expect(eraseDabs(two, [10, 9, 0], 12)).toBe(two);
  });
});
