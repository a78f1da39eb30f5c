import { MeshoptSimplifier } from 'meshoptimizer';
import { compact, trianglesOf, type TriangleMesh, vertexNormals } from './mesh';
import { pointAt, type Vec3 } from './vector';

/** The ears come with far more triangles than their size on screen deserves; the rest is even enough. Source frame, cm. */
const dense = ([x, y, z]: Vec3): boolean => x > 6.3 && y > 149 && y < 157 && z > 1.5 && z < 7.5;
/** Share of the dense triangles to keep, and the distance (cm) that the surface may move at most. */
const keptShare = 0.5;
const largestError = 0.02;

/** Thins out the dense parts of a mesh by collapsing edges; every other vertex stays, and so do open borders. */
export async function thinOut(mesh: TriangleMesh): Promise<TriangleMesh> {
  await MeshoptSimplifier.ready;
  const positions = Float32Array.from(mesh.positions);
  const locked = Uint8Array.from({ length: positions.length / 3 }, (_, v) =>
    dense(pointAt(mesh.positions, v)) ? 0 : 1,
  );
  const free = [...trianglesOf(mesh)].filter((triangle) => triangle.every((v) => !locked[v])).length;
  const target = mesh.indices.length - 3 * Math.round(free * (1 - keptShare));
  const [indices] = MeshoptSimplifier.simplifyWithAttributes(
    Uint32Array.from(mesh.indices),
    positions,
    3,
    Float32Array.from(vertexNormals(mesh)),
    3,
    [0.3, 0.3, 0.3],
    locked,
    target,
    largestError,
    ['LockBorder', 'ErrorAbsolute'],
  );
  return compact({ positions: mesh.positions, indices: Uint32Array.from(indices) });
}
