import { describe, expect, it } from 'vitest';
import { Surface, twinEdges } from '../../../src/anatomy/surface';
import { distance, dot } from '../../../src/anatomy/vector';
import { ball, wall } from '../../support/shapes';

const sphere = new Surface(ball(80));
const flat = new Surface(wall(50));

describe('a surface', () => {
  it('finds the nearest point, with the triangle and the weights that give it back', () => {
    for (const to of [
      [100, 20, -30],
      [-3, 60, 90],
      [10, -70, 5],
    ] as const) {
      const found = sphere.closest(to);
      const radial = Math.hypot(...to);
      expect(
        distance(found.position, [(to[0] * 80) / radial, (to[1] * 80) / radial, (to[2] * 80) / radial]),
      ).toBeLessThan(0.3);
      expect(distance(sphere.at(found.triangle, found.weights).position, found.position)).toBeLessThan(1e-3);
      expect(found.weights[0] + found.weights[1] + found.weights[2]).toBeCloseTo(1, 9);
    }
  });

  it('has smooth outward unit normals', () => {
    const { position, normal } = sphere.closest([50, 40, 30]);
    expect(dot(normal, position) / 80).toBeGreaterThan(0.9999);
    expect(Math.hypot(...normal)).toBeCloseTo(1, 6);
  });

  it('is met by a ray where the ray first touches it, and missed by one that passes', () => {
    const hit = sphere.cast({ origin: [300, 10, 5], direction: [-1, 0, 0] });
    expect(hit?.position[0]).toBeCloseTo(Math.sqrt(80 ** 2 - 125), 1);
    expect(sphere.cast({ origin: [300, 90, 0], direction: [-1, 0, 0] })).toBeNull();
  });

  it('keeps the numbers of the triangles it was given', () => {
    const mesh = ball(80);
    const found = sphere.closest([10, 20, 200]);
    const corners = [0, 1, 2].map((k) => mesh.indices[3 * found.triangle + k]!);
    const nearest = corners.map((v) =>
      distance([mesh.positions[3 * v]!, mesh.positions[3 * v + 1]!, mesh.positions[3 * v + 2]!], found.position),
    );
    expect(Math.max(...nearest)).toBeLessThan(3);
  });

  it('tells its open edge from its inside', () => {
    expect(flat.onRim(flat.closest([50, 3.3, 0]))).toBe(true);
    expect(flat.onRim(flat.closest([49.9, 3.3, 0]))).toBe(false);
    expect(flat.onRim(flat.closest([60, 60, 0]))).toBe(true);
  });

  it('says that nothing is within reach rather than answer with something far', () => {
    expect(flat.closestWithin([0, 0, 7], 6)).toBeNull();
    expect(flat.closestWithin([0, 0, 5], 6)?.position).toEqual([0, 0, 0]);
  });

  it('counts as rim only edges of a single triangle', () => {
    const mesh = wall(10, 0, 4);
    expect(twinEdges(mesh).filter((twin) => twin < 0)).toHaveLength(16);
  });
});
