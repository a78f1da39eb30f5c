import type { Vec3 } from './anchor';

/** Points and directions as plain triples; three's Vector3 stays inside `surface.ts`. */

/** Both, one after the other. */
export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
/** From `b` to `a`. */
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** `a`, `k` times as long. */
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
/** From `a`, `k` times `b` further. */
export const addScaled = (a: Vec3, b: Vec3, k: number): Vec3 => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
/** The scalar product: of unit vectors the cosine between them. */
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** The vector product: square to both, by the right hand. */
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
/** Length, mm where the parts are. */
export const length = (a: Vec3): number => Math.sqrt(dot(a, a));
/** Straight from one point to the other, mm. */
export const distance = (a: Vec3, b: Vec3): number => length(subtract(a, b));
/** The point at share `t` of the way from `a` to `b`; outside 0 to 1 beyond them. */
export const lerp = (a: Vec3, b: Vec3, t: number): Vec3 => addScaled(a, subtract(b, a), t);

/** Unit vector along `a`; null where `a` has no direction to speak of. */
export const unit = (a: Vec3): Vec3 | null => {
  const l = length(a);
  return l < 1e-9 ? null : scale(a, 1 / l);
};

/** Point `index` of a flat xyz array. */
export const pointAt = (positions: ArrayLike<number>, index: number): Vec3 => [
  positions[3 * index]!,
  positions[3 * index + 1]!,
  positions[3 * index + 2]!,
];

/** The point of a triangle with corners `a b c` at barycentric `weights`. */
export const blend = (a: Vec3, b: Vec3, c: Vec3, weights: Vec3): Vec3 =>
  addScaled(addScaled(scale(a, weights[0]), b, weights[1]), c, weights[2]);
