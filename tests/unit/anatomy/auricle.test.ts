import { beforeAll, describe, expect, it } from 'vitest';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { partEars } from '../../../src/anatomy/auricle';
import { courseOf } from '../../../src/anatomy/heading';
import { stretchBetween } from '../../../src/anatomy/measure';
import { Surface } from '../../../src/anatomy/surface';
import { cross, distance, pointAt, subtract } from '../../../src/anatomy/vector';
import { walk } from '../../../src/anatomy/walk';
import { ball, gridMesh } from '../../support/shapes';
import { standardAnatomy } from '../../support/standard-head';

describe('an ear on a wall', () => {
  // A wall at x = 70 with a mushroom on it: a stalk and a cap that overhangs.
  const profile: readonly (readonly [number, number])[] = [
    [60, 0],
    [30, 0],
    [8, 0],
    [8, 6],
    [16, 7],
    [16, 12],
    [0.2, 13],
  ];
  const mesh = gridMesh(
    72,
    96,
    (u, v): Vec3 => {
      const at = v * (profile.length - 1);
      const i = Math.min(profile.length - 2, Math.floor(at));
      const [[r0, h0], [r1, h1]] = [profile[i] ?? [0, 0], profile[i + 1] ?? [0, 0]];
      const [r, h] = [r0 + (r1 - r0) * (at - i), h0 + (h1 - h0) * (at - i)];
      return [70 + h, r * Math.cos(2 * Math.PI * u), r * Math.sin(2 * Math.PI * u)];
    },
    true,
  );
  const { bare, slack } = partEars(mesh, [[72, 0, 14]]);

  it('is let go slack until it lies in the wall', () => {
    for (let v = 0; v < bare.positions.length / 3; v++)
      expect(Math.abs(bare.positions[3 * v]! - 70)).toBeLessThan(0.05);
  });

  it('leaves the wall around it where it was', () => {
    expect(slack.some((one) => one === 1) && slack.some((one) => one === 0)).toBe(true);
    for (let v = 0; v < mesh.positions.length / 3; v++) {
      const p = pointAt(mesh.positions, v);
      if (Math.hypot(p[1], p[2]) > 22) expect(pointAt(bare.positions, v)).toEqual(p);
    }
  });

  it('makes the way over it as long as the wall is wide', () => {
    const skin = new Surface(bare);
    const plane = { point: [70, 0, 3], normal: [0, 0, 1] } as const;
    const over = stretchBetween(skin, plane, [70, -30, 3], [70, 30, 3]);
    expect(over.ok && over.value.mm).toBeCloseTo(60, 1);
    const climbing = stretchBetween(new Surface(mesh), plane, [70, -30, 3], [70, 30, 3]);
    expect(climbing.ok && climbing.value.mm).toBeGreaterThan(90);
  });
});

it('a ball has no ears to part', () => {
  const mesh = ball(80, 40);
  const { bare, slack } = partEars(mesh, []);
  expect(bare.positions).toEqual(mesh.positions);
  expect(slack.every((one) => one === 0)).toBe(true);
});

describe('the ears of the standard head', () => {
  let anatomy: Anatomy;
  beforeAll(async () => {
    anatomy = await standardAnatomy();
  }, 60_000);

  it('are bridged: a tape from the tragus to 3 cm above it lies as straight as the temple lets it', () => {
    for (const side of ['left', 'right'] as const) {
      const tragus = anatomy.landmark('tragus', side);
      const course = courseOf(tragus, { go: 'up', plane: 'coronal' }, side);
      const end = course.ok ? walk(anatomy.skin, tragus, course.value, 30) : course;
      if (!course.ok || !end.ok) throw new Error('no way up');
      expect(distance(tragus.position, end.value.point.position)).toBeGreaterThan(29);
      // The same tape laid into the folds of the ear would be far longer: that is what the bridge is for.
      const folds = new Surface(anatomy.model);
      const [from, to] = [folds.closest(tragus.position), folds.closest(end.value.point.position)];
      const along = stretchBetween(folds, { point: from.position, normal: [0, 0, 1] }, from.position, to.position);
      if (along.ok) expect(along.value.mm).toBeGreaterThan(33);
    }
  });

  it('are gone from the skin that is measured on: nothing near the tragus faces inward', () => {
    const { positions, indices } = anatomy.skin;
    const tragus = anatomy.landmark('tragus', 'left').position;
    let near = 0;
    for (let t = 0; t < indices.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => pointAt(positions, indices[t + k]!)) as [Vec3, Vec3, Vec3];
      if (distance(a, tragus) > 35) continue;
      near += 1;
      expect(cross(subtract(b, a), subtract(c, a))[0]).toBeGreaterThan(-1e-3);
    }
    expect(near).toBeGreaterThan(1000);
  });

  it('are met by a ray, where the skin beside them is skin', () => {
    const [, y, z] = anatomy.landmark('tragus', 'left').position;
    const from = (dy: number, dz: number): ReturnType<Anatomy['cast']> =>
      anatomy.cast({ origin: [300, y + dy, z + dz], direction: [-1, 0, 0] });
    expect(from(5, -18)?.ear).toBe(true);
    expect(from(45, 0)?.ear).toBe(false);
    expect(from(0, 25)?.ear).toBe(false);
    const skin = from(45, 0)?.point;
    if (skin === undefined) throw new Error('missed');
    const corners = [0, 1, 2].map((k) =>
      pointAt(anatomy.model.positions, anatomy.model.indices[3 * skin.triangle + k]!),
    );
    expect(Math.max(...corners.map((corner) => distance(corner, skin.position)))).toBeLessThan(6);
  });

  it('are no place for a walk to end', () => {
    const onto = anatomy.skin.closest(
      anatomy.cast({ origin: [300, 5, -18], direction: [-1, 0, 0] })?.point.position ?? [0, 0, 0],
    );
    expect(anatomy.onModel(onto)).toBeNull();
  });
});
