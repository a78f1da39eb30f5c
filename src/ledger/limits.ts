import { aliquot, ftpMuscles, muscleMaximum, muscleOf, sessionTotals } from '../protocol/paradigm';
import type { MuscleId, Units } from '../protocol/words';

/**
 * The limits the rules hold a ledger to. Always the paradigm's; a type of its own only because the paradigm's session cap
 * is the sum of its muscle caps, so a test needs a tighter one to see that the session cap is watched at all.
 */
export type Limits = {
  readonly aliquot: Units;
  readonly sessionCap: Units;
  readonly ftpMuscles: readonly MuscleId[];
  readonly extrasOf: (muscle: MuscleId) => number;
  readonly muscleCapOf: (muscle: MuscleId) => Units;
};

export const paradigmLimits: Limits = {
  aliquot: aliquot.units,
  sessionCap: sessionTotals.capUnits,
  ftpMuscles,
  extrasOf: (muscle) => muscleOf(muscle).extras,
  muscleCapOf: (muscle) => muscleMaximum(muscleOf(muscle)),
};
