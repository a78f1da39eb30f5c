import type { Vec3 } from '../anchor';
import { cross, dot } from '../vector';

/**
 * Where a drawn head is looked at from. Angles in degrees, lengths in mm in the head's frame; azimuth 0 looks at the
 * face, 90 at the patient's left, and the eye stands `distance` from the target (infinity: no perspective).
 */
export type Viewpoint = {
  readonly target: Vec3;
  readonly azimuth: number;
  readonly elevation: number;
  readonly distance: number;
};

/** A point of the sheet, mm at the target's depth: x to the viewer's right, y up, the target at the origin. */
export type SheetPoint = readonly [x: number, y: number];

/** A point on the sheet and how far it stands out of it toward the eye, mm. */
type Projected = { readonly x: number; readonly y: number; readonly near: number };

/** How points of the head fall on the sheet of one view. */
export type Projection = {
  readonly right: Vec3;
  readonly up: Vec3;
  /** Unit vector from the target to the eye. */
  readonly toward: Vec3;
  readonly project: (point: Vec3) => Projected;
  /** Unit vector from a point to the eye. */
  readonly toEye: (point: Vec3) => Vec3;
  /** The ray from the eye through a point of the sheet; without perspective it begins 1 m out. */
  readonly rayAt: (at: SheetPoint) => { readonly origin: Vec3; readonly direction: Vec3 };
};

const farMm = 1000;

/** How points fall on the sheet from there. In perspective a point must lie before the eye. */
export function projectionOf({ target, azimuth, elevation, distance }: Viewpoint): Projection {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
  const toward: Vec3 = [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
  const right: Vec3 = [Math.cos(a), 0, -Math.sin(a)];
  const up = cross(toward, right);
  const far = !Number.isFinite(distance);
  const eye = along(target, toward, far ? farMm : distance);
  return {
    right,
    up,
    toward,
    project: (point) => {
      const from: Vec3 = [point[0] - target[0], point[1] - target[1], point[2] - target[2]];
      const near = dot(from, toward);
      const k = far ? 1 : distance / (distance - near);
      return { x: dot(from, right) * k, y: dot(from, up) * k, near };
    },
    toEye: (point) => (far ? toward : normalized([eye[0] - point[0], eye[1] - point[1], eye[2] - point[2]])),
    rayAt: ([x, y]) => {
      const on = along(along(target, right, x), up, y);
      if (far) return { origin: along(on, toward, farMm), direction: [-toward[0], -toward[1], -toward[2]] };
      return { origin: eye, direction: normalized([on[0] - eye[0], on[1] - eye[1], on[2] - eye[2]]) };
    },
  };
}

const along = (a: Vec3, b: Vec3, k: number): Vec3 => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];

function normalized(a: Vec3): Vec3 {
  const l = Math.hypot(a[0], a[1], a[2]);
  return [a[0] / l, a[1] / l, a[2] / l];
}
