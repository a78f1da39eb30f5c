import { CatmullRomCurve3, Vector3 } from 'three';
import { type DangerZone, type ZoneId, type ZoneSide, zoneSides } from '../protocol/danger-zone';
import { dangerZones } from '../protocol/danger-zones';
import { err, ok, type Result } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import { type Leg, place, type PlaceError, type SiteAt } from './place';
import type { SurfacePoint } from './surface';
import { add, distance, scale } from './vector';

/** A danger zone on one side of a head. */
export type PlacedZone = {
  readonly zone: DangerZone;
  readonly side: ZoneSide;
  /** Its course on `anatomy.skin`, in steps of at most 1 mm, through every point of the rule. */
  readonly path: readonly SurfacePoint[];
  /** The points of the rule: which of the path's points each is, and its legs measured back along the skin. */
  readonly marks: readonly { readonly index: number; readonly legs: readonly Leg[] }[];
  /** For what lies deep: the points straight down under the path, at the zone's depth, mm. Null for the rest. */
  readonly under: readonly Vec3[] | null;
};

/** A course that cannot be walked on this head. */
export type ZoneNotPlaced = { readonly zone: ZoneId; readonly side: ZoneSide; readonly why: PlaceError };

/** One side of a zone. */
export type ZoneOnSide = { readonly zone: DangerZone; readonly side: ZoneSide };

/** Every zone on both sides, in the order in which they are placed. */
export const zonesOnBothSides: readonly ZoneOnSide[] = dangerZones.flatMap((zone) =>
  zoneSides.map((side) => ({ zone, side })),
);

/** Places every danger zone on both sides of a head. Fails with the first course that cannot be walked. */
export function placeZones(anatomy: Anatomy): Result<readonly PlacedZone[], ZoneNotPlaced> {
  const out: PlacedZone[] = [];
  for (const one of zonesOnBothSides) {
    const placed = placeZone(anatomy, one);
    if (!placed.ok) return placed;
    out.push(placed.value);
  }
  return ok(out);
}

const noSites: SiteAt = () => {
  throw new RangeError('a danger zone is told by landmarks, not by sites');
};

/** Places one side of a zone: a walk of some ten milliseconds. */
export function placeZone(anatomy: Anatomy, { zone, side }: ZoneOnSide): Result<PlacedZone, ZoneNotPlaced> {
  const points: SurfacePoint[] = [];
  const legs: (readonly Leg[])[] = [];
  for (const { at } of zone.course) {
    const found = place(anatomy, at, side, zone.ridge === true, noSites);
    if (!found.ok) return err({ zone: zone.id, side, why: found.error });
    points.push(found.value.point);
    legs.push(found.value.legs);
  }
  const { path, indices } = smoothPath(anatomy, points);
  const { depth } = zone;
  return ok({
    zone,
    side,
    path,
    marks: legs.map((of, i) => ({ index: indices[i]!, legs: of })),
    under: depth === undefined ? null : path.map(({ position: [x, y, z] }) => [x, y - depth.mm, z]),
  });
}

/** Finer than the promised millimetre, because laying a step on the skin may stretch it. */
const step = 0.8;
const longestStep = 1;

/**
 * A smooth line over the skin through points of it: a spline through space, laid on the skin step by step. What lies
 * between two points is drawn, not measured, so it may as well run like a nerve.
 */
function smoothPath(
  { skin }: Anatomy,
  points: readonly SurfacePoint[],
): { readonly path: readonly SurfacePoint[]; readonly indices: readonly number[] } {
  const spline = new CatmullRomCurve3(
    points.map(({ position }) => new Vector3(...position)),
    false,
    'centripetal',
  );
  const path: SurfacePoint[] = [];
  const indices: number[] = [];
  const spans = points.length - 1;
  points.forEach((point, i) => {
    indices.push(path.length);
    path.push(point);
    const next = points[i + 1];
    if (next === undefined) return;
    const steps = Math.max(1, Math.ceil(distance(point.position, next.position) / step));
    for (let k = 1; k < steps; k++) {
      const { x, y, z } = spline.getPoint((i + k / steps) / spans);
      bridge(path, skin.closest([x, y, z]), skin.closest.bind(skin));
    }
    bridge(path, next, skin.closest.bind(skin), false);
  });
  return { path, indices };
}

/** Adds the way to a point, halved until no step is longer than a millimetre. */
function bridge(path: SurfacePoint[], to: SurfacePoint, lay: (at: Vec3) => SurfacePoint, keep = true): void {
  const from = path[path.length - 1]!;
  if (distance(from.position, to.position) > longestStep) {
    const middle = lay(scale(add(from.position, to.position), 0.5));
    // Where the skin jumps there is no nearer point between: the step is taken as it is.
    if (distance(middle.position, from.position) > 1e-3 && distance(middle.position, to.position) > 1e-3) {
      bridge(path, middle, lay);
      bridge(path, to, lay, keep);
      return;
    }
  }
  if (keep) path.push(to);
}
