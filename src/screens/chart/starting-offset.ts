import type { MuscleId } from '../../protocol/words';
import type { Offset } from './offset-fields';

/** Midway between the fixed sites of the shoulder ridge, mm from the acromion. */
const betweenRidgeSites = [54, 90, 18, 126];

/**
 * Where the form for an extra begins: a point inside the muscle, away from its fixed sites. A place to type from,
 * no recommendation. Each further extra begins a little apart from the one before.
 */
export function startingOffset(muscle: MuscleId, used: number): Offset {
  switch (muscle) {
    case 'occipitalis':
      return { landmark: 'inion', upMm: 20, toward: 'lateral', alongMm: 65 + 12 * used };
    case 'trapezius':
      return { landmark: 'acromion', upMm: 0, toward: 'medial', alongMm: betweenRidgeSites[used] ?? 54 };
    default:
      return { landmark: 'tragus', upMm: 62, toward: used % 2 === 0 ? 'forward' : 'back', alongMm: 8 };
  }
}
