import { aliquot, muscleOf } from '../protocol/paradigm';
import type { MuscleId } from '../protocol/words';
import type { Totals } from './state';

/** How many more extras the session takes in any muscle, by its cap; none after a stop. */
export const extrasLeftInSession = ({ cap, planned, stopped }: Totals): number =>
  stopped ? 0 : Math.max(0, Math.floor((cap - planned) / aliquot.units));

/** How many more extras a muscle takes: what its own allowance leaves and the session's cap. 0 where none are allowed. */
export const extrasLeftIn = (totals: Totals, muscle: MuscleId): number =>
  muscleOf(muscle).extras === 0 ? 0 : Math.min(totals.byMuscle[muscle].extrasLeft, extrasLeftInSession(totals));
