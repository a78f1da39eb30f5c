/** Three numbers: a point or direction. Units are the caller's: cm in the source's frame, mm in the head's. */
export type Vec3 = readonly [number, number, number];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
/** Not Math.hypot: its result may differ in the last bit between engines, and the build must not. */
export const length = (a: Vec3): number => Math.sqrt(dot(a, a));
export const distance = (a: Vec3, b: Vec3): number => length(subtract(a, b));
export const lerp = (a: Vec3, b: Vec3, t: number): Vec3 => add(a, scale(subtract(b, a), t));
export const mirrored = (a: Vec3): Vec3 => [-a[0], a[1], a[2]];

/** Unit vector along `a`; the zero vector stays zero. */
export const unit = (a: Vec3): Vec3 => {
  const l = length(a);
  return l === 0 ? a : scale(a, 1 / l);
};

/** Point `index` of a flat xyz array. */
export const pointAt = (positions: ArrayLike<number>, index: number): Vec3 => [
  positions[3 * index]!,
  positions[3 * index + 1]!,
  positions[3 * index + 2]!,
];

export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** 0 below `from`, 1 above `to`, an S between; also falls when `to` < `from`. */
export const smoothstep = (from: number, to: number, x: number): number => {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
};

/** Points on the uniform Catmull-Rom curve through `knots`, ends included, evenly in the curve's parameter. */
export const alongCurve = (knots: readonly Vec3[], s: number): Vec3 => {
  const last = knots.length - 1;
  if (last < 1) return knots[0]!;
  const x = clamp(s * last, 0, last - 1e-9);
  const i = Math.floor(x);
  const t = x - i;
  const b = knots[i]!;
  const c = knots[i + 1]!;
  const a = knots[i - 1] ?? subtract(scale(b, 2), c);
  const d = knots[i + 2] ?? subtract(scale(c, 2), b);
  const mix = (k: 0 | 1 | 2): number =>
    0.5 *
    (2 * b[k] +
      (c[k] - a[k]) * t +
      (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
      (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
  return [mix(0), mix(1), mix(2)];
};
