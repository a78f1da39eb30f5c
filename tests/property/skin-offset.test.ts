import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Anatomy } from '../../src/anatomy/anatomy';
import type { SkinOffset, Vec3 } from '../../src/anatomy/anchor';
import { measureOffset } from '../../src/anatomy/offset';
import { placeByOffset, resolvePoint } from '../../src/anatomy/resolve-skin';
import { distance } from '../../src/anatomy/vector';
import { ftpMuscles } from '../../src/protocol/paradigm';
import { standardAnatomy } from '../support/standard-head';

let anatomy: Anatomy;
beforeAll(async () => {
  anatomy = await standardAnatomy();
}, 60_000);

const side = fc.constantFrom('left' as const, 'right' as const);
const offset: fc.Arbitrary<SkinOffset> = fc.oneof(
  fc.record({
    landmark: fc.constant('tragus' as const),
    side,
    upMm: fc.integer({ min: 35, max: 75 }),
    toward: fc.constantFrom('forward' as const, 'back' as const),
    alongMm: fc.integer({ min: 0, max: 35 }),
  }),
  fc.record({
    landmark: fc.constant('inion' as const),
    side,
    upMm: fc.integer({ min: -80, max: 40 }),
    toward: fc.constant('lateral' as const),
    alongMm: fc.integer({ min: 2, max: 70 }),
  }),
  // Along the crest of the shoulder: outward from its inner end, inward from its outer end.
  fc.record({
    landmark: fc.constant('neck-shoulder' as const),
    side,
    upMm: fc.integer({ min: -90, max: -15 }),
    toward: fc.constantFrom('forward' as const, 'back' as const),
    alongMm: fc.integer({ min: 0, max: 30 }),
  }),
  fc.record({
    landmark: fc.constant('acromion' as const),
    side,
    upMm: fc.integer({ min: 0, max: 90 }),
    toward: fc.constantFrom('forward' as const, 'back' as const),
    alongMm: fc.integer({ min: 0, max: 30 }),
  }),
  fc.record({
    landmark: fc.constantFrom('glabella' as const, 'c7' as const),
    side,
    upMm: fc.integer({ min: 5, max: 45 }),
    toward: fc.constant('lateral' as const),
    alongMm: fc.integer({ min: 2, max: 40 }),
  }),
);
const signedAlong = ({ toward, alongMm }: SkinOffset): number =>
  toward === 'back' || toward === 'medial' ? -alongMm : alongMm;

describe('the numbers of a sentence', () => {
  it('are those that were typed: walking there and measuring back agree within 1 mm', () => {
    let reached = 0;
    fc.assert(
      fc.property(offset, (typed) => {
        const there = placeByOffset(anatomy, typed);
        if (!there.ok) return;
        const back = measureOffset(
          anatomy,
          typed.landmark,
          typed.side,
          anatomy.skin.closest(there.value.positionMm).position,
        );
        if (!back.ok) return;
        reached += 1;
        expect(Math.abs(back.value.offset.upMm - typed.upMm)).toBeLessThan(1);
        expect(Math.abs(signedAlong(back.value.offset) - signedAlong(typed))).toBeLessThan(1);
      }),
      { numRuns: 60 },
    );
    expect(reached).toBeGreaterThan(45);
  }, 60_000);

  it('lead back to the point that was clicked, anywhere in a muscle that takes extras: within 1.5 mm, hardly ever past 1', () => {
    const sheets = anatomy.model.muscles.filter(({ muscle }) => ftpMuscles.some((ftp) => ftp === muscle));
    let told = 0;
    let past = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: sheets.length - 1 }),
        fc.noBias(fc.integer({ min: 0, max: 9999 })),
        (of, share) => {
          const positions = sheets[of]?.positions ?? new Float32Array();
          const v = 3 * Math.floor((share / 10_000) * (positions.length / 3));
          const clicked = resolvePoint(anatomy, [positions[v], positions[v + 1], positions[v + 2]] as unknown as Vec3);
          if (!clicked.ok || clicked.value.under === null) return;
          // Every such point can be told.
          expect(clicked.value.anchor).not.toBeNull();
          if (clicked.value.offset === null) return;
          const again = placeByOffset(anatomy, clicked.value.offset);
          const off = again.ok ? distance(again.value.positionMm, clicked.value.positionMm) : Number.NaN;
          // Lengths are told in whole mm, and at the root of the ear the skin bends between two of them.
          expect(off).toBeLessThan(1.5);
          if (off > 1) past += 1;
          told += 1;
        },
      ),
      // In the fold behind the left ear.
      { numRuns: 80, examples: [[0, 6048]] },
    );
    expect(told).toBeGreaterThan(60);
    expect(past).toBeLessThanOrEqual(2);
  }, 60_000);
});
