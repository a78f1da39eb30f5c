import { describe, expect, it } from 'vitest';
import { exactDistancesOn } from '../../../scripts/bench/exact-distances';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { type Mesh, Surface } from '../../../src/anatomy/surface';
import { distance, pointAt } from '../../../src/anatomy/vector';
import { seeded } from '../../support/mutations';
import { ball, cone, roughWall, screen, tube, wall } from '../../support/shapes';

/** The relative errors at all vertices between 1 mm and `far` mm from a place: the least and the largest. */
function errors(mesh: Mesh, from: Vec3, exact: (a: Vec3, b: Vec3) => number, far: number): readonly [number, number] {
  const source = new Surface(mesh).closest(from);
  const found = exactDistancesOn(mesh)([source], far + 1);
  let [least, most, count] = [Infinity, -Infinity, 0];
  for (let v = 0; v < found.length; v++) {
    const mm = exact(source.position, pointAt(mesh.positions, v));
    if (mm < 1 || mm > far) continue;
    count += 1;
    least = Math.min(least, found[v]! / mm - 1);
    most = Math.max(most, found[v]! / mm - 1);
  }
  expect(count).toBeGreaterThan(100);
  return [least, most];
}
const within = ([least, most]: readonly [number, number], below: number, above: number): void => {
  expect(least).toBeGreaterThan(-below);
  expect(most).toBeLessThan(above);
};

describe('the exact distances that fields are held against', () => {
  it('are those on paper: flat, rough, and folded like a screen', () => {
    within(errors(wall(30, 0, 24), [3.3, 2.1, 0], distance, 25), 1e-12, 1e-12);
    within(errors(roughWall(30, 24, 0, seeded(3)), [3.3, 2.1, 0], distance, 25), 1e-12, 1e-12);
    const lean = 1.1;
    const flat = ([x, y]: Vec3): Vec3 => [x / Math.cos(lean), y, 0];
    const unrolled = (a: Vec3, b: Vec3): number => distance(flat(a), flat(b));
    within(errors(screen(5, 8, lean), [8.1, 1.3, 6], unrolled, 18), 1e-6, 1e-6);
  });

  it('begin in a corner and on an edge as well as anywhere', () => {
    for (const from of [
      [0, 0, 0],
      [1.25, 0, 0],
      [1.25, 1.25, 0],
    ] as const) {
      within(errors(wall(30, 0, 24), from, distance, 20), 1e-12, 1e-12);
    }
  });

  it('are those on a tube, a cone and a ball but for what a mesh cuts off of them', () => {
    const turnOf = (a: number): number => Math.abs(Math.atan2(Math.sin(a), Math.cos(a)));
    const onTube = (p: Vec3, q: Vec3): number =>
      Math.hypot(60 * turnOf(Math.atan2(p[0], p[2]) - Math.atan2(q[0], q[2])), p[1] - q[1]);
    within(errors(tube(60, 80, 160), [0, 3, 60], onTube, 30), 1e-4, 1e-6);
    const half = 0.5;
    const onCone = (p: Vec3, q: Vec3): number => {
      const [a, b] = [p[2] / Math.cos(half), q[2] / Math.cos(half)];
      const turn = turnOf(Math.atan2(p[1], p[0]) - Math.atan2(q[1], q[0])) * Math.sin(half);
      return Math.sqrt(a * a + b * b - 2 * a * b * Math.cos(turn));
    };
    within(errors(cone(120, half), [30 * Math.sin(half), 0, 30 * Math.cos(half)], onCone, 25), 1e-3, 1e-3);
    const onBall = (p: Vec3, q: Vec3): number =>
      40 * Math.acos(Math.min(1, (p[0] * q[0] + p[1] * q[1] + p[2] * q[2]) / (Math.hypot(...p) * Math.hypot(...q))));
    within(errors(ball(40, 40), [4, 2, 40], onBall, 50), 2e-3, 1e-4);
  });
});
