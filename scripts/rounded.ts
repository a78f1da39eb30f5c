import type { Vec3 } from '../src/anatomy/anchor';

/** Rounded to so many decimals, as a number; -0 becomes 0. */
export const fixed = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

export const rounded = (v: Vec3, decimals: number): Vec3 => [
  fixed(v[0], decimals),
  fixed(v[1], decimals),
  fixed(v[2], decimals),
];
