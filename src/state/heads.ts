import { type HeadCurves, sizeOf } from '../anatomy/head-size';
import { clampSize, type HeadSize, readVariant, tenth, type VariantProblem, variantText } from '../anatomy/variant';
import { circumferences, completed, solveWarp } from '../anatomy/variant-solve';
import type { Warp } from '../anatomy/variant-warp';
import {
  anthropometry,
  atPercentile,
  type HeadMeasure,
  headMeasures,
  type Population,
  type PresetPercentile,
} from '../protocol/anthropometry';
import { ok, type Result } from '../protocol/words';

type Limits = { readonly min: number; readonly max: number };

/** How a head on the map differs from the standard one. */
export type HeadShape = { readonly warp: Warp; readonly curves: HeadCurves };

/** What can be asked of head sizes: a skin over the anatomy's, with the standard head's measuring lines at hand. */
export type Heads = {
  /** What the standard head measures, mm to a tenth. */
  readonly standard: HeadSize;
  /** The shape of a variant; null for the standard head. Refuses one that cannot be. */
  readonly shapeOf: (variant: string) => Result<HeadShape | null, VariantProblem>;
  /** The nearest size that can be made, and its text. */
  readonly fitted: (size: HeadSize) => { readonly size: HeadSize; readonly variant: string };
  /** The least and the most of one measure while the others stay. */
  readonly limitsOf: (measure: HeadMeasure, size: HeadSize) => Limits;
  readonly preset: (population: Population, percentile: PresetPercentile) => HeadSize;
};

/** Keeps the lines and the size of the standard head alone; any other head is worked out when it is asked for. */
export function createHeads(curves: HeadCurves): Heads {
  const standard = rounded(sizeOf(curves));

  const limitsOf: Heads['limitsOf'] = (measure, size) => {
    const { min, max } = anthropometry[measure].limits;
    if (measure !== 'headCircumference') return { min, max };
    const fitting = circumferences(curves, size);
    // Inward to a tenth: what is offered can be made.
    const [least, most] = [Math.ceil(10 * fitting.min) / 10, Math.floor(10 * fitting.max) / 10];
    return { min: Math.min(most, Math.max(min, least)), max: Math.max(least, Math.min(max, most)) };
  };

  const fitted: Heads['fitted'] = (size) => {
    const clamped = clampSize(size, standard);
    const { min, max } = limitsOf('headCircumference', clamped);
    const made = { ...clamped, headCircumference: tenth(Math.min(max, Math.max(min, clamped.headCircumference))) };
    return { size: made, variant: variantText(made) };
  };

  return {
    standard,
    limitsOf,
    fitted,
    shapeOf: (variant) => {
      const size = readVariant(variant);
      if (!size.ok) return size;
      if (size.value === null) return ok(null);
      const warp = solveWarp(curves, size.value);
      return warp.ok ? ok({ warp: warp.value, curves }) : warp;
    },
    preset: (population, percentile) => {
      const some = Object.fromEntries(
        headMeasures.flatMap((measure) => {
          const mm = atPercentile(measure, population, percentile);
          return mm === null ? [] : [[measure, mm] as const];
        }),
      );
      return fitted(completed(curves, some)).size;
    },
  };
}

const rounded = (size: HeadSize): HeadSize =>
  Object.fromEntries(headMeasures.map((measure) => [measure, tenth(size[measure])])) as HeadSize;
