import type { Vec3 } from '../anatomy/anchor';
import type { MapZone } from './map-props';

/** Within this of a course a pointer means it, however narrow its spread, mm. */
const leastReach = 4;

/** The zone a point of the skin lies in: the one whose course is nearest among those that reach it; null for none. */
export function zoneAt(zones: readonly MapZone[], [x, y, z]: Vec3): MapZone | null {
  let found: MapZone | null = null;
  let least = Infinity;
  for (const zone of zones) {
    const reach = Math.max(zone.spreadMm, leastReach);
    for (const [px, py, pz] of zone.path) {
      const mm = Math.hypot(px - x, py - y, pz - z);
      if (mm > reach || mm >= least) continue;
      least = mm;
      found = zone;
    }
  }
  return found;
}

/** A point of the skin and its unit outward normal. */
type Facing = { readonly position: Vec3; readonly normal: Vec3 };

/** Square on enough to be read where it is: the view is left alone. */
const seenWell = 0.55;

/**
 * Where to turn to see a zone: the middle of the side that faces the viewer more. Null where that is in sight already.
 * @param view the direction the camera looks in
 */
export function facedBy(zones: readonly MapZone[], view: Vec3): Facing | null {
  let best: Facing | null = null;
  let most = -Infinity;
  for (const zone of zones) {
    const middle = middleOf(zone);
    const facing = middle === null ? -Infinity : -dot(middle.normal, view);
    if (facing <= most) continue;
    most = facing;
    best = middle;
  }
  return most > seenWell ? null : best;
}

const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The middle of a zone's course. */
function middleOf({ path }: MapZone): Facing | null {
  const point = path[Math.floor(path.length / 2)];
  if (point === undefined) return null;
  const [x, y, z, nx, ny, nz] = point;
  return { position: [x, y, z], normal: [nx, ny, nz] };
}
