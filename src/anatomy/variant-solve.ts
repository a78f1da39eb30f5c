import type { HeadMeasure } from '../protocol/anthropometry';
import { err, ok, type Result } from '../protocol/words';
import { type HeadCurves, sizeOf } from './head-size';
import type { Vec3 } from './anchor';
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

/** The lines of a head once it is moved. */
export function warpCurves(warp: Warp, curves: HeadCurves): HeadCurves {
  const moved = (p: Vec3): Vec3 => warpPoint(warp, curves, p);
  return {
    glabella: moved(curves.glabella),
    opisthocranion: moved(curves.opisthocranion),
    broadest: moved(curves.broadest),
    circumference: curves.circumference.map(moved),
    forehead: curves.forehead.map(moved),
    pupil: moved(curves.pupil),
    neck: curves.neck.map(moved),
    tragus: moved(curves.tragus),
    c7: moved(curves.c7),
    shoulder: curves.shoulder.map(moved),
    vault: curves.vault,
  };
}

/**
 * The warp that makes the standard head measure `size`. Refused where a measure lies outside its limits or where no
 * head of that length and breadth has that circumference.
 * @param curves measuring lines of the standard head
 */
export function solveWarp(curves: HeadCurves, size: HeadSize): Result<Warp, VariantProblem> {
  const limited = withinLimits(size);
  if (!limited.ok) return limited;
  let warp: Warp = noWarp;
  for (let round = 0; round < rounds; round++) {
    for (const { measure, push, try: step } of pushes) {
      const now = measured(curves, warp, measure);
      const tried = measured(curves, { ...warp, [push]: warp[push] + step }, measure);
      warp = { ...warp, [push]: warp[push] + ((size[measure] - now) * step) / (tried - now) };
      if (push === 'boxier') warp = { ...warp, boxier: Math.min(boxiest, Math.max(-boxiest, warp.boxier)) };
    }
  }
  const { min, max } = circumferences(curves, warp);
  const mm = size.headCircumference;
  if (mm < min - 0.05 || mm > max + 0.05) return err({ kind: 'impossible-circumference', mm, min, max });
  return ok(warp);
}

/** The circumferences that heads of one length and breadth can have, mm. */
export function circumferences(curves: HeadCurves, warp: Warp): { readonly min: number; readonly max: number } {
  const at = (boxier: number): number => measured(curves, { ...warp, boxier }, 'headCircumference');
  return { min: at(-boxiest), max: at(boxiest) };
}

function measured(curves: HeadCurves, warp: Warp, measure: HeadMeasure): number {
  return sizeOf(warpCurves(warp, curves))[measure];
}
