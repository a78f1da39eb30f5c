import { Matrix4, Vector4 } from 'three';
import type { PolygonMesh, TriangleMesh } from './mesh';
import { Surface } from './surface';
import { clamp, smoothstep, type Vec3 } from './vector';

/** The eyeball as a sphere, cm. */
export type Eye = { readonly centre: Vec3; readonly radius: number };

/** Margins of both lids of the left eye as elevations (radians) round the eyeball, sampled at even steps of x. */
type Margins = {
  readonly from: number;
  readonly to: number;
  readonly upper: Float64Array;
  readonly lower: Float64Array;
};

/** Half the width (cm) of the strip searched for the open fissure, and the number of samples across it. */
const searchHalfWidth = 2.2;
const samples = 121;
/** The lids are warped between these elevations (radians); beyond them nothing moves. */
const warpTop = 1.15;
const warpBottom = -0.95;
/** The canthi lie this many samples (0.037 cm each) beyond the part of the fissure through which the eyeball shows. */
const canthusBeyond = 8;
/** Where the caruncle sits between the lids, cm from the midline. */
const caruncleX = 2.24;

/** Least-squares sphere through the back of the left eyeball (the cornea bulges and is left out). */
export function fitLeftEye(eyes: PolygonMesh): Eye {
  const matrix = new Array<number>(16).fill(0);
  const right = [0, 0, 0, 0];
  for (let i = 0; i < eyes.positions.length; i += 3) {
    const row = [eyes.positions[i]!, eyes.positions[i + 1]!, eyes.positions[i + 2]!, 1];
    if (row[0]! <= 0 || row[2]! >= 12.6) continue;
    const squared = row[0]! ** 2 + row[1]! ** 2 + row[2]! ** 2;
    for (let a = 0; a < 4; a++) {
      right[a]! += row[a]! * squared;
      for (let b = 0; b < 4; b++) matrix[4 * a + b]! += row[a]! * row[b]!;
    }
  }
  const m = new Matrix4().fromArray(matrix).transpose().invert();
  const v = new Vector4(right[0], right[1], right[2], right[3]).applyMatrix4(m);
  const centre: Vec3 = [v.x / 2, v.y / 2, v.z / 2];
  return { centre, radius: Math.sqrt(v.w + centre[0] ** 2 + centre[1] ** 2 + centre[2] ** 2) };
}

/** The face with its eyes closed, the left lash line from medial to lateral, and the left canthi, its ends. */
export type ClosedEyes = {
  readonly mesh: TriangleMesh;
  readonly lashLine: readonly Vec3[];
  readonly innerCanthus: Vec3;
  readonly outerCanthus: Vec3;
};

/**
 * Closes both eyes of a mirror-symmetric face: the upper lid comes down to just at the lower margin.
 * The fissure is found by rays, its margins are smoothed and tapered at the canthi, then elevations round the eyeball
 * are warped so that both margins meet.
 */
export function closeEyes(mesh: TriangleMesh, eye: Eye): ClosedEyes {
  const fissure = findFissure(mesh, eye);
  const margins = smoothMargins(fissure, eye);
  const positions = Float64Array.from(mesh.positions);
  for (let i = 0; i < positions.length; i += 3) {
    const side = positions[i]! < 0 ? -1 : 1;
    const moved = closeAt([side * positions[i]!, positions[i + 1]!, positions[i + 2]!], eye, margins);
    positions[i + 1] = moved[1];
    positions[i + 2] = moved[2];
  }
  return {
    mesh: { positions, indices: mesh.indices },
    lashLine: lashLine(fissure, eye, margins),
    innerCanthus: onLashLine(fissure.first - canthusBeyond, eye, margins),
    outerCanthus: onLashLine(fissure.last + canthusBeyond, eye, margins),
  };
}

type Fissure = {
  readonly first: number;
  readonly last: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
};

const sampleX = (eye: Eye, i: number): number =>
  eye.centre[0] - searchHalfWidth + (2 * searchHalfWidth * i) / (samples - 1);

/** Elevation (radians) of height `y` on the eyeball at `x`. */
const elevation = (eye: Eye, x: number, y: number): number => {
  const ring = Math.sqrt(Math.max(0.01, eye.radius ** 2 - (x - eye.centre[0]) ** 2));
  return Math.asin(clamp((y - eye.centre[1]) / ring, -0.99, 0.99));
};

function findFissure(mesh: TriangleMesh, eye: Eye): Fissure {
  const surface = new Surface(mesh);
  const low = new Float64Array(samples).fill(Number.NaN);
  const high = new Float64Array(samples).fill(Number.NaN);
  for (let i = 0; i < samples; i++) {
    const x = sampleX(eye, i);
    for (let j = 0; j <= 160; j++) {
      const y = eye.centre[1] - 1.2 + (2.4 * j) / 160;
      const squared = eye.radius ** 2 - (x - eye.centre[0]) ** 2 - (y - eye.centre[1]) ** 2;
      if (squared <= 0) continue;
      const ball = eye.centre[2] + Math.sqrt(squared);
      const hit = surface.cast([x, y, 30], [0, 0, -1]);
      if (hit && hit.point[2] >= ball - 0.12) continue;
      const angle = elevation(eye, x, y);
      if (Number.isNaN(low[i]!)) low[i] = angle;
      high[i] = angle;
    }
  }
  const first = low.findIndex((angle) => !Number.isNaN(angle));
  const last = low.findLastIndex((angle) => !Number.isNaN(angle));
  if (first < 0) throw new Error('no open fissure found in front of the eyeball');
  return { first, last, low, high };
}

/** Binomial smoothing in place, ends held. */
function smooth(values: Float64Array, passes: number): void {
  for (let pass = 0; pass < passes; pass++) {
    const before = values.slice();
    for (let i = 1; i < values.length - 1; i++) values[i] = (before[i - 1]! + 2 * before[i]! + before[i + 1]!) / 4;
  }
}

function smoothMargins({ first, last, low, high }: Fissure, eye: Eye): Margins {
  const middle = new Float64Array(samples);
  const gap = new Float64Array(samples);
  for (let i = 0; i < samples; i++) {
    const k = clamp(i, first + 3, last - 3);
    middle[i] = (low[k]! + high[k]!) / 2;
    gap[i] = high[k]! - low[k]!;
  }
  smooth(middle, 30);
  smooth(gap, 30);
  const overhang = 14;
  const taper = 0.3 * (last - first + 2 * overhang);
  const upper = new Float64Array(samples);
  const lower = new Float64Array(samples);
  for (let i = 0; i < samples; i++) {
    const t = Math.min(i - (first - overhang), last + overhang - i) / taper;
    const open = t <= 0 ? 0 : t >= 1 ? 1 : Math.sin((t * Math.PI) / 2) ** 0.8;
    lower[i] = middle[i]! - (gap[i]! / 2) * open;
    upper[i] = middle[i]! + (gap[i]! / 2) * open;
  }
  smooth(upper, 10);
  smooth(lower, 10);
  return { from: sampleX(eye, 0), to: sampleX(eye, samples - 1), upper, lower };
}

/** Linear interpolation in a margin at `x`. */
const marginAt = (margins: Margins, which: 'upper' | 'lower', x: number): number => {
  const at = clamp(((x - margins.from) / (margins.to - margins.from)) * (samples - 1), 0, samples - 1.001);
  const i = Math.floor(at);
  const values = margins[which];
  return values[i]! + (at - i) * (values[i + 1]! - values[i]!);
};

/** Elevation of the line along which the lids meet at `x`; narrows to nothing with the gap at the canthi. */
function closingLine(
  margins: Margins,
  x: number,
): { gap: number; upper: number; lower: number; line: number; tuck: number } {
  const upper = marginAt(margins, 'upper', x);
  const lower = marginAt(margins, 'lower', x);
  const gap = upper - lower;
  // The upper margin is tucked slightly below the lower one, so no slit shows between them; more so at the caruncle,
  // where the lid's edge is thick and would leave a notch.
  const caruncle = Math.exp(-(((x - caruncleX) / 0.2) ** 2));
  return { gap, upper, lower, line: lower + 0.02 * gap, tuck: (0.03 + 0.045 * caruncle) * Math.min(1, gap / 0.25) };
}

function closeAt(point: Vec3, eye: Eye, margins: Margins): Vec3 {
  const dy = point[1] - eye.centre[1];
  const dz = point[2] - eye.centre[2];
  const ring = Math.sqrt(dy * dy + dz * dz);
  if (Math.abs(point[0] - eye.centre[0]) > searchHalfWidth || ring > 2.6 || dz < -0.2) return point;
  const { gap, upper, lower, line, tuck } = closingLine(margins, point[0]);
  if (gap < 1e-4) return point;
  const angle = Math.atan2(dy, dz);
  const strength = 1 - smoothstep(1.3 * eye.radius, 1.75 * eye.radius, ring);
  let moved = angle;
  if (angle >= (upper + lower) / 2) {
    if (angle >= warpTop) return point;
    const t = clamp((angle - upper) / (warpTop - upper), 0, 1);
    const target = angle < upper ? line - tuck + (angle - upper) * 0.25 : (line - tuck) * (1 - t) + warpTop * t;
    moved = angle + (target - angle) * strength;
  } else {
    if (angle <= warpBottom) return point;
    const t = clamp((lower - angle) / (lower - warpBottom), 0, 1);
    const target = angle > lower ? line + (angle - lower) * 0.25 : line - (line - warpBottom) * t;
    moved = angle + (target - angle) * strength;
  }
  return [point[0], eye.centre[1] + ring * Math.sin(moved), eye.centre[2] + ring * Math.cos(moved)];
}

/** The line of the lashes on the closed lids, medial to lateral. */
function lashLine({ first, last }: Fissure, eye: Eye, margins: Margins): readonly Vec3[] {
  const from = Math.max(0, first - canthusBeyond);
  const to = Math.min(samples - 1, last + canthusBeyond);
  return Array.from({ length: to - from + 1 }, (_, i) => onLashLine(from + i, eye, margins));
}

function onLashLine(sample: number, eye: Eye, margins: Margins): Vec3 {
  const x = sampleX(eye, sample);
  const { gap, lower } = closingLine(margins, x);
  const angle = lower - 0.02 * Math.min(1, gap / 0.25) + 0.02 * gap;
  const ring = Math.sqrt(Math.max(0.01, (eye.radius * 1.06) ** 2 - (x - eye.centre[0]) ** 2));
  return [x, eye.centre[1] + ring * Math.sin(angle), eye.centre[2] + ring * Math.cos(angle)];
}
