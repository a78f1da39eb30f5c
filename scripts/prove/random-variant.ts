import { solveWarp } from '../../src/anatomy/variant-solve';
import type { HeadCurves } from '../../src/anatomy/head-size';
import { type HeadSize, tenth } from '../../src/anatomy/variant';
import type { Warp } from '../../src/anatomy/variant-warp';
import { anthropometry, type HeadMeasure, headMeasures } from '../../src/protocol/anthropometry';

/** A head of any size within the limits: every measure drawn evenly and for itself, also where people never are. */
export function randomVariant(
  curves: HeadCurves,
  next: () => number,
): { readonly size: HeadSize; readonly warp: Warp } {
  for (;;) {
    const drawn = Object.fromEntries(
      headMeasures.map((measure) => {
        const { min, max } = anthropometry[measure].limits;
        return [measure, tenth(min + (max - min) * next())];
      }),
    ) as Record<HeadMeasure, number>;
    const first = solveWarp(curves, drawn);
    if (first.ok) return { size: drawn, warp: first.value };
    if (first.error.kind !== 'impossible-circumference')
      throw new Error(`drawn outside the limits: ${first.error.kind}`);
    // A circumference that does go with this length and breadth, if the limits leave one.
    const { min, max } = anthropometry.headCircumference.limits;
    const [low, high] = [Math.max(min, first.error.min), Math.min(max, first.error.max)];
    if (high <= low) continue;
    const size = { ...drawn, headCircumference: tenth(low + (high - low) * next()) };
    const warp = solveWarp(curves, size);
    if (warp.ok) return { size, warp: warp.value };
  }
}
