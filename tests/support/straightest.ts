import type { Vec3 } from '../../src/anatomy/anchor';
import type { Surface, SurfacePoint } from '../../src/anatomy/surface';
import { addScaled, cross, distance, dot, scale, subtract, unit } from '../../src/anatomy/vector';

const beside = 1e-9;

/**
 * Goes straight over a surface, triangle after triangle as if they lay flat, as far as `mm` or to an open edge.
 * @param turn the direction it sets out in, radians from the triangle's first edge
 * @returns where it ends and how long it is: no shortest way there is longer
 */
export function shootStraight(
  surface: Surface,
  start: SurfacePoint,
  turn: number,
  mm: number,
): { readonly end: SurfacePoint; readonly mm: number } {
  let triangle = start.triangle;
  let at: Vec3 = start.position;
  let came = -1;
  let gone = 0;
  const [a, b] = surface.corners(triangle);
  const along = unit(subtract(b, a)) ?? [1, 0, 0];
  const normal = surface.faceNormal(triangle) ?? start.normal;
  let ahead = addScaled(scale(along, Math.cos(turn)), cross(normal, along), Math.sin(turn));
  for (;;) {
    const corners = surface.corners(triangle);
    const face = surface.faceNormal(triangle) ?? normal;
    let [exit, step] = [-1, Infinity];
    for (let k = 0; k < 3; k++) {
      if (3 * triangle + k === came) continue;
      const edge = subtract(corners[(k + 1) % 3]!, corners[k]!);
      const outward = cross(edge, face);
      const speed = dot(ahead, outward);
      if (speed <= beside) continue;
      const t = Math.max(0, dot(subtract(corners[k]!, at), outward) / speed);
      if (t < step) [exit, step] = [k, t];
    }
    const edge = 3 * triangle + exit;
    const beyond = exit < 0 ? -1 : surface.beyond(edge);
    const last = gone + step >= mm || beyond < 0;
    const length = exit < 0 ? 0 : Math.min(step, mm - gone);
    at = addScaled(at, ahead, length);
    gone += length;
    if (last) return { end: inTriangle(surface, triangle, at), mm: gone };
    const on = unit(subtract(corners[(exit + 1) % 3]!, corners[exit]!)) ?? ahead;
    const inward = unit(cross(on, face)) ?? ahead;
    came = beyond;
    triangle = Math.floor(beyond / 3);
    const nextFace = surface.faceNormal(triangle) ?? face;
    // The same angle to the edge on its other side.
    const nextInward = unit(cross(on, nextFace)) ?? inward;
    ahead = addScaled(scale(on, dot(ahead, on)), nextInward, dot(ahead, inward));
  }
}

function inTriangle(surface: Surface, triangle: number, at: Vec3): SurfacePoint {
  const [a, b, c] = surface.corners(triangle);
  const n = cross(subtract(b, a), subtract(c, a));
  const square = dot(n, n);
  const v = Math.min(1, Math.max(0, dot(cross(subtract(at, a), subtract(c, a)), n) / square));
  const w = Math.min(1 - v, Math.max(0, dot(cross(subtract(b, a), subtract(at, a)), n) / square));
  const found = surface.at(triangle, [1 - v - w, v, w]);
  if (distance(found.position, at) > 1e-4) throw new Error('the straight way has left the skin');
  return found;
}
