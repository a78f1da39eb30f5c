import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { Field } from '../../../src/anatomy/field';
import { Geodesics } from '../../../src/anatomy/geodesic';
import { PathField } from '../../../src/anatomy/path-field';
import { type Mesh, Surface } from '../../../src/anatomy/surface';
import { distance } from '../../../src/anatomy/vector';
import { seeded } from '../../support/mutations';
import { ball, cone, roughWall, tube, wall } from '../../support/shapes';

type Exact = (from: Vec3, to: Vec3) => number;

/** The largest relative error of a field at random points between 1 mm and `far` mm away that `asked` lets through. */
function worst(mesh: Mesh, from: Vec3, exact: Exact, far: number, asked: (at: Vec3) => boolean = () => true): number {
  const surface = new Surface(mesh);
  const metric = new Geodesics(mesh);
  const source = surface.closest(from);
  const field = new Field(mesh.positions.length / 3, metric.spread([source], far + 10));
  const random = seeded(11);
  let [most, count] = [0, 0];
  for (let i = 0; i < 6000; i++) {
    const at = randomPoint(surface, random);
    const mm = exact(source.position, at.position);
    if (mm < 1 || mm > far || !asked(at.position)) continue;
    count += 1;
    most = Math.max(most, Math.abs(field.within(metric, at) / mm - 1));
  }
  expect(count).toBeGreaterThan(300);
  return most;
}

function randomPoint(surface: Surface, random: () => number) {
  const triangle = Math.floor((random() * surface.indices.length) / 3);
  const [a, b] = [random(), random()];
  const [u, v] = a + b > 1 ? [1 - a, 1 - b] : [a, b];
  return surface.at(triangle, [1 - u - v, u, v]);
}

const turnOf = (a: number): number => Math.abs(Math.atan2(Math.sin(a), Math.cos(a)));
const onBall =
  (radius: number): Exact =>
  (p, q) =>
    radius *
    Math.acos(
      Math.max(-1, Math.min(1, (p[0] * q[0] + p[1] * q[1] + p[2] * q[2]) / (Math.hypot(...p) * Math.hypot(...q)))),
    );

describe('a distance over a mesh', () => {
  it('is exact on flat ground, whatever the triangles: regular, rough, or sheared until most are obtuse', () => {
    expect(worst(wall(50), [3.3, 2.1, 0], distance, 60)).toBeLessThan(1e-4);
    expect(worst(roughWall(50, 40, 0, seeded(3)), [3.3, 2.1, 0], distance, 60)).toBeLessThan(1e-4);
    const inside = ([x, y]: Vec3): boolean => Math.abs(y) < 45 && Math.abs(x - 2 * y) < 45;
    expect(worst(roughWall(50, 40, 2, seeded(4)), [0.4, 0.2, 0], distance, 40, inside)).toBeLessThan(1e-3);
  });

  it('is exact from a vertex, from an edge and from anywhere between', () => {
    for (const from of [
      [0, 0, 0],
      [1.25, 0, 0],
      [1.25, 1.25, 0],
      [1.2501, 1.25, 0],
    ] as const) {
      expect(worst(wall(50), from, distance, 60)).toBeLessThan(1e-4);
    }
  });

  it('is right within a thousandth on what can be unrolled: a tube and a cone', () => {
    const onTube: Exact = (p, q) =>
      Math.hypot(60 * turnOf(Math.atan2(p[0], p[2]) - Math.atan2(q[0], q[2])), p[1] - q[1]);
    expect(worst(tube(60, 200), [0, 3, 60], onTube, 120, ([, y]) => Math.abs(y) < 90)).toBeLessThan(1e-3);
    const half = 0.5;
    const onCone: Exact = (p, q) => {
      const [a, b] = [p[2] / Math.cos(half), q[2] / Math.cos(half)];
      const turn = turnOf(Math.atan2(p[1], p[0]) - Math.atan2(q[1], q[0])) * Math.sin(half);
      return Math.sqrt(a * a + b * b - 2 * a * b * Math.cos(turn));
    };
    const mesh = cone(120, half);
    expect(worst(mesh, [30 * Math.sin(half), 0, 30 * Math.cos(half)], onCone, 60)).toBeLessThan(5e-3);
  });

  it('is right within 2 % on balls as large as a skull and as small as a chin', () => {
    expect(worst(ball(80, 160), [8, 5, 80], onBall(80), 120, ([, y]) => Math.abs(y) < 70)).toBeLessThan(0.004);
    expect(worst(ball(80, 40), [8, 5, 80], onBall(80), 120, ([, y]) => Math.abs(y) < 70)).toBeLessThan(0.02);
    expect(worst(ball(20, 40), [2, 1, 20], onBall(20), 50, ([, y]) => Math.abs(y) < 18)).toBeLessThan(0.02);
  });

  it('is not known further than it was asked for', () => {
    const mesh = wall(50);
    const metric = new Geodesics(mesh);
    const surface = new Surface(mesh);
    const field = new Field(mesh.positions.length / 3, metric.spread([surface.closest([0, 0, 0])], 20));
    expect(field.within(metric, surface.closest([15, 5, 0]))).toBeCloseTo(Math.hypot(15, 5), 3);
    expect(field.within(metric, surface.closest([30, 30, 0]))).toBe(Infinity);
  });

  it('from several points is that to the nearest, and never less', () => {
    const mesh = wall(50);
    const surface = new Surface(mesh);
    const metric = new Geodesics(mesh);
    const sources = [surface.closest([-11, 3, 0]), surface.closest([13, -4, 0])];
    const { distance: mm, label } = metric.spread(sources, Infinity);
    for (let v = 0; v < mm.length; v++) {
      const at: Vec3 = [mesh.positions[3 * v]!, mesh.positions[3 * v + 1]!, 0];
      const exact = Math.min(...sources.map(({ position }) => distance(position, at)));
      expect(mm[v]!).toBeGreaterThan(exact - 1e-3);
      expect(mm[v]!).toBeLessThan(exact * 1.09 + 1e-3);
      expect(distance(sources[label[v]!]!.position, at)).toBeLessThan(exact * 1.09 + 1e-3);
    }
  });
});

describe('a distance from a path', () => {
  const [a, b]: readonly [Vec3, Vec3] = [
    [-17.3, -8.2, 0],
    [21.1, 13.7, 0],
  ];
  const toSegment = ([x, y]: Vec3): number => {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
  };
  const steps = Array.from(
    { length: 51 },
    (_, i): Vec3 => [a[0] + ((b[0] - a[0]) * i) / 50, a[1] + ((b[1] - a[1]) * i) / 50, 0],
  );

  it('is that to the line through its points, not to the points: exact beside it, within 2 % anywhere', () => {
    for (const mesh of [wall(50), roughWall(50, 60, 0, seeded(5))]) {
      const surface = new Surface(mesh);
      const metric = new Geodesics(mesh);
      const field = new PathField(
        metric,
        steps.map((at) => surface.closest(at)),
        64,
      );
      const random = seeded(12);
      for (let i = 0; i < 6000; i++) {
        const at = randomPoint(surface, random);
        const exact = toSegment(at.position);
        if (exact > 60) continue;
        const off = Math.abs(field.within(metric, at) - exact);
        expect(off).toBeLessThan(exact < 6 ? 1e-3 : 0.02 * exact);
      }
    }
  });

  it('across a ball keeps parallel to a great circle', () => {
    const mesh = ball(80, 80);
    const surface = new Surface(mesh);
    const metric = new Geodesics(mesh);
    const path = Array.from({ length: 200 }, (_, i): Vec3 => {
      const turn = (i - 100) / 100;
      return [80 * Math.sin(turn), 0, 80 * Math.cos(turn)];
    });
    const field = new PathField(
      metric,
      path.map((at) => surface.closest(at)),
      64,
    );
    for (const height of [2, 7, 20, 45]) {
      const rise = height / 80;
      const at = surface.closest([0, 80 * Math.sin(rise), 80 * Math.cos(rise)]);
      expect(Math.abs(field.within(metric, at) / height - 1)).toBeLessThan(0.02);
    }
  });

  it('leaves out what is not joined', () => {
    const mesh = wall(50);
    const surface = new Surface(mesh);
    const metric = new Geodesics(mesh);
    const field = new PathField(metric, [surface.closest([-20, 0, 0]), surface.closest([20, 0, 0])], 64);
    expect(field.within(metric, surface.closest([0.3, 0.2, 0]))).toBeCloseTo(19.7, 1);
  });
});
