import { beforeAll, describe, expect, it } from 'vitest';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import { placeSites } from '../../../src/anatomy/place-sites';
import { sitesOf } from '../../../src/protocol/sites';
import { hairlineField } from '../../../src/anatomy/hairline';
import { standardAnatomy } from '../../support/standard-head';

let anatomy: Anatomy;
let field: Float32Array;
beforeAll(async () => {
  anatomy = await standardAnatomy();
  field = hairlineField(anatomy.model.positions, anatomy.model.landmarks);
}, 120_000);

const at = (...points: readonly (readonly [number, number, number])[]): readonly number[] => [
  ...hairlineField(points.flat(), anatomy.model.landmarks),
];

describe('the painted hairline', () => {
  it('has a finite distance at every vertex', () => {
    expect(field).toHaveLength(anatomy.model.positions.length / 3);
    expect(field.every((mm) => Number.isFinite(mm))).toBe(true);
  });

  it('passes through the landmark in front', () => {
    const [trichion] = at(anatomy.landmark('hairline', 'midline').position);
    expect(Math.abs(trichion ?? 99)).toBeLessThan(0.5);
  });

  it('leaves face, ears and neck bare and covers the scalp', () => {
    const bare = (['glabella', 'brow', 'outer-canthus', 'c7', 'neck-shoulder', 'acromion'] as const).map(
      (name) => anatomy.landmark(name, 'left').position,
    );
    for (const mm of at(...bare)) expect(mm).toBeLessThan(-8);
    const ears = anatomy.model.landmarks.filter(({ name }) => name === 'helix').map(({ positionMm }) => positionMm);
    for (const mm of at(...ears)) expect(mm).toBeLessThan(-2);
    for (const mm of at(anatomy.landmark('inion', 'midline').position, [0, 130, 0], [70, 70, -10]))
      expect(mm).toBeGreaterThan(15);
  });

  it('is the same on both sides', () => {
    const points = [
      [40, 90, 50],
      [70, 20, 30],
      [60, -20, -50],
    ] as const;
    expect(at(...points)).toEqual(at(...points.map(([x, y, z]) => [-x, y, z] as const)));
  });

  it('moves with the landmarks: a higher forehead has a higher hairline', () => {
    const raised = anatomy.model.landmarks.map((landmark) =>
      landmark.name === 'hairline'
        ? { ...landmark, positionMm: [0, landmark.positionMm[1] + 10, landmark.positionMm[2] - 3] as const }
        : landmark,
    );
    const old = anatomy.landmark('hairline', 'midline').position;
    const [mm] = hairlineField(old, raised);
    expect(mm).toBeLessThan(-8);
  });

  it('has the temporalis and occipitalis sites of the newer map inside and the forehead’s outside', () => {
    const placed = placeSites(anatomy, sitesOf('preempt-2017'));
    if (!placed.ok) throw new Error(placed.error.site);
    for (const { site, positionMm } of placed.value) {
      const [mm] = at(positionMm);
      if (site.muscle === 'temporalis' || site.muscle === 'occipitalis') expect(mm, site.id).toBeGreaterThan(0);
      if (['frontalis', 'corrugator', 'procerus', 'trapezius'].includes(site.muscle))
        expect(mm, site.id).toBeLessThan(0);
    }
  });
});
