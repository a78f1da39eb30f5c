import { beforeAll, describe, expect, it } from 'vitest';
import { Anatomy } from '../../../src/anatomy/anatomy';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { MuscleLabels } from '../../../src/anatomy/muscle-labels';
import type { Mesh } from '../../../src/anatomy/surface';
import { seeded } from '../../support/mutations';
import { gridMesh, wall } from '../../support/shapes';
import { standardAnatomy } from '../../support/standard-head';

describe('the muscle under a point of the standard head', () => {
  let anatomy: Anatomy;
  let labels: MuscleLabels;
  beforeAll(async () => {
    anatomy = await standardAnatomy();
    labels = new MuscleLabels(anatomy);
  }, 60_000);

  it('is the one that asking every sheet finds, anywhere on the skin', () => {
    const random = seeded(21);
    let covered = 0;
    for (let i = 0; i < 20_000; i++) {
      const triangle = Math.floor((random() * anatomy.skin.indices.length) / 3);
      const [a, b] = [random(), random()];
      const [u, v] = a + b > 1 ? [1 - a, 1 - b] : [a, b];
      const point = anatomy.skin.at(triangle, [1 - u - v, u, v]);
      const asked = anatomy.footprints.muscleAt(point);
      expect(labels.at(point), JSON.stringify(point.position)).toEqual(asked);
      if (asked !== null) covered += 1;
    }
    expect(covered).toBeGreaterThan(2000);
  });

  it('is the one that asking every sheet finds, close to the sheets’ borders', () => {
    for (const sheet of anatomy.model.muscles) {
      const random = seeded(22);
      for (let i = 0; i < 150; i++) {
        const v = 3 * Math.floor((random() * sheet.positions.length) / 3);
        const at = [0, 1, 2].map((k) => (sheet.positions[v + k] ?? 0) + 3 * (random() - 0.5));
        const point = anatomy.skin.closest([at[0]!, at[1]!, at[2]!]);
        expect(labels.at(point)).toEqual(anatomy.footprints.muscleAt(point));
      }
    }
  });

  it('is looked up on most of the skin, not asked of sheets', () => {
    expect(labels.doubtful).toBeGreaterThan(0);
    expect(labels.doubtful).toBeLessThan(0.35);
  });
});

/** A wall of skin in triangles with legs of 20 mm, and one sheet 1 mm over it, without the cells that `cut` names. */
function under(cut: (x: number, y: number) => boolean) {
  const sheet = without(
    gridMesh(100, 100, (u, v): Vec3 => [100 * (2 * u - 1), 100 * (2 * v - 1), 1]),
    cut,
  );
  const ref = { model: 'wall', contentHash: '', variant: 'standard' };
  return new Anatomy({
    ref,
    landmarks: [],
    muscles: [{ muscle: 'temporalis', side: 'left', ...sheet }],
    ...wall(80, 0, 8),
  });
}

function without({ positions, indices }: Mesh, cut: (x: number, y: number) => boolean) {
  const kept: number[] = [];
  for (let e = 0; e < indices.length; e += 3) {
    const corners = [0, 1, 2].map((k) => 3 * (indices[e + k] ?? 0));
    const middle = (axis: number) => corners.reduce((sum, at) => sum + (positions[at + axis] ?? 0), 0) / 3;
    if (!cut(middle(0), middle(1))) kept.push(...indices.slice(e, e + 3));
  }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(kept) };
}

describe('a triangle whose corners a sheet covers', () => {
  const muscle = { muscle: 'temporalis', side: 'left' };
  // The corners of the skin's triangles lie at whole twenties.
  const corners = [
    [0, 0],
    [20, 0],
    [20, 20],
  ] as const;

  it('is covered in between as well, where the sheet goes on', () => {
    const anatomy = under(() => false);
    const labels = new MuscleLabels(anatomy);
    expect(labels.doubtful).toBe(0);
    expect(labels.at(anatomy.skin.closest([13, 6, 0]))).toEqual(muscle);
  });

  it.each([
    ['a hole in the sheet', (x: number, y: number) => Math.abs(x - 13) < 3 && Math.abs(y - 6) < 3],
    ['a gap in the sheet from its edge', (x: number, y: number) => x > 8 && Math.abs(y - 6) < 3],
  ])('is not covered under %s that lies between them', (_, cut) => {
    const anatomy = under(cut);
    const labels = new MuscleLabels(anatomy);
    for (const [x, y] of corners) expect(labels.at(anatomy.skin.closest([x + 0.1, y + 0.05, 0]))).toEqual(muscle);
    const inside = anatomy.skin.closest([13, 6, 0]);
    expect(anatomy.footprints.muscleAt(inside)).toBeNull();
    expect(labels.at(inside)).toBeNull();
  });
});

describe('the work on labels', () => {
  it('goes in pieces, and is finished when a point is asked', () => {
    const anatomy = under((x) => x > 8);
    const labels = new MuscleLabels(anatomy);
    expect(labels.step()).toBe(true);
    expect(labels.complete).toBe(false);
    expect(labels.at(anatomy.skin.closest([30, 6, 0]))).toBeNull();
    expect(labels.complete).toBe(true);
    expect(labels.step()).toBe(false);
  });
});
