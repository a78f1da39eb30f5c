import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { planeThrough, pointAlong, stretchAlong, stretchBetween } from '../../../src/anatomy/measure';
import { section } from '../../../src/anatomy/section';
import { Surface } from '../../../src/anatomy/surface';
import { distance } from '../../../src/anatomy/vector';
import { ball, tube, wall } from '../../support/shapes';

const sphere = new Surface(ball(80));
const pipe = new Surface(tube(60, 300));
const flat = new Surface(wall(50));

const lengthOf = (points: readonly Vec3[]): number =>
  points.slice(1).reduce((sum, point, i) => sum + distance(points[i]!, point), 0);

describe('a section', () => {
  it('of a ball is one circle of the right length', () => {
    const lines = section(sphere, { point: [0, 20, 0], normal: [0, 1, 0] });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.closed).toBe(true);
    expect(lengthOf(lines[0]?.points ?? [])).toBeCloseTo(2 * Math.PI * Math.sqrt(80 ** 2 - 20 ** 2), 0);
  });

  it('passes through vertices and along edges without gaps', () => {
    // The wall's grid has a row of vertices at y = 0.
    const lines = section(flat, { point: [0, 0, 0], normal: [0, 1, 0] });
    expect(lines).toHaveLength(1);
    expect(lengthOf(lines[0]?.points ?? [])).toBeCloseTo(100, 4);
  });

  it('of an open tube lengthwise is two open lines', () => {
    const lines = section(pipe, { point: [10, 0, 0], normal: [1, 0, 0] });
    expect(lines.map(({ closed }) => closed)).toEqual([false, false]);
    for (const { points } of lines) expect(lengthOf(points)).toBeCloseTo(300, 3);
  });

  it('that misses is empty', () => {
    expect(section(sphere, { point: [0, 90, 0], normal: [0, 1, 0] })).toEqual([]);
  });
});

describe('a stretch of skin', () => {
  const a: Vec3 = [0, 0, 80];
  const b: Vec3 = [80 * Math.sin(1), 0, 80 * Math.cos(1)];
  const level = { point: a, normal: [0, 1, 0] } as const;

  it('is the shorter way round, the same either way', () => {
    const there = stretchBetween(sphere, level, a, b);
    const back = stretchBetween(sphere, level, b, a);
    expect(there.ok && there.value.mm).toBeCloseTo(80, 1);
    expect(back.ok && back.value.mm).toBeCloseTo(80, 1);
    // All around, so that one of them spans the point where the section's chain happens to begin and end.
    for (let turn = -3; turn < 3; turn += 0.5) {
      const [from, to]: [Vec3, Vec3] = [
        [80 * Math.sin(turn), 0, 80 * Math.cos(turn)],
        [80 * Math.sin(turn + 1), 0, 80 * Math.cos(turn + 1)],
      ];
      const around = stretchBetween(sphere, level, from, to);
      expect(around.ok && around.value.mm).toBeCloseTo(80, 1);
    }
  });

  it('starts at its first point and ends at its last', () => {
    const back = stretchBetween(sphere, level, b, a);
    if (!back.ok) throw new Error('not connected');
    expect(distance(pointAlong(back.value, 0), b)).toBeLessThan(0.1);
    expect(distance(pointAlong(back.value, 1), a)).toBeLessThan(0.1);
    expect(distance(pointAlong(back.value, 0.25), [80 * Math.sin(0.75), 0, 80 * Math.cos(0.75)])).toBeLessThan(0.1);
  });

  it('is not found between pieces that do not connect, or off the section', () => {
    const lengthwise = { point: [10, 0, 0], normal: [1, 0, 0] } as const;
    const z = Math.sqrt(60 ** 2 - 100);
    expect(stretchBetween(pipe, lengthwise, [10, 0, z], [10, 50, z]).ok).toBe(true);
    expect(stretchBetween(pipe, lengthwise, [10, 0, z], [10, 50, -z])).toEqual({
      ok: false,
      error: { kind: 'not-connected' },
    });
    expect(stretchBetween(pipe, lengthwise, [10, 0, z], [10, 50, z + 2]).ok).toBe(false);
  });

  it('is the same where the triangles of its ends are known and only one chain is traced', () => {
    for (let turn = -3; turn < 3; turn += 0.35) {
      const [from, to] = [turn, turn + 1].map((at) => sphere.closest([80 * Math.sin(at), 0, 80 * Math.cos(at)]));
      if (from === undefined || to === undefined) throw new Error('no points');
      const plane = planeThrough(from.position, to.position, [0, 0.3, 1]);
      const whole = stretchBetween(sphere, plane, from.position, to.position);
      const traced = stretchAlong(sphere, plane, from, to);
      expect(traced.ok && whole.ok && traced.value.mm - whole.value.mm).toBeCloseTo(0, 9);
    }
    const lengthwise = { point: [10, 0, 0], normal: [1, 0, 0] } as const;
    const z = Math.sqrt(60 ** 2 - 100);
    const [up, over] = [pipe.closest([10, 50, z]), pipe.closest([10, 50, -z])];
    expect(stretchAlong(pipe, lengthwise, pipe.closest([10, 0, z]), up).ok).toBe(true);
    expect(stretchAlong(pipe, lengthwise, pipe.closest([10, 0, z]), over).ok).toBe(false);
  });

  it('follows the great circle in the plane that its ends and the normals span', () => {
    const c: Vec3 = [80 / Math.sqrt(3), 80 / Math.sqrt(3), 80 / Math.sqrt(3)];
    const plane = planeThrough(a, c, [a[0] + c[0], a[1] + c[1], a[2] + c[2]]);
    const stretch = stretchBetween(sphere, plane, sphere.closest(a).position, sphere.closest(c).position);
    expect(stretch.ok && stretch.value.mm).toBeCloseTo(80 * Math.acos(1 / Math.sqrt(3)), 0);
  });
});
