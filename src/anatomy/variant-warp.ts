import type { Vec3 } from './anchor';
import type { HeadCurves } from './head-size';

/**
 * How far each part of the head is pushed. All 0 is the standard head. Shares of 1 for `broader`, `longer`, `boxier`
 * and `thicker`, mm for the rest.
 */
export type Warp = {
  readonly broader: number;
  readonly longer: number;
  /** More circumference at the same length and breadth: the four corners of the horizontal outline move out. */
  readonly boxier: number;
  readonly eyesApart: number;
  readonly foreheadUp: number;
  readonly thickerNeck: number;
  readonly longerNeck: number;
  readonly shouldersOut: number;
};

export const noWarp: Warp = {
  broader: 0,
  longer: 0,
  boxier: 0,
  eyesApart: 0,
  foreheadUp: 0,
  thickerNeck: 0,
  longerNeck: 0,
  shouldersOut: 0,
};

/**
 * The heights below are those of the standard head, mm in its frame. Head and neck part along a slanting plane, from
 * under the chin up to the nape just below the inion: `slant` is a height above that plane's direction.
 */
const slant = (y: number, z: number): number => y + 0.444 * z;
const neck = { top: -45, bottom: -138 };
/** Middle of the neck, front to back. */
const neckMiddle = -20;
const vault = { from: 0, to: 45 };
const forehead = { from: 45, to: 106 };

/**
 * Moves a point of the standard head. A chain of maps, each one to one: either it shifts points level, by an amount
 * that cannot make two of one height meet, or it shifts them up or down without changing their order. So surfaces that
 * do not touch never come to cross, and what lies inside a muscle's outline stays inside. Odd in x: left and right
 * stay mirror images.
 */
export function warpPoint(warp: Warp, curves: HeadCurves, p: Vec3): Vec3 {
  let [x, y, z] = p;
  const side = x < 0 ? -1 : 1;
  x *= side;

  // Corners of the outline, about the vertical axis through the middle of the vault: a share of the distance from it.
  const { middle, halfLength, halfBreadth } = curves.vault;
  const [across, along] = [x / halfBreadth, (z - middle) / halfLength];
  const square = across * across + along * along;
  const corner = square === 0 ? 0 : (2 * across * along) / square;
  const out = 1 + warp.boxier * corner * corner * rise(y, vault.from, vault.to);
  x *= out;
  z = middle + (z - middle) * out;

  // The whole head about the tragi.
  const head = rise(slant(y, z), -95, neck.top);
  x *= 1 + warp.broader * head;
  z *= 1 + warp.longer * head;

  // The eyes and what stands over them, fading at the bridge of the nose, the temples, the cheeks and the crown.
  const near = rise(x, 2, 28) * (1 - rise(x, 38, 80));
  const level = rise(y, -30, 15) * (1 - rise(y, 75, 135));
  x += warp.eyesApart * near * level * rise(z, 15, 60);

  y += warp.foreheadUp * ramp(y, forehead.from, forehead.to);

  // The neck about its axis, from the jaw to the root of the shoulders.
  const below = slant(y, z);
  const thicker = warp.thickerNeck * rise(-below, 38, 80) * (1 - rise(-below, 106, 198));
  x += thicker * upTo(x, 50);
  z += thicker * upTo(z - neckMiddle, 50);

  x += warp.shouldersOut * ramp(x, 50, 172) * rise(-slant(y, z), 60, 100);

  // Everything below the neck goes down with the neck's length.
  y -= warp.longerNeck * ramp(-slant(y, z), -neck.top, -neck.bottom);
  return [x * side, y, z];
}

/** The same for a flat array of points. */
export function warpPositions(warp: Warp, curves: HeadCurves, positions: Float32Array): Float32Array {
  const out = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    out.set(warpPoint(warp, curves, [positions[i]!, positions[i + 1]!, positions[i + 2]!]), i);
  }
  return out;
}

/** 0 up to `from`, 1 from `to` on, smooth between. */
function rise(value: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** A distance as it is up to `reach`; beyond, it grows no more than a little: shoulders and back give way, not swell. */
function upTo(distance: number, reach: number): number {
  const past = Math.abs(distance) - reach;
  if (past <= 0) return distance;
  const give = 0.4 * reach;
  return Math.sign(distance) * (reach + give * (1 - Math.exp(-past / give)));
}

/** Share of the way that the ends of a ramp are rounded over. */
const rounding = 0.2;

/** 0 up to `from`, 1 from `to` on, as straight as it can be between: stretches or squeezes what lies there evenly. */
function ramp(value: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  const slope = 1 / (1 - rounding);
  if (t < rounding) return (slope * t * t) / (2 * rounding);
  if (t > 1 - rounding) return 1 - (slope * (1 - t) * (1 - t)) / (2 * rounding);
  return slope * (t - rounding / 2);
}
