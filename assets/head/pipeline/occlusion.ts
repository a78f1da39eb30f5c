import { trianglesOf, type TriangleMesh } from './mesh';
import { Surface } from './surface';
import { add, cross, pointAt, scale, unit, type Vec3 } from './vector';

/** Occluders farther than this (cm) do not count; nearer ones count less the farther they are. */
const reach = 14;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * Ambient occlusion at the first `count` vertices: 1 open, 0 shut. Cosine-weighted rays, a golden-angle spiral turned
 * per vertex so that the pattern does not band. No rays, no occlusion.
 */
export function occlusion(mesh: TriangleMesh, normals: Float64Array, count: number, rays: number): Float64Array {
  const out = new Float64Array(count).fill(1);
  if (rays === 0) return out;
  const surface = new Surface(mesh);
  for (let v = 0; v < count; v++) {
    const normal = pointAt(normals, v);
    const helper: Vec3 = Math.abs(normal[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0];
    const across = unit(cross(helper, normal));
    const up = cross(normal, across);
    const origin = add(pointAt(mesh.positions, v), scale(normal, 0.03));
    const phase = ((v * 0.618) % 1) * 2 * Math.PI;
    let sum = 0;
    for (let i = 0; i < rays; i++) {
      const u = (i + 0.5) / rays;
      const angle = i * goldenAngle + phase;
      const flat = add(scale(across, Math.sqrt(u) * Math.cos(angle)), scale(up, Math.sqrt(u) * Math.sin(angle)));
      const hit = surface.cast(origin, unit(add(flat, scale(normal, Math.sqrt(1 - u)))), reach);
      sum += hit ? Math.min(1, Math.pow(hit.distance / reach, 0.7)) : 1;
    }
    out[v] = sum / rays;
  }
  return out;
}

/** Evens out a value per vertex with the mean of its neighbours, half and half, `passes` times. */
export function diffuse(mesh: TriangleMesh, values: Float64Array, passes: number): Float64Array {
  let current = values;
  for (let pass = 0; pass < passes; pass++) {
    const sum = new Float64Array(current.length);
    const count = new Float64Array(current.length);
    for (const triangle of trianglesOf(mesh)) {
      triangle.forEach((a, k) => {
        const b = triangle[(k + 1) % 3]!;
        sum[a]! += current[b]!;
        sum[b]! += current[a]!;
        count[a]! += 1;
        count[b]! += 1;
      });
    }
    current = current.map((value, v) => (count[v]! > 0 ? 0.5 * value + (0.5 * sum[v]!) / count[v]! : value));
  }
  return current;
}
