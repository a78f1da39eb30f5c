import type { Vec3 } from './anchor';
import { chainThrough, type Polyline } from './section';
import type { Surface, SurfacePoint } from './surface';
import { distance, lerp, subtract, unit } from './vector';

/** The crest lies no farther (mm, level) than this from the straight line between the ends. */
const reach = 30;
/** The crest is rounded: its middle is taken this far (mm) below its top, where it has two flanks to lie between. */
const cap = 1;
/** Going up to the crest, dips up to this deep (mm) are unevenness of the skin, not the far flank. */
const dip = 0.5;

/**
 * The middle of the crest that a hand feels half-way between two points of a ridge (the shoulder, from the neck to the
 * acromion): the skin is cut across the line between them, and from straight over or under that line one climbs along
 * the cut to its top. Null where there is no skin near, or no top within reach.
 */
export function crestBetween(surface: Surface, a: Vec3, b: Vec3): SurfacePoint | null {
  const middle = lerp(a, b, 0.5);
  const [dx, , dz] = subtract(b, a);
  const across = unit([dx, 0, dz]);
  if (across === null) return null;
  const start = overOrUnder(surface, middle);
  const cut = start === null ? null : chainThrough(surface, { point: middle, normal: across }, start.triangle);
  if (start === null || cut === null) return null;
  const top = climb(cut, start.position, middle);
  if (top === null) return null;
  const floor = at(cut, top)[1] - cap;
  const [left, right] = [flank(cut, top, -1, floor), flank(cut, top, 1, floor)];
  return surface.closest(left === null || right === null ? at(cut, top) : lerp(left, right, 0.5));
}

/** The skin straight over or under a point, whichever is nearer. */
function overOrUnder(surface: Surface, from: Vec3): SurfacePoint | null {
  const hits = ([1, -1] as const).flatMap((y) => surface.cast({ origin: from, direction: [0, y, 0] }) ?? []);
  hits.sort((p, q) => distance(p.position, from) - distance(q.position, from));
  return hits[0] ?? null;
}

const at = ({ points }: Polyline, i: number): Vec3 => points[(i + points.length) % points.length]!;

/** The number of the highest point that can be climbed to from the point of the cut nearest to `from`; null past `reach`. */
function climb(cut: Polyline, from: Vec3, middle: Vec3): number | null {
  const first = cut.points.reduce((best, p, i) => (distance(p, from) < distance(at(cut, best), from) ? i : best), 0);
  let best = first;
  for (const way of [-1, 1]) {
    let highest = first;
    for (let i = first + way; Math.abs(i - first) < cut.points.length; i += way) {
      if (!cut.closed && (i < 0 || i >= cut.points.length)) break;
      const here = at(cut, i);
      if (here[1] < at(cut, highest)[1] - dip) break;
      if (Math.hypot(here[0] - middle[0], here[2] - middle[2]) > reach) return null;
      if (here[1] > at(cut, highest)[1]) highest = i;
    }
    if (at(cut, highest)[1] > at(cut, best)[1]) best = highest;
  }
  return best;
}

/** Where the cut comes down to a height on one side of its top; null where it ends before. */
function flank(cut: Polyline, top: number, way: -1 | 1, floor: number): Vec3 | null {
  for (let i = top + way; Math.abs(i - top) < cut.points.length; i += way) {
    if (!cut.closed && (i < 0 || i >= cut.points.length)) return null;
    const [above, below] = [at(cut, i - way), at(cut, i)];
    if (below[1] < floor) return lerp(above, below, (above[1] - floor) / (above[1] - below[1]));
  }
  return null;
}
