import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { type Dab, dabWeight, depthMargin, depthOver, painAt, painOver } from '../../../src/anatomy/pain-heat';

const mm = fc.double({ min: -60, max: 60, noNaN: true });
const place = fc.tuple(mm, mm, mm);
const dab: fc.Arbitrary<Dab> = fc.record({ positionMm: place, radiusMm: fc.constantFrom(8, 12, 18) });

describe('how much it hurts at a point', () => {
  it('is nothing at the radius of a dab and beyond, and falls smoothly to there', () => {
    expect(dabWeight(12, 12)).toBe(0);
    expect(dabWeight(13, 12)).toBe(0);
    expect(dabWeight(40, 12)).toBe(0);
    const weights = Array.from({ length: 121 }, (_, i) => dabWeight(i / 10, 12));
    for (let i = 1; i < weights.length; i += 1) {
      const fall = (weights[i - 1] ?? 0) - (weights[i] ?? 0);
      expect(fall).toBeGreaterThanOrEqual(0);
      expect(fall, 'no step').toBeLessThan(0.02);
    }
  });

  it('is 0 outside every dab, never less for one more dab, and never above 1', () => {
    fc.assert(
      fc.property(fc.array(dab, { maxLength: 12 }), dab, place, (dabs, more, at) => {
        const outside = dabs.every(
          (one) => Math.hypot(...one.positionMm.map((v, k) => v - (at[k] ?? 0))) >= one.radiusMm,
        );
        const found = painAt(dabs, at);
        if (outside) expect(found).toBe(0);
        expect(painAt([...dabs, more], at)).toBeGreaterThanOrEqual(found);
        expect(found).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same when asked of many points at once', () => {
    fc.assert(
      fc.property(fc.array(dab, { maxLength: 8 }), fc.array(place, { minLength: 1, maxLength: 20 }), (dabs, points) => {
        const all = painOver(dabs, points.flat(), new Float32Array(points.length));
        points.forEach((at: Vec3, i) => {
          expect(all[i]).toBeCloseTo(painAt(dabs, at), 5);
        });
      }),
    );
  });

  it('lies where it is drawn: a point is inside the edge exactly where it hurts there', () => {
    fc.assert(
      fc.property(fc.array(dab, { maxLength: 8 }), fc.array(place, { minLength: 1, maxLength: 20 }), (dabs, points) => {
        const deep = depthOver(dabs, points.flat(), new Float32Array(points.length));
        points.forEach((at: Vec3, i) => {
          const nearest = Math.max(
            0,
            ...dabs.map(
              (one) => depthMargin + one.radiusMm - Math.hypot(...one.positionMm.map((v, k) => v - (at[k] ?? 0))),
            ),
          );
          expect(deep[i]).toBeCloseTo(nearest, 3);
          if (Math.abs(nearest - depthMargin) > 0.5) expect(painAt(dabs, at) > 0).toBe(nearest > depthMargin);
        });
      }),
    );
  });
});
