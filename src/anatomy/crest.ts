import type { Vec3 } from './anchor';
import { chainThrough, type Polyline, section } from './section';
import type { Plane, Surface } from './surface';
import { distance, lerp, subtract, unit } from './vector';

/** Only skin this near (mm, level) to the straight line between the ends can be their crest: not the chest or the chin. */
const reach = 60;
/** The crest is rounded: its middle is taken this far (mm) below its top, where it has two flanks to lie between. */
const cap = 1;

/**
 * The middle of the crest that a hand feels half-way between two points of a ridge (the shoulder, from the neck to the
 * acromion): across the line between them the skin is cut, and the middle of the highest part of the cut taken.
 * Null where the cut finds no skin there. It lies within `cap` below the skin: it is a mark to aim a plane at.
 */
export function crestBetween(surface: Surface, a: Vec3, b: Vec3): Vec3 | null {
  const middle = lerp(a, b, 0.5);
  const [dx, , dz] = subtract(b, a);
  const across = unit([dx, 0, dz]);
  if (across === null) return null;
  const near = (point: Vec3): boolean => Math.hypot(point[0] - middle[0], point[2] - middle[2]) < reach;
  const cuts = cutNear(surface, { point: middle, normal: across });
  const top = cuts.flatMap(({ points }) => points.filter(near)).reduce<Vec3 | null>(higher, null);
  if (top === null) return null;
  const floor = top[1] - cap;
  // The two flanks: where the cut crosses the floor nearest to the top, one on each side of it.
  const flanks = cuts.flatMap(({ points }) => crossings(points, floor)).filter(near);
  const side = (point: Vec3): number => (point[0] - top[0]) * across[2] - (point[2] - top[2]) * across[0];
  const nearest = (sign: 1 | -1): Vec3 | null =>
    flanks
      .filter((flank) => side(flank) * sign > 0)
      .reduce<Vec3 | null>(
        (best, flank) => (best === null || distance(flank, top) < distance(best, top) ? flank : best),
        null,
      );
  const [left, right] = [nearest(1), nearest(-1)];
  return left === null || right === null ? top : lerp(left, right, 0.5);
}

/** The cut through the skin straight over or under the middle, which the plane holds; all of it where none is near. */
function cutNear(surface: Surface, plane: Plane): readonly Polyline[] {
  const hits = ([1, -1] as const).flatMap((y) => {
    const hit = surface.cast({ origin: plane.point, direction: [0, y, 0] });
    return hit === null || distance(hit.position, plane.point) > reach ? [] : [hit];
  });
  const [nearest] = hits.sort((a, b) => distance(a.position, plane.point) - distance(b.position, plane.point));
  const chain = nearest === undefined ? null : chainThrough(surface, plane, nearest.triangle);
  return chain === null ? section(surface, plane) : [chain];
}

const higher = (best: Vec3 | null, point: Vec3): Vec3 => (best === null || point[1] > best[1] ? point : best);

/** Where a line crosses a height. */
function crossings(points: readonly Vec3[], height: number): Vec3[] {
  const found: Vec3[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    if (a === undefined || b === undefined || a[1] > height === b[1] > height) continue;
    found.push(lerp(a, b, (height - a[1]) / (b[1] - a[1])));
  }
  return found;
}
