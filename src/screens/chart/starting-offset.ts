import type { SkinOffset } from '../../anatomy/anchor';
import type { MuscleId } from '../../protocol/words';

type Offset = Pick<SkinOffset, 'landmark' | 'upMm' | 'toward' | 'alongMm'>;

/**
 * Where the form for an extra begins: a point inside the muscle, away from its fixed sites. A place to type from,
 * no recommendation. Each further extra begins a little apart from the one before.
 */
export function startingOffset(muscle: MuscleId, used: number): Offset {
  switch (muscle) {
    case 'occipitalis':
      return { landmark: 'inion', upMm: 20, toward: 'lateral', alongMm: 65 + 8 * used };
    case 'trapezius':
      return { landmark: 'acromion', upMm: 0, toward: 'medial', alongMm: 30 + 10 * used };
    default:
      return { landmark: 'tragus', upMm: 62, toward: used % 2 === 0 ? 'forward' : 'back', alongMm: 8 };
  }
}
