import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { Fields } from '../../../src/anatomy/fields';
import { Geodesics } from '../../../src/anatomy/geodesic';
import { type Mesh, Surface } from '../../../src/anatomy/surface';
import { distance } from '../../../src/anatomy/vector';
import { seeded } from '../../support/mutations';
import { ball, cone, roughWall, screen, tube, wall } from '../../support/shapes';

type Exact = (from: Vec3, to: Vec3) => number;

/** The relative errors of a field at random points between 1 mm and `far` mm away that `asked` lets through: least and most. */
function errors(
  mesh: Mesh,
  from: Vec3,
  exact: Exact,
  far: number,
  asked: (at: Vec3) => boolean = () => true,
): readonly [number, number] {
  const surface = new Surface(mesh);
  const source = surface.closest(from);
  const field = new Fields(new Geodesics(mesh), [{ id: 'source', points: [source] }], 1.1 * far);
  const random = seeded(11);
  let [least, most, count] = [Infinity, -Infinity, 0];
  for (let i = 0; i < 3000; i++) {
    const at = randomPoint(surface, random);
    const mm = exact(source.position, at.position);
    if (mm < 1 || mm > far || !asked(at.position)) continue;
    count += 1;
    const found = (field.distanceFrom('source', at) ?? NaN) / mm - 1;
    least = Math.min(least, found);
    most = Math.max(most, found);
  }
  expect(count).toBeGreaterThan(80);
  return [least, most];
}

/** Never shorter than the shortest way but for what the mesh itself cuts off, and at most 2 % longer. */
function holds([least, most]: readonly [number, number], cutOff = 1e-6): void {
  expect(least).toBeGreaterThan(-cutOff);
  expect(most).toBeLessThan(0.02);
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
  it('is never short and at most 2 % long on flat ground, whatever the triangles: regular, rough, or sheared until most are obtuse', () => {
    holds(errors(wall(50), [3.3, 2.1, 0], distance, 60));
    holds(errors(roughWall(50, 40, 0, seeded(3)), [3.3, 2.1, 0], distance, 60));
    const inside = ([x, y]: Vec3): boolean => Math.abs(y) < 45 && Math.abs(x - 2 * y) < 45;
    holds(errors(roughWall(50, 40, 2, seeded(4)), [0.4, 0.2, 0], distance, 40, inside));
  });

  it('is exact within sight, from a vertex, from an edge and from anywhere between', () => {
    for (const from of [
      [0, 0, 0],
      [2.5, 0, 0],
      [1.25, 0, 0],
      [1.25, 1.25, 0],
      [1.2501, 1.25, 0],
    ] as const) {
      const [least, most] = errors(wall(50), from, distance, 10);
      expect(least).toBeGreaterThan(-1e-6);
      expect(most).toBeLessThan(1e-6);
      holds(errors(wall(50), from, distance, 60));
    }
  });

  it('is that of the unrolled sheet on what can be unrolled: a tube, a cone and a folded screen', () => {
    const onTube: Exact = (p, q) =>
      Math.hypot(60 * turnOf(Math.atan2(p[0], p[2]) - Math.atan2(q[0], q[2])), p[1] - q[1]);
    holds(
      errors(tube(60, 200, 160), [0, 3, 60], onTube, 120, ([, y]) => Math.abs(y) < 90),
      2e-4,
    );
    const half = 0.5;
    const onCone: Exact = (p, q) => {
      const [a, b] = [p[2] / Math.cos(half), q[2] / Math.cos(half)];
      const turn = turnOf(Math.atan2(p[1], p[0]) - Math.atan2(q[1], q[0])) * Math.sin(half);
      return Math.sqrt(a * a + b * b - 2 * a * b * Math.cos(turn));
    };
    holds(errors(cone(120, half), [30 * Math.sin(half), 0, 30 * Math.cos(half)], onCone, 60), 2e-3);
    const lean = 1.2;
    const flat = ([x, y]: Vec3): Vec3 => [x / Math.cos(lean), y, 0];
    holds(
      errors(screen(5, 12, lean), [10.2, 2.3, 0.5], (p, q) => distance(flat(p), flat(q)), 25),
      1e-5,
    );
  });

  it('is right within 2 % on balls as large as a skull and as small as a chin', () => {
    holds(
      errors(ball(80, 80), [8, 5, 80], onBall(80), 120, ([, y]) => Math.abs(y) < 70),
      1e-3,
    );
    holds(
      errors(ball(80, 40), [8, 5, 80], onBall(80), 120, ([, y]) => Math.abs(y) < 70),
      2e-3,
    );
    holds(
      errors(ball(20, 40), [2, 1, 20], onBall(20), 50, ([, y]) => Math.abs(y) < 18),
      2e-3,
    );
  });

  it('goes round the end of a slit, not across it', () => {
    // The wall without the triangles that touch x = 0 below y = 10.
    const { positions, indices } = wall(50);
    const kept = Array.from(indices).filter((_, e) => {
      const corners = [0, 1, 2].map((k) => indices[e - (e % 3) + k]!);
      return !corners.some((v) => Math.abs(positions[3 * v]!) < 0.1 && positions[3 * v + 1]! < 9);
    });
    const round: Exact = (p, q) => {
      const way: readonly Vec3[] = [p, [-2.5, 7.5, 0], [0, 10, 0], [2.5, 10, 0], q];
      return way.slice(1).reduce((sum, at, i) => sum + distance(way[i]!, at), 0);
    };
    const mesh = { positions, indices: Uint32Array.from(kept) };
    holds(errors(mesh, [-10, -20, 0], round, 80, ([x, y]) => x > 3 && y < -20));
  });

  it('is not known further than it was asked for', () => {
    const mesh = wall(50);
    const surface = new Surface(mesh);
    const field = new Fields(new Geodesics(mesh), [{ id: 'source', points: [surface.closest([0, 0, 0])] }], 20);
    expect(field.distanceFrom('source', surface.closest([5, 2, 0]))).toBeCloseTo(Math.hypot(5, 2), 5);
    expect(field.distanceFrom('source', surface.closest([18, 5, 0]))).toBeLessThan(1.02 * Math.hypot(18, 5));
    expect(field.distanceFrom('source', surface.closest([20.1, 0, 0]))).toBeNull();
    expect(field.distanceFrom('source', surface.closest([30, 30, 0]))).toBeNull();
  });

  it('to the nearest of several is the least of those to each, however far', () => {
    const mesh = wall(50);
    const surface = new Surface(mesh);
    const sources = [surface.closest([-11, 3, 0]), surface.closest([13, -4, 0]), surface.closest([14, -4, 0])];
    const fields = new Fields(
      new Geodesics(mesh),
      sources.map((point, i) => ({ id: String(i), points: [point] })),
      20,
    );
    const random = seeded(13);
    for (let i = 0; i < 500; i++) {
      const at = randomPoint(surface, random);
      const near = fields.nearest(at);
      const each = sources.map(({ position }) => distance(position, at.position));
      expect(near?.mm).toBeGreaterThan(Math.min(...each) - 1e-5);
      expect(near?.mm).toBeLessThan(1.02 * Math.min(...each) + 1e-5);
      expect(each[Number(near?.id)]).toBeLessThan(1.02 * Math.min(...each) + 1e-5);
      const told = fields.within(at).find(({ id }) => id === near?.id);
      if (near !== null && near.mm < 20) expect(told?.mm).toBeCloseTo(near.mm, 5);
    }
  });
});

describe('a distance from a path', () => {
  const corners: readonly Vec3[] = [
    [-17.3, -8.2, 0],
    [5.2, 13.7, 0],
    [21.1, -3.4, 0],
  ];
  const toPiece = ([x, y]: Vec3, a: Vec3, b: Vec3): number => {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
  };
  const steps = [0, 1].flatMap((leg) =>
    Array.from({ length: 32 }, (_, i): Vec3 => {
      const [a, b] = [corners[leg]!, corners[leg + 1]!];
      return [a[0] + ((b[0] - a[0]) * i) / 31, a[1] + ((b[1] - a[1]) * i) / 31, 0];
    }),
  );
  const fieldOf = (mesh: Mesh, path: readonly Vec3[], windowMm = 64): Fields => {
    const surface = new Surface(mesh);
    return new Fields(new Geodesics(mesh), [{ id: 'path', points: path.map((at) => surface.closest(at)) }], windowMm);
  };

  it('is that to the line through its points, not to the points: never short and at most 2 % long, inside its bend too', () => {
    let inside = 0;
    for (const mesh of [wall(50), roughWall(50, 60, 0, seeded(5))]) {
      const surface = new Surface(mesh);
      const field = fieldOf(mesh, steps);
      const random = seeded(12);
      for (let i = 0; i < 3000; i++) {
        const at = randomPoint(surface, random);
        const legs = [0, 1].map((leg) => toPiece(at.position, corners[leg]!, corners[leg + 1]!));
        const exact = Math.min(...legs);
        if (exact > 60 || exact < 0.01) continue;
        if (Math.abs(legs[0]! - legs[1]!) < 1) inside += 1;
        const found = field.distanceFrom('path', at) ?? NaN;
        expect(found).toBeGreaterThan(exact - 1e-4);
        expect(found).toBeLessThan(1.02 * exact + 1e-4);
      }
    }
    expect(inside).toBeGreaterThan(100);
  });

  it('across a ball keeps parallel to a great circle', () => {
    const mesh = ball(80, 80);
    const surface = new Surface(mesh);
    const path = Array.from({ length: 200 }, (_, i): Vec3 => {
      const turn = (i - 100) / 100;
      return [80 * Math.sin(turn), 0, 80 * Math.cos(turn)];
    });
    const field = fieldOf(mesh, path);
    for (const height of [2, 7, 20, 45]) {
      const rise = height / 80;
      const at = surface.closest([0, 80 * Math.sin(rise), 80 * Math.cos(rise)]);
      expect(Math.abs((field.distanceFrom('path', at) ?? NaN) / height - 1)).toBeLessThan(0.02);
    }
  });

  it('leaves out what is not joined', () => {
    const mesh = wall(50);
    const field = fieldOf(mesh, [
      [-20, 0, 0],
      [20, 0, 0],
    ]);
    const found = field.distanceFrom('path', new Surface(mesh).closest([0.3, 0.2, 0])) ?? NaN;
    expect(found).toBeGreaterThan(19.7);
    expect(found).toBeLessThan(1.02 * 19.71);
  });
});
