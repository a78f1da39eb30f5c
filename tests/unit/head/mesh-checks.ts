import { expect } from 'vitest';
import type { ReadNode } from '../../support/read-glb';

/** Finite numbers, unit normals, no triangle of less than 1e-5 mm². */
export function expectSound({ name, positions, normals, indices }: ReadNode): void {
  expect(positions.every(Number.isFinite), name).toBe(true);
  expect(normals.length, name).toBe(positions.length);
  for (let i = 0; i < normals.length; i += 3) {
    const l = Math.hypot(normals[i]!, normals[i + 1]!, normals[i + 2]!);
    if (Math.abs(l - 1) > 0.03) expect.fail(`${name}: normal ${i / 3} has length ${l}`);
  }
  let flat = 0;
  for (let i = 0; i < indices.length; i += 3) if (areaOf(positions, indices, i) < 1e-5) flat++;
  expect(flat, `${name}: triangles without area`).toBe(0);
}

function areaOf(p: Float64Array, indices: Uint32Array, i: number): number {
  const [a, b, c] = [3 * indices[i]!, 3 * indices[i + 1]!, 3 * indices[i + 2]!];
  const u = [0, 1, 2].map((k) => p[b + k]! - p[a + k]!) as [number, number, number];
  const v = [0, 1, 2].map((k) => p[c + k]! - p[a + k]!) as [number, number, number];
  return Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2;
}

/** Directed edges used twice: three triangles on an edge, or two neighbours turned against each other. */
export function brokenEdges({ indices, positions }: ReadNode): readonly string[] {
  const count = positions.length / 3;
  const seen = new Set<number>();
  const broken: string[] = [];
  for (let i = 0; i < indices.length; i++) {
    const a = indices[i]!;
    const b = indices[i % 3 === 2 ? i - 2 : i + 1]!;
    if (seen.has(a * count + b)) broken.push(`${a}-${b}`);
    seen.add(a * count + b);
  }
  return broken;
}

/** Vertices on an edge that only one triangle uses. */
export function openVertices({ indices, positions }: ReadNode): readonly number[] {
  const count = positions.length / 3;
  const edges = new Set<number>();
  for (let i = 0; i < indices.length; i++) edges.add(indices[i]! * count + indices[i % 3 === 2 ? i - 2 : i + 1]!);
  const open = [...edges].filter((edge) => !edges.has((edge % count) * count + Math.floor(edge / count)));
  return [...new Set(open.map((edge) => Math.floor(edge / count)))];
}

/** A point's cell in a grid of `cell` mm, as a key. */
const keyOf = (x: number, y: number, z: number, cell: number): string =>
  [x, y, z].map((value) => Math.round(value / cell)).join();
/** The cell of each vertex. */
export const pointKeys = ({ positions: p }: ReadNode, cell: number): string[] =>
  Array.from({ length: p.length / 3 }, (_, v) => keyOf(p[3 * v]!, p[3 * v + 1]!, p[3 * v + 2]!, cell));

/** Keys of the cells round a vertex, so that points on either side of a cell's border meet. */
export function near({ positions: p }: ReadNode, v: number, cell: number): string[] {
  const offsets = [-cell, 0, cell];
  return offsets.flatMap((dx) =>
    offsets.flatMap((dy) => offsets.map((dz) => keyOf(p[3 * v]! + dx, p[3 * v + 1]! + dy, p[3 * v + 2]! + dz, cell))),
  );
}

/** The largest distance (mm) from a vertex's mirror image to the nearest vertex, looked for within 0.5 mm. */
export function worstMirrorGap(node: ReadNode): number {
  const cell = 0.5;
  const p = node.positions;
  const grid = new Map<string, number[]>();
  pointKeys(node, cell).forEach((key, v) => {
    grid.set(key, [...(grid.get(key) ?? []), v]);
  });
  let worst = 0;
  for (let v = 0; v < p.length / 3; v++) {
    const [x, y, z] = [-p[3 * v]!, p[3 * v + 1]!, p[3 * v + 2]!];
    let gap = cell;
    for (const dx of [-cell, 0, cell]) {
      for (const dy of [-cell, 0, cell]) {
        for (const dz of [-cell, 0, cell]) {
          for (const u of grid.get(keyOf(x + dx, y + dy, z + dz, cell)) ?? []) {
            gap = Math.min(gap, Math.hypot(p[3 * u]! - x, p[3 * u + 1]! - y, p[3 * u + 2]! - z));
          }
        }
      }
    }
    worst = Math.max(worst, gap);
  }
  return worst;
}
