import type { HeadMeasure } from '../protocol/anthropometry';
import { err, ok, type Result } from '../protocol/words';
import { type HeadCurves, measureOf, sizeOf } from './head-size';
import type { HeadSize, VariantProblem } from './variant';
import { withinLimits } from './variant';
import { noWarp, type Warp, warpPoint } from './variant-warp';

/** Beyond this the outline of the vault would be flat in front and at the sides, or cornered. */
const boxiest = 0.07;
const rounds = 6;

/** Which push makes which measure, in an order in which later ones change little of what came before. */
const pushes: readonly { readonly measure: HeadMeasure; readonly push: keyof Warp; readonly try: number }[] = [
  { measure: 'headBreadth', push: 'broader', try: 0.05 },
  { measure: 'headLength', push: 'longer', try: 0.05 },
  { measure: 'headCircumference', push: 'boxier', try: 0.02 },
  { measure: 'interpupillary', push: 'eyesApart', try: 2 },
  { measure: 'foreheadHeight', push: 'foreheadUp', try: 4 },
  { measure: 'neckGirth', push: 'thickerNeck', try: 0.05 },
  { measure: 'neckLength', push: 'longerNeck', try: 5 },
  { measure: 'shoulderLength', push: 'shouldersOut', try: 5 },
];

/**
 * A whole size from some of its measures: what is left out is the standard head's, but for the circumference, which
 * follows from length and breadth.
 */
export function completed(curves: HeadCurves, some: Partial<HeadSize>): HeadSize {
  const size = { ...sizeOf(curves), ...some };
  return { ...size, headCircumference: some.headCircumference ?? circumferences(curves, size).plain };
}

/**
 * The warp that makes the standard head measure `size`. Refused where a measure lies outside its limits or where no
 * head of that length and breadth has that circumference.
 * @param curves measuring lines of the standard head
 */
export function solveWarp(curves: HeadCurves, size: HeadSize): Result<Warp, VariantProblem> {
  const limited = withinLimits(size);
  if (!limited.ok) return limited;
  const warp = pushed(curves, size, pushes);
  const { min, max } = girths(curves, warp);
  const mm = size.headCircumference;
  if (mm < min - 0.05 || mm > max + 0.05) return err({ kind: 'impossible-circumference', mm, min, max });
  return ok(warp);
}

/**
 * The circumferences (mm) that heads of this length and breadth can have, and the one they have if nothing else is
 * said: the standard head's outline, made longer and broader.
 */
export function circumferences(
  curves: HeadCurves,
  size: Pick<HeadSize, 'headLength' | 'headBreadth'>,
): { readonly min: number; readonly max: number; readonly plain: number } {
  const warp = pushed(curves, size, pushes.slice(0, 2));
  return { ...girths(curves, warp), plain: measured(curves, warp, 'headCircumference') };
}

const girths = (curves: HeadCurves, warp: Warp): { readonly min: number; readonly max: number } => ({
  min: measured(curves, { ...warp, boxier: -boxiest }, 'headCircumference'),
  max: measured(curves, { ...warp, boxier: boxiest }, 'headCircumference'),
});

/** The warp after some of the pushes, each by the secant of its own measure, until all agree. */
function pushed(curves: HeadCurves, size: Partial<HeadSize>, some: typeof pushes): Warp {
  let warp: Warp = noWarp;
  for (let round = 0; round < rounds; round++) {
    for (const { measure, push, try: step } of some) {
      const now = measured(curves, warp, measure);
      const tried = measured(curves, { ...warp, [push]: warp[push] + step }, measure);
      warp = { ...warp, [push]: warp[push] + (((size[measure] ?? now) - now) * step) / (tried - now) };
      if (push === 'boxier') warp = { ...warp, boxier: Math.min(boxiest, Math.max(-boxiest, warp.boxier)) };
    }
  }
  return warp;
}

const measured = (curves: HeadCurves, warp: Warp, measure: HeadMeasure): number =>
  measureOf(curves, measure, (p) => warpPoint(warp, curves, p));
