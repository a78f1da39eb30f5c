import { err, ok, type Result } from '../protocol/words';
import type { Vec3 } from './anchor';
import type { Course, NoWay } from './heading';
import type { Plane, Surface, SurfacePoint } from './surface';
import { addScaled, cross, distance, dot, scale, subtract, unit } from './vector';

/** Why a walk ended early, where, and after how many mm. */
export type WalkError =
  | NoWay
  /** The bust, an eyelid, a lip or a nostril ends there. */
  | { readonly kind: 'ran-off'; readonly at: Vec3; readonly walkedMm: number }
  /** The skin turns back on itself, or the height asked for is not on the way. */
  | { readonly kind: 'stuck'; readonly at: Vec3; readonly walkedMm: number };

/** A walk's end, and its length: the sum of its steps. */
export type Walked = { readonly point: SurfacePoint; readonly mm: number };

/** Between steps the skin is taken as straight: where it bends with a radius of 20 mm that loses 0.01 %. */
const longestStep = 1;
const arrived = 1e-4;
/** How far from the skin a step may end before it is laid back on it. */
const reach = 4;
/** A step that gains less than this share of its length leads nowhere. */
const leastGain = 0.2;
const longestWalk = 400;

/**
 * Walks `mm` (not negative) over the skin from `start`, in steps of at most a millimetre that keep to the
 * course's plane and are laid on the skin after each.
 */
export function walk(surface: Surface, start: SurfacePoint, course: Course, mm: number): Result<Walked, WalkError> {
  if (!(mm >= 0)) throw new RangeError(`not a length: ${mm}`);
  return march(surface, start, course, (_, walked) => mm - walked);
}

/** Walks from `start` along the course until at height `y` (mm, head's frame). */
export function walkToHeight(
  surface: Surface,
  start: SurfacePoint,
  course: Course,
  y: number,
): Result<Walked, WalkError> {
  const rise = y - start.position[1];
  if (Math.abs(rise) > arrived && Math.sign(course.direction[1]) !== Math.sign(rise)) {
    return err({ kind: 'stuck', at: start.position, walkedMm: 0 });
  }
  // A step is never longer than the height still missing, so it cannot pass the level.
  return march(surface, start, course, ({ position }) => Math.sign(rise) * (y - position[1]));
}

/** `left` tells how far there is still to go at least. */
function march(
  surface: Surface,
  start: SurfacePoint,
  { plane, direction }: Course,
  left: (at: SurfacePoint, walked: number) => number,
): Result<Walked, WalkError> {
  let at = start;
  let ahead = direction;
  let walked = 0;
  for (;;) {
    const step = Math.min(longestStep, left(at, walked));
    if (step <= arrived) return ok({ point: at, mm: walked });
    if (walked > longestWalk) return err({ kind: 'stuck', at: at.position, walkedMm: walked });
    const tangent = unit(cross(plane.normal, at.normal));
    if (tangent !== null) ahead = scale(tangent, dot(tangent, ahead) < 0 ? -1 : 1);
    const next = layOn(surface, plane, addScaled(at.position, ahead, step));
    if (next === null) return err({ kind: 'stuck', at: at.position, walkedMm: walked });
    const gain = dot(subtract(next.position, at.position), ahead);
    if (gain < leastGain * step) {
      return err({ kind: surface.onRim(next) ? 'ran-off' : 'stuck', at: at.position, walkedMm: walked });
    }
    walked += distance(next.position, at.position);
    at = next;
  }
}

/**
 * The point of the skin nearest to `near` that lies in the plane: from the nearest point of the skin at all, slide
 * within its triangle's plane onto the section plane, and again until both agree.
 */
export function layOn(surface: Surface, { point, normal }: Plane, near: Vec3): SurfacePoint | null {
  let found = surface.closestWithin(near, reach);
  for (let round = 0; round < 12; round++) {
    if (found === null) return null;
    const off = dot(subtract(found.position, point), normal);
    if (Math.abs(off) < arrived / 10) return found;
    const face = surface.faceNormal(found.triangle) ?? found.normal;
    const slide = unit(addScaled(normal, face, -dot(normal, face)));
    if (slide === null) return null;
    found = surface.closestWithin(addScaled(found.position, slide, -off / dot(slide, normal)), reach);
  }
  return found !== null && Math.abs(dot(subtract(found.position, point), normal)) < 0.05 ? found : null;
}
