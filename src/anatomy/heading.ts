import type { Heading } from '../protocol/rule';
import { err, ok, type Result, type Side } from '../protocol/words';
import type { Vec3 } from './anchor';
import type { Plane, SurfacePoint } from './surface';
import { addScaled, cross, dot, scale, unit } from './vector';

/** Which way to go over the skin: within `plane`, starting out toward `direction` (a unit tangent of the skin). */
export type Course = { readonly plane: Plane; readonly direction: Vec3 };

/** The skin at the start does not lead that way: it lies square to it ("up" on top of the shoulder). */
export type NoWay = { readonly kind: 'no-way'; readonly at: Vec3 };

const upward: Vec3 = [0, 1, 0];
const forward: Vec3 = [0, 0, 1];
const sagittal: Vec3 = [1, 0, 0];
const coronal: Vec3 = [0, 0, 1];
const level: Vec3 = [0, 1, 0];

/** Least cosine between the skin's tangent and the way asked for: about 3 degrees of slope. */
const leastSlope = 0.05;

/** Away from the midline on that side of the patient. A site in the midline has no lateral: asking is a defect. */
export function lateralOf(side: Side): Vec3 {
  if (side === 'midline') throw new RangeError('in the midline there is no lateral or medial');
  return side === 'left' ? [1, 0, 0] : [-1, 0, 0];
}

/**
 * A heading at a point of the skin as a plane and a direction in it. up and down keep to a sagittal or coronal
 * plane, level headings to a horizontal one; a diagonal's plane holds the skin's normal and the direction that
 * climbs at `degrees` above the horizontal within the skin.
 */
export function courseOf(start: SurfacePoint, heading: Heading, side: Side): Result<Course, NoWay> {
  switch (heading.go) {
    case 'up':
      return along(start, heading.plane === 'sagittal' ? sagittal : coronal, upward);
    case 'down':
      return along(start, heading.plane === 'sagittal' ? sagittal : coronal, scale(upward, -1));
    case 'lateral':
    case 'medial':
    case 'forward':
    case 'back':
      return along(start, level, levelWay(heading.go, side));
    case 'diagonal':
      return diagonal(start, levelWay(heading.toward, side), heading.degrees);
  }
}

function levelWay(toward: 'lateral' | 'medial' | 'forward' | 'back', side: Side): Vec3 {
  switch (toward) {
    case 'forward':
      return forward;
    case 'back':
      return scale(forward, -1);
    case 'lateral':
      return lateralOf(side);
    case 'medial':
      return scale(lateralOf(side), -1);
  }
}

/** The course from a point within a plane through it, whichever of the two ways is nearer to `toward`. */
export function along(start: SurfacePoint, planeNormal: Vec3, toward: Vec3): Result<Course, NoWay> {
  const tangent = unit(cross(planeNormal, start.normal));
  const agreement = tangent === null ? 0 : dot(tangent, toward);
  if (tangent === null || Math.abs(agreement) < leastSlope) return err({ kind: 'no-way', at: start.position });
  return ok({
    plane: { point: start.position, normal: planeNormal },
    direction: scale(tangent, Math.sign(agreement)),
  });
}

function diagonal(start: SurfacePoint, toward: Vec3, degrees: number): Result<Course, NoWay> {
  const { normal } = start;
  const side = along(start, level, toward);
  if (!side.ok) return side;
  const climb = unit(addScaled(upward, normal, -dot(upward, normal)));
  if (climb === null) return err({ kind: 'no-way', at: start.position });
  const angle = (degrees * Math.PI) / 180;
  const direction = addScaled(scale(side.value.direction, Math.cos(angle)), climb, Math.sin(angle));
  const planeNormal = unit(cross(normal, direction));
  if (planeNormal === null) return err({ kind: 'no-way', at: start.position });
  return ok({ plane: { point: start.position, normal: planeNormal }, direction });
}
