import type { Vec3 } from '../anatomy/anchor';
import type { ViewPreset } from './map-props';

/**
 * Where the camera stands. Angles in degrees, lengths in mm in the head's frame.
 * position = target + distance * (sin az cos el, sin el, cos az cos el); azimuth 0 looks at the face,
 * 90 at the patient's left. `fov` is vertical, for a canvas at least 0.9 times as wide as high.
 */
export type Pose = {
  readonly target: Vec3;
  readonly azimuth: number;
  readonly elevation: number;
  readonly distance: number;
  readonly fov: number;
};

export const elevationRange = { min: -20, max: 60 } as const;
export const distanceRange = { min: 260, max: 1500 } as const;

/** Pixels of the canvas that something else covers. */
export type Covered = { readonly right: number; readonly bottom: number; readonly top?: number };

const distance = 1000;

/**
 * The quick views. Targets lie a little below the tragi so that neck and shoulders fill the lower third; from behind,
 * the outermost trapezius sites are in sight even beside a card.
 */
export const presetPoses: Readonly<Record<ViewPreset, Pose>> = {
  front: { target: [0, -31.5, -4.2], azimuth: 0, elevation: 2, distance, fov: 24.6 },
  left: { target: [0, -36.5, -9.2], azimuth: 90, elevation: 6, distance, fov: 22 },
  right: { target: [0, -36.5, -9.2], azimuth: -90, elevation: 6, distance, fov: 22 },
  back: { target: [0, -53.5, -4.2], azimuth: 180, elevation: 10, distance, fov: 27 },
  shoulders: { target: [0, -77.5, -44.2], azimuth: 180, elevation: 34, distance, fov: 27 },
};

/** Past this angle from every quick view, none of them is the current one. */
const nearDegrees = 35;

/** The quick view whose direction is nearest, or null beyond 35 degrees from all. */
export function nearestPreset(azimuth: number, elevation: number): ViewPreset | null {
  const direction = directionOf(azimuth, elevation);
  let best: ViewPreset | null = null;
  let bestCosine = Math.cos(radians(nearDegrees));
  for (const preset of Object.keys(presetPoses) as ViewPreset[]) {
    const pose = presetPoses[preset];
    const cosine = dot(direction, directionOf(pose.azimuth, pose.elevation));
    if (cosine > bestCosine) {
      best = preset;
      bestCosine = cosine;
    }
  }
  return best;
}

/** A pose from which a point of the skin with this outward normal is seen about square on. */
export function poseFacing(position: Vec3, normal: Vec3): Pose {
  const [nx, ny, nz] = normal;
  const low = clamp((-60 - position[1]) / 60, 0, 1);
  // Shoulders are worked on from behind; from the side, the near one would hide the neck and leave the canvas.
  const level = degrees(Math.atan2(nx, nz));
  const azimuth = level + shortestArc(level, nx >= 0 ? 158 : -158) * low;
  // Looking straight down on a shoulder would lose the head, so only part of the climb is taken.
  const elevation = clamp(degrees(Math.asin(clamp(ny, -1, 1))) * 0.55, -5, 34);
  return {
    target: mix([0, -34, -6], [0, -82, -34], low),
    azimuth,
    elevation,
    distance,
    fov: mixNumber(24, 21, low),
  };
}

/** The pose `t` of the way (0 to 1) along the shortest arc. */
export function between(from: Pose, to: Pose, t: number): Pose {
  return {
    target: mix(from.target, to.target, t),
    azimuth: from.azimuth + shortestArc(from.azimuth, to.azimuth) * t,
    elevation: mixNumber(from.elevation, to.elevation, t),
    distance: mixNumber(from.distance, to.distance, t),
    fov: mixNumber(from.fov, to.fov, t),
  };
}

/**
 * The pose `t` of the way (0 to 1) in time. `carry`: the speed about the head that it took over from the turn it replaces,
 * beyond its own, degrees a turn; it dies away. 0 from rest.
 */
export function turned({ from, to, carry }: Turn, t: number): Pose {
  const pose = between(from, to, ease(t));
  return t < 1 ? { ...pose, azimuth: pose.azimuth + carry * t * (1 - t) ** 3 } : pose;
}
export type Turn = { readonly from: Pose; readonly to: Pose; readonly carry: number };

/** What a turn takes over from one that it replaces at `t` of its way. */
export function carryFrom(before: Turn, t: number, from: Pose, to: Pose): number {
  const step = 1e-3;
  const speed = shortestArc(turned(before, t).azimuth, turned(before, t + step).azimuth) / step;
  return speed - easeStart * shortestArc(from.azimuth, to.azimuth);
}
/** The slope with which `ease` begins. */
const easeStart = 0.8 / 0.2;

/** Signed degrees from one azimuth to another, in (-180, 180]. */
export function shortestArc(from: number, to: number): number {
  const turn = (((to - from) % 360) + 360) % 360;
  return turn > 180 ? turn - 360 : turn;
}

/** The curve of every camera move: cubic-bezier(.2, .8, .2, 1). `t` and the result run from 0 to 1. */
export function ease(t: number): number {
  if (t <= 0) return 0;
  if (t >= 1) return 1;
  // x(s) rises monotonically: bisect for the parameter, then read y.
  let low = 0;
  let high = 1;
  for (let i = 0; i < 24; i += 1) {
    const s = (low + high) / 2;
    if (bezier(s, 0.2, 0.2) < t) low = s;
    else high = s;
  }
  return bezier((low + high) / 2, 0.8, 1);
}

export type Lens = {
  /** Vertical field of view of the whole canvas, degrees. */
  readonly fov: number;
  /** How far the view centre moves left and up, px. */
  readonly shiftX: number;
  readonly shiftY: number;
};

/**
 * Fits a pose's field of view to a canvas, part of which may be covered. A canvas narrower than 0.9:1 is fitted by
 * width. The free part is only asked to hold the sites (0.68:1), a bar at the bottom may cover some of the bust, and
 * the presets leave a little room above the crown: shrinking the head for all of each would waste the canvas.
 */
export function lensFor(fov: number, width: number, height: number, covered: Covered): Lens {
  const right = Math.min(covered.right, 0.6 * width);
  const risen = 0.6 * Math.min(covered.bottom, 0.7 * height);
  const sunk = 0.6 * Math.min(covered.top ?? 0, 0.3 * height);
  const freeHeight = height - risen - sunk;
  const narrow = Math.max(1, (0.9 * freeHeight) / width, (0.68 * freeHeight) / (width - right));
  const half = (Math.tan(radians(fov / 2)) * narrow * height) / freeHeight;
  return { fov: 2 * degrees(Math.atan(half)), shiftX: right / 2, shiftY: (risen - sunk) / 2 };
}

/** Unit vector from the target to a camera at these angles, degrees. */
export function directionOf(azimuth: number, elevation: number): Vec3 {
  const a = radians(azimuth);
  const e = radians(elevation);
  return [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
}

/** Azimuth and elevation, degrees, of a unit vector from the target to the camera. */
export function anglesOf(direction: Vec3): { readonly azimuth: number; readonly elevation: number } {
  return {
    azimuth: degrees(Math.atan2(direction[0], direction[2])),
    elevation: degrees(Math.asin(clamp(direction[1], -1, 1))),
  };
}

const bezier = (s: number, p1: number, p2: number): number =>
  3 * (1 - s) * (1 - s) * s * p1 + 3 * (1 - s) * s * s * p2 + s * s * s;
const radians = (value: number): number => (value * Math.PI) / 180;
const degrees = (value: number): number => (value * 180) / Math.PI;
const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));
const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const mixNumber = (a: number, b: number, t: number): number => a + (b - a) * t;
const mix = (a: Vec3, b: Vec3, t: number): Vec3 => [
  mixNumber(a[0], b[0], t),
  mixNumber(a[1], b[1], t),
  mixNumber(a[2], b[2], t),
];
