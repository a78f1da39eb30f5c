import { muscleOf } from './paradigm';
import type { MuscleId, Side } from './words';

type Named = { readonly muscle: MuscleId; readonly side: Side; readonly ordinal: number };

/** "Cervical paraspinal left 1", "Procerus midline 1": the English name of a site, for scripts, files and logs. */
export const siteName = ({ muscle, side, ordinal }: Named): string =>
  `${muscleOf(muscle).name} ${side} ${String(ordinal)}`;
