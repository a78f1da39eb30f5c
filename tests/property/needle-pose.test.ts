import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../src/anatomy/anchor';
import { pointOn } from '../../src/anatomy/needle-point';
import { poseNeedle, type Pose } from '../../src/anatomy/needle-pose';
import { dot, length, subtract } from '../../src/anatomy/vector';
import { needles } from '../../src/protocol/maps/needles';
import type { NeedleWay } from '../../src/protocol/site';

/** Spread over the sphere by its turn about the vertical and its height. */
const normals = fc
  .record({ turn: fc.integer({ min: 0, max: 3599 }), height: fc.integer({ min: -1000, max: 1000 }) })
  .map(({ turn, height }): Vec3 => {
    const [angle, y] = [(turn * Math.PI) / 1800, height / 1000];
    const level = Math.sqrt(1 - y * y);
    return [level * Math.cos(angle), y, level * Math.sin(angle)];
  });
const degrees = fc.integer({ min: 1, max: 90 });
const ways: readonly NeedleWay[] = Object.values(needles).flatMap(({ pose }) => [
  pose.way,
  ...pose.alternatives.map(({ way }) => way),
]);

const angleToSkin = ({ direction, normal }: Pose): number =>
  (Math.asin(Math.min(1, -dot(direction, normal))) * 180) / Math.PI;
const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z];

/** How many of the tries could be posed: a property that held for none would hold for nothing. */
function posedShare(check: (pose: Pose, normal: Vec3, way: NeedleWay) => void): number {
  let [tried, posed] = [0, 0];
  fc.assert(
    fc.property(normals, fc.constantFrom(...ways), (normal, way) => {
      tried += 1;
      const pose = poseNeedle({ positionMm: [40, -20, 60], normal }, way);
      if (!pose.ok) return;
      posed += 1;
      check(pose.value, normal, way);
    }),
    { numRuns: 2000 },
  );
  return posed / tried;
}

describe('a needle on any skin', () => {
  it('stands at the angle its rule says, within a tenth of a degree', () => {
    let met = 0;
    fc.assert(
      fc.property(normals, degrees, (normal, wanted) => {
        const pose = poseNeedle({ positionMm: [0, 0, 0], normal }, { kind: 'to-skin', degrees: wanted, heading: 'up' });
        if (!pose.ok) return;
        met += 1;
        expect(Math.abs(angleToSkin(pose.value) - wanted)).toBeLessThan(0.1);
        expect(Math.abs(length(pose.value.direction) - 1)).toBeLessThan(1e-9);
      }),
      { numRuns: 2000 },
    );
    expect(met).toBeGreaterThan(1200);
  });

  it('never points out of the head, and never down where the rule says up', () => {
    const share = posedShare((pose, _, way) => {
      expect(dot(pose.direction, pose.normal)).toBeLessThanOrEqual(1e-12);
      const tip = subtract(pointOn(pose, 25.4), pose.entry);
      expect(dot(tip, pose.normal)).toBeLessThanOrEqual(1e-9);
      if (way.kind === 'to-skin' && way.degrees < 90) expect(pose.heading[1]).toBeGreaterThan(0);
      if (way.kind === 'level') expect(pose.heading[2]).toBeGreaterThan(0);
    });
    expect(share).toBeGreaterThan(0.6);
  });

  it('is level to the last digit across the ridge, or else lies along the skin', () => {
    const share = posedShare((pose, _, way) => {
      if (way.kind !== 'level') return;
      const isLevel = Math.abs(pose.direction[1]) < 1e-9 && Math.abs(pose.direction[0]) < 1e-9;
      expect(isLevel || pose.degrees === 0).toBe(true);
      expect(pose.degrees).toBeLessThanOrEqual(way.steepestDegrees);
    });
    expect(share).toBeGreaterThan(0.6);
  });

  it('is the mirror image on the other side', () => {
    posedShare((pose, normal, way) => {
      const other = poseNeedle({ positionMm: mirrored([40, -20, 60]), normal: mirrored(normal) }, way);
      if (!other.ok) throw new Error('one side can be posed and the other not');
      for (const key of ['entry', 'direction', 'heading', 'bevel'] as const) {
        const [a, b] = [mirrored(pose[key]), other.value[key]];
        for (let i = 0; i < 3; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(1e-9);
      }
    });
  });
});
