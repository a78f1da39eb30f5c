import type { PolygonMesh, TriangleMesh } from './mesh';
import { clip } from './clip';

/** How far (cm) a vertex may lie from its mirror image's twin. The source is symmetric to the rounding of its file. */
const twinTolerance = 0.06;

/**
 * Makes a nearly symmetric mesh exactly symmetric about x = 0: each vertex and its twin become the mean of the two,
 * vertices that are their own twin go to x = 0. Vertices without a twin stay. Only positions change.
 */
export function symmetrise(mesh: PolygonMesh): PolygonMesh {
  const count = mesh.positions.length / 3;
  const cell = 0.25;
  const grid = new Map<string, number[]>();
  const keyOf = (x: number, y: number, z: number): string =>
    `${Math.round(x / cell)},${Math.round(y / cell)},${Math.round(z / cell)}`;
  const p = mesh.positions;
  for (let v = 0; v < count; v++) {
    const key = keyOf(p[3 * v]!, p[3 * v + 1]!, p[3 * v + 2]!);
    const bucket = grid.get(key);
    if (bucket) bucket.push(v);
    else grid.set(key, [v]);
  }
  const twinOf = (v: number): number => {
    const [x, y, z] = [-p[3 * v]!, p[3 * v + 1]!, p[3 * v + 2]!];
    let best = -1;
    let bestSquared = twinTolerance * twinTolerance;
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        for (let k = -1; k <= 1; k++) {
          for (const u of grid.get(keyOf(x + i * cell, y + j * cell, z + k * cell)) ?? []) {
            const d = (p[3 * u]! - x) ** 2 + (p[3 * u + 1]! - y) ** 2 + (p[3 * u + 2]! - z) ** 2;
            if (d < bestSquared) {
              bestSquared = d;
              best = u;
            }
          }
        }
      }
    }
    return best;
  };
  const twins = Int32Array.from({ length: count }, (_, v) => twinOf(v));
  const positions = Float64Array.from(p);
  for (let v = 0; v < count; v++) {
    const twin = twins[v]!;
    if (twin < 0 || twins[twin] !== v) continue;
    positions[3 * v] = (p[3 * v]! - p[3 * twin]!) / 2;
    positions[3 * v + 1] = (p[3 * v + 1]! + p[3 * twin + 1]!) / 2;
    positions[3 * v + 2] = (p[3 * v + 2]! + p[3 * twin + 2]!) / 2;
  }
  return { positions, faces: mesh.faces };
}

/** The half with x >= 0; vertices within `snap` of the mid plane are put on it first, so no slivers arise. */
export function leftHalf(mesh: TriangleMesh, snap: number): TriangleMesh {
  const positions = Float64Array.from(mesh.positions);
  for (let i = 0; i < positions.length; i += 3) if (Math.abs(positions[i]!) < snap) positions[i] = 0;
  const depth = new Float64Array(positions.length / 3);
  for (let v = 0; v < depth.length; v++) depth[v] = positions[3 * v]!;
  return clip({ positions, indices: mesh.indices }, depth);
}

/** For each vertex of a left half its mirror twin's index in the whole: itself if it lies on the mid plane. */
export function twinIndices(half: TriangleMesh): Uint32Array {
  const count = half.positions.length / 3;
  let next = count;
  return Uint32Array.from({ length: count }, (_, v) => (half.positions[3 * v] === 0 ? v : next++));
}

/** The whole from its left half: the half's vertices first, then the mirrored ones, joined on the mid plane. */
export function mirrorHalf(half: TriangleMesh): TriangleMesh {
  const twins = twinIndices(half);
  const triangles = half.indices.length;
  const indices = new Uint32Array(2 * triangles);
  indices.set(half.indices);
  for (let i = 0; i < triangles; i += 3) {
    indices[triangles + i] = twins[half.indices[i]!]!;
    indices[triangles + i + 1] = twins[half.indices[i + 2]!]!;
    indices[triangles + i + 2] = twins[half.indices[i + 1]!]!;
  }
  return { positions: mirrorVectors(half, half.positions), indices };
}

/** Carries one vector a vertex (positions, normals) from the half to the whole, mirrored in x. */
export function mirrorVectors(half: TriangleMesh, vectors: Float64Array): Float64Array {
  const out = mirrorValues(half, vectors, 3);
  for (let i = vectors.length; i < out.length; i += 3) out[i] = -out[i]!;
  return out;
}

/** Carries `size` values a vertex from the half to the whole unchanged. */
export function mirrorValues(half: TriangleMesh, values: Float64Array, size: number): Float64Array {
  const out = Array.from(values);
  twinIndices(half).forEach((twin, v) => {
    if (twin !== v) for (let k = 0; k < size; k++) out.push(values[size * v + k]!);
  });
  return Float64Array.from(out);
}
