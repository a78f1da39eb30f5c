import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { pointOn } from '../../../src/anatomy/needle-point';
import { depthReached, lengthFor, type Pose, poseNeedle } from '../../../src/anatomy/needle-pose';
import { distance, dot, length, unit } from '../../../src/anatomy/vector';
import type { NeedleWay } from '../../../src/protocol/site';

const up45: NeedleWay = { kind: 'to-skin', degrees: 45, heading: 'up' };
const straight: NeedleWay = { kind: 'to-skin', degrees: 90, heading: 'up' };
const level: NeedleWay = { kind: 'level', heading: 'forward', steepestDegrees: 45 };

function posed(normal: Vec3, way: NeedleWay): Pose {
  const pose = poseNeedle({ positionMm: [10, 20, 30], normal }, way);
  if (!pose.ok) throw new Error(pose.error.kind);
  return pose.value;
}

describe('a needle at 45 degrees, pointing up', () => {
  it('goes into the skin of the forehead as much as up along it', () => {
    const { direction, heading } = posed([0, 0, 1], up45);
    expect(heading).toEqual([0, 1, 0]);
    expect(direction[1]).toBeCloseTo(Math.SQRT1_2, 10);
    expect(direction[2]).toBeCloseTo(-Math.SQRT1_2, 10);
  });

  it('keeps to the skin where that hangs over, as under the back of the head', () => {
    const normal: Vec3 = [0.44, -0.43, -0.79];
    const pose = posed(unit(normal) ?? normal, up45);
    expect(pose.heading[1]).toBeGreaterThan(0.8);
    expect(dot(pose.heading, pose.normal)).toBeCloseTo(0, 10);
  });

  it('has its bevel away from the skin, square to the needle', () => {
    const { bevel, direction, normal } = posed([1, 0, 0], up45);
    expect(dot(bevel, direction)).toBeCloseTo(0, 10);
    expect(dot(bevel, normal)).toBeCloseTo(Math.SQRT1_2, 10);
  });

  it('cannot be drawn where the skin lies level: nothing points up along it', () => {
    expect(poseNeedle({ positionMm: [0, 0, 0], normal: [0, 1, 0] }, up45)).toEqual({
      ok: false,
      error: { kind: 'no-way-up' },
    });
    expect(poseNeedle({ positionMm: [0, 0, 0], normal: [0.02, -0.9998, 0] }, up45).ok).toBe(false);
  });
});

describe('a needle straight in', () => {
  it('goes against the normal to the last digit, and its bevel looks up', () => {
    const { direction, bevel, degrees } = posed([0, 0, 1], straight);
    expect(direction).toEqual([0, 0, -1]);
    expect(bevel).toEqual([0, 1, 0]);
    expect(degrees).toBe(90);
  });

  it('can be drawn on level skin too', () => {
    expect(posed([0, 1, 0], straight).direction).toEqual([0, -1, 0]);
  });
});

describe('a level needle across the ridge of the shoulder', () => {
  it('stays horizontal where that leads into the skin', () => {
    const normal = unit([0.28, 0.96, -0.2]) ?? [0, 1, 0];
    const pose = posed(normal, level);
    expect(pose.direction[0]).toBeCloseTo(0, 10);
    expect(pose.direction[1]).toBeCloseTo(0, 10);
    expect(pose.direction[2]).toBeCloseTo(1, 10);
    expect(pose.degrees).toBeCloseTo((Math.asin(-normal[2]) * 180) / Math.PI, 8);
  });

  it('lies along the skin where level would lead out of it', () => {
    const pose = posed(unit([0.4, 0.91, 0.08]) ?? [0, 1, 0], level);
    expect(pose.degrees).toBe(0);
    expect(dot(pose.direction, pose.normal)).toBeCloseTo(0, 10);
    expect(pose.direction[2]).toBeGreaterThan(0.95);
  });

  it('is not drawn where it would stand steep over the chest, or come out of the skin', () => {
    const back = poseNeedle({ positionMm: [0, 0, 0], normal: [0, 0.5, -Math.sqrt(0.75)] }, level);
    expect(back).toMatchObject({ ok: false, error: { kind: 'too-steep' } });
    expect(!back.ok && back.error.kind === 'too-steep' && back.error.degrees).toBeCloseTo(60, 6);
    const front = poseNeedle({ positionMm: [0, 0, 0], normal: [0, 0, 1] }, level);
    expect(front).toEqual({ ok: false, error: { kind: 'too-steep', degrees: -90 } });
  });
});

describe('what a needle reaches', () => {
  it('is its length straight in, and 9.0 mm of 12.7 at 45 degrees', () => {
    expect(depthReached(90, 12.7)).toBe(12.7);
    expect(depthReached(45, 12.7)).toBeCloseTo(8.98, 2);
    expect(depthReached(45, 25.4)).toBeCloseTo(17.96, 2);
    expect(depthReached(0, 12.7)).toBe(0);
  });

  it('is measured square to the skin on the needle itself', () => {
    const pose = posed(unit([0.6, -0.3, -0.74]) ?? [0, 0, -1], up45);
    const tip = pointOn(pose, 12.7);
    const depth = -dot([tip[0] - 10, tip[1] - 20, tip[2] - 30], pose.normal);
    expect(depth).toBeCloseTo(depthReached(pose.degrees, 12.7), 10);
    expect(distance(tip, pose.entry)).toBeCloseTo(12.7, 10);
    expect(length(pose.direction)).toBeCloseTo(1, 12);
  });

  it('is undone by the length for a depth, which there is none of along the skin', () => {
    expect(lengthFor(90, 13.5)).toBe(13.5);
    expect(depthReached(45, lengthFor(45, 15.4) ?? 0)).toBeCloseTo(15.4, 10);
    expect(lengthFor(0, 2)).toBeNull();
  });
});
