import type { Vec3 } from './anchor';

/** A dab of a round brush on the skin: mm in the head's frame. */
export type Dab = { readonly positionMm: Vec3; readonly radiusMm: number };

/** What one dab weighs at its middle; where dabs lie over each other it comes nearer to 1. */
const atMiddle = 0.6;

/** A dab's weight at so many mm from its middle: flat at first, then smooth to 0 at its radius and beyond. Pain lies where it is above 0. */
export function dabWeight(mm: number, radiusMm: number): number {
  const share = mm / radiusMm;
  return share >= 1 ? 0 : atMiddle * (1 - share ** 4) ** 2;
}

/** How much it hurts at a point, 0 to 1 as drawn. Distances are straight: a brush is small. */
export function painAt(dabs: readonly Dab[], [x, y, z]: Vec3): number {
  let free = 1;
  for (const { positionMm, radiusMm } of dabs) {
    const mm = Math.hypot(positionMm[0] - x, positionMm[1] - y, positionMm[2] - z);
    if (mm < radiusMm) free *= 1 - dabWeight(mm, radiusMm);
  }
  return 1 - free;
}

/**
 * The same for many points at once, flat xyz in, one number a point out.
 * @param out takes what is found; must hold 0 where nothing was found before
 */
export function painOver(dabs: readonly Dab[], points: ArrayLike<number>, out: Float32Array): Float32Array {
  for (const { positionMm, radiusMm } of dabs) {
    const [x, y, z] = positionMm;
    const reach = radiusMm * radiusMm;
    for (let v = 0; v < out.length; v += 1) {
      const dx = points[3 * v]! - x;
      if (dx > radiusMm || dx < -radiusMm) continue;
      const dy = points[3 * v + 1]! - y;
      const dz = points[3 * v + 2]! - z;
      const square = dx * dx + dy * dy + dz * dz;
      if (square < reach) out[v] = 1 - (1 - out[v]!) * (1 - dabWeight(Math.sqrt(square), radiusMm));
    }
  }
  return out;
}

/** How far beyond a dab `depthOver` tells how far it is, mm. */
export const depthMargin = 20;

/**
 * How deep many points lie inside the nearest edge of the pain, mm (straight), plus `depthMargin`; 0 for those farther outside than
 * that. Almost linear in the place, so that an edge drawn between the corners of a mesh is a smooth one.
 * @param out must hold 0 throughout
 */
export function depthOver(dabs: readonly Dab[], points: ArrayLike<number>, out: Float32Array): Float32Array {
  for (const { positionMm, radiusMm } of dabs) {
    const [x, y, z] = positionMm;
    const far = radiusMm + depthMargin;
    for (let v = 0; v < out.length; v += 1) {
      const dx = points[3 * v]! - x;
      if (dx > far || dx < -far) continue;
      const deep = far - Math.hypot(dx, points[3 * v + 1]! - y, points[3 * v + 2]! - z);
      if (deep > out[v]!) out[v] = deep;
    }
  }
  return out;
}
