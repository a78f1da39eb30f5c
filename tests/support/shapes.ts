import type { Mesh } from '../../src/anatomy/surface';

/** Meshes whose geodesics are known, mm. Corners run counter-clockwise seen from outside. */

type Point = readonly [number, number, number];

/** A grid of (across + 1) x (along + 1) points; `wraps` joins the last column to the first. */
export function gridMesh(across: number, along: number, at: (u: number, v: number) => Point, wraps = false): Mesh {
  const columns = wraps ? across : across + 1;
  const positions: number[] = [];
  const indices: number[] = [];
  for (let j = 0; j <= along; j++) for (let i = 0; i < columns; i++) positions.push(...at(i / across, j / along));
  for (let j = 0; j < along; j++) {
    for (let i = 0; i < across; i++) {
      const [a, b] = [j * columns + i, j * columns + ((i + 1) % columns)];
      indices.push(a, b, b + columns, a, b + columns, a + columns);
    }
  }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
}

/** A ball about the origin, open by a hair at the poles (above and below). */
export const ball = (radius: number, steps = 160): Mesh =>
  gridMesh(
    2 * steps,
    steps,
    (u, v) => {
      const [turn, rise] = [2 * Math.PI * u, (v - 0.5) * (Math.PI - 0.02)];
      return [
        radius * Math.cos(rise) * Math.sin(turn),
        radius * Math.sin(rise),
        radius * Math.cos(rise) * Math.cos(turn),
      ];
    },
    true,
  );

/** An upright tube about the y axis, open at both ends, from -height / 2 to height / 2. */
export const tube = (radius: number, height: number, steps = 320): Mesh =>
  gridMesh(
    steps,
    80,
    (u, v) => [radius * Math.sin(2 * Math.PI * u), height * (v - 0.5), radius * Math.cos(2 * Math.PI * u)],
    true,
  );

/** A square wall facing forward at z, from -half to half. */
export const wall = (half: number, z = 0, steps = 40): Mesh =>
  gridMesh(steps, steps, (u, v) => [half * (2 * u - 1), half * (2 * v - 1), z]);

/** A cone about the z axis with its tip at the origin, opening forward: `slant` mm from tip to edge, half-angle in radians. */
export const cone = (slant: number, halfAngle: number, steps = 120): Mesh =>
  gridMesh(
    steps,
    60,
    (u, v) => {
      const along = slant * (0.02 + 0.98 * v);
      const [turn, radius] = [2 * Math.PI * u, along * Math.sin(halfAngle)];
      return [radius * Math.cos(turn), radius * Math.sin(turn), along * Math.cos(halfAngle)];
    },
    true,
  );

/** The wall with its vertices pushed about at random and sheared, so that its triangles are irregular and obtuse. */
export const roughWall = (half: number, steps: number, shear: number, random: () => number): Mesh =>
  gridMesh(steps, steps, (u, v) => {
    const inner = u > 0 && u < 1 && v > 0 && v < 1 ? half / steps : 0;
    const [x, y] = [half * (2 * u - 1) + inner * (random() - 0.5), half * (2 * v - 1) + inner * (random() - 0.5)];
    return [x + shear * y, y, 0];
  });

/** A wall folded like a screen, `folds` times, each leaf `leaf` mm wide and turned by `lean` radians to the left or right. */
export const screen = (leaf: number, folds: number, lean: number, perLeaf = 6): Mesh =>
  gridMesh(folds * perLeaf, folds * perLeaf, (u, v) => {
    const across = u * folds;
    const within = Math.abs(((across + 1) % 2) - 1);
    return [leaf * across * Math.cos(lean), leaf * folds * (v - 0.5), leaf * within * Math.sin(lean)];
  });
