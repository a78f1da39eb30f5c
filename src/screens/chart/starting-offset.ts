import type { MuscleId } from '../../protocol/words';
import type { Offset } from './offset-fields';

/** Beside the fixed sites of the shoulder ridge, mm medial to the acromion. */
const besideRidgeSites = [54, 85, 10, 26] as const;

/**
 * Where the form for an extra begins: a point inside the muscle, away from its fixed sites and outside the spread of every
 * danger zone, since one press plans it. A place to type from, no recommendation. Each further extra begins a little apart
 * from the one before.
 */
export function startingOffset(muscle: MuscleId, used: number): Offset {
  switch (muscle) {
    case 'occipitalis':
      return { landmark: 'inion', upMm: 32, toward: 'lateral', alongMm: 65 + 12 * used };
    case 'trapezius':
      return {
        landmark: 'acromion',
        upMm: 0,
        toward: 'medial',
        alongMm: besideRidgeSites[used] ?? besideRidgeSites[0],
      };
    default:
      return used % 2 === 0
        ? { landmark: 'tragus', upMm: 62, toward: 'forward', alongMm: 20 }
        : { landmark: 'tragus', upMm: 62, toward: 'back', alongMm: 8 };
  }
}
