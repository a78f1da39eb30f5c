import { err, ok, type Result } from '../protocol/words';
import type { Vec3 } from './anchor';
import type { Polyline } from './section';
import { chainThrough, section } from './section';
import type { Plane, Surface, SurfacePoint } from './surface';
import { cross, distance, lerp, subtract, unit } from './vector';

/** No piece of the section passes both points. */
export type NotConnected = { readonly kind: 'not-connected' };

/** How far a point may lie off the section it is measured on. */
const tolerance = 0.3;

/** A stretch of a section from one point to another, the shorter way round, mm. */
export type Stretch = { readonly points: readonly Vec3[]; readonly mm: number };

/**
 * The stretch of skin between two points within a plane that holds both, from the exact section: it shares nothing
 * with the walker but the plane.
 */
export function stretchBetween(surface: Surface, plane: Plane, from: Vec3, to: Vec3): Result<Stretch, NotConnected> {
  return stretchOn(section(surface, plane), from, to);
}

/** The same between points whose triangles are known, at a fraction of the cost. */
export function stretchAlong(
  surface: Surface,
  plane: Plane,
  from: SurfacePoint,
  to: SurfacePoint,
): Result<Stretch, NotConnected> {
  const chain = chainThrough(surface, plane, from.triangle) ?? chainThrough(surface, plane, to.triangle);
  const found = chain === null ? null : stretchOn([chain], from.position, to.position);
  // A point on an edge may be counted to a triangle that the plane just misses: then the whole section is searched.
  return found?.ok === true ? found : stretchBetween(surface, plane, from.position, to.position);
}

/** The same on a section already made. */
export function stretchOn(lines: readonly Polyline[], from: Vec3, to: Vec3): Result<Stretch, NotConnected> {
  let best: Stretch | null = null;
  for (const line of lines) {
    const a = nearestOn(line, from);
    const b = nearestOn(line, to);
    if (a.off > tolerance || b.off > tolerance) continue;
    const found = cut(line, a, b);
    if (best === null || found.mm < best.mm) best = found;
  }
  return best === null ? err({ kind: 'not-connected' }) : ok(best);
}

/** The plane that holds two points and the direction `normal` as far as it can. */
export function planeThrough(a: Vec3, b: Vec3, normal: Vec3): Plane {
  return { point: a, normal: unit(cross(subtract(b, a), normal)) ?? [1, 0, 0] };
}

/** The point a fraction (0 to 1) of the way along. */
export function pointAlong({ points, mm }: Stretch, fraction: number): Vec3 {
  let left = mm * fraction;
  for (let i = 1; i < points.length; i++) {
    const piece = distance(points[i - 1]!, points[i]!);
    if (left <= piece && piece > 0) return lerp(points[i - 1]!, points[i]!, left / piece);
    left -= piece;
  }
  return points[points.length - 1]!;
}

/** A place on a polyline: on the piece after point `piece`, `t` of its length on; `off` mm away from what was sought. */
export type OnLine = { readonly piece: number; readonly t: number; readonly at: Vec3; readonly off: number };

/** The place of a polyline that is nearest to a point, straight through space. */
export function nearestOn({ points }: Polyline, to: Vec3): OnLine {
  let piece = 0;
  let least = Infinity;
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i]!, points[i + 1]!];
    const square = squareTo(a, b, to, shareOf(a, b, to));
    if (square >= least) continue;
    least = square;
    piece = i;
  }
  const [a, b] = [points[piece]!, points[piece + 1] ?? points[piece]!];
  const t = shareOf(a, b, to);
  return { piece, t, at: lerp(a, b, t), off: Math.sqrt(squareTo(a, b, to, t)) };
}

/** Where on the way from a to b (0 to 1) it is nearest to `to`. Written out: it runs for each piece of a section. */
function shareOf(a: Vec3, b: Vec3, to: Vec3): number {
  const [dx, dy, dz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const square = dx * dx + dy * dy + dz * dz;
  if (square === 0) return 0;
  return Math.min(1, Math.max(0, ((to[0] - a[0]) * dx + (to[1] - a[1]) * dy + (to[2] - a[2]) * dz) / square));
}

function squareTo(a: Vec3, b: Vec3, to: Vec3, t: number): number {
  const dx = a[0] + (b[0] - a[0]) * t - to[0];
  const dy = a[1] + (b[1] - a[1]) * t - to[1];
  const dz = a[2] + (b[2] - a[2]) * t - to[2];
  return dx * dx + dy * dy + dz * dz;
}

/** The piece of a polyline between two places on it; of a closed one the shorter. */
export function cut({ points, closed }: Polyline, from: OnLine, to: OnLine): Stretch {
  const ahead = from.piece < to.piece || (from.piece === to.piece && from.t <= to.t);
  const [first, last] = ahead ? [from, to] : [to, from];
  const inner = measured([first.at, ...points.slice(first.piece + 1, last.piece + 1), last.at]);
  const ways = [ahead ? inner : reversed(inner)];
  if (closed) {
    const outer = measured([
      last.at,
      ...points.slice(last.piece + 1, -1),
      ...points.slice(0, first.piece + 1),
      first.at,
    ]);
    ways.push(ahead ? reversed(outer) : outer);
  }
  return ways.reduce((a, b) => (b.mm < a.mm ? b : a));
}

const reversed = ({ points, mm }: Stretch): Stretch => ({ points: [...points].reverse(), mm });

function measured(points: readonly Vec3[]): Stretch {
  let mm = 0;
  for (let i = 1; i < points.length; i++) mm += distance(points[i - 1]!, points[i]!);
  return { points, mm };
}
