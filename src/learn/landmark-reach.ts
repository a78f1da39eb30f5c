import type { SkinOffset } from '../anatomy/anchor';
import type { LandmarkName } from '../protocol/rule';
import type { CommandError } from './landmark-error';
import type { Way } from './landmark-legs';
import { isPairedLandmark } from './landmark-words';

/** What kind of skin a landmark lies on, by the ways that lead somewhere sure from it. */
export type Reach = 'temple' | 'mastoid' | 'canthus' | 'shoulder' | 'front-or-back';

/** The kind of skin around a landmark. */
export function reachOf(landmark: LandmarkName): Reach {
  switch (landmark) {
    case 'tragus':
    case 'helix':
      return 'temple';
    case 'mastoid-tip':
      return 'mastoid';
    case 'outer-canthus':
      return 'canthus';
    case 'neck-shoulder':
    case 'acromion':
      return 'shoulder';
    default:
      return 'front-or-back';
  }
}

/**
 * Whether a way across is one, along the skin. The skin of a temple has no lateral: a walk that keeps level goes forward
 * or back, whichever happens to lead outward. In the same way nothing of the brow is forward.
 * @param afterClimb with a way up or down before it; on a shoulder medial is then the same way once more
 */
function leadsAcross(landmark: LandmarkName, toward: SkinOffset['toward'], afterClimb: boolean): boolean {
  const alongHead = toward === 'forward' || toward === 'back';
  switch (reachOf(landmark)) {
    case 'temple':
      return alongHead;
    case 'mastoid':
      return toward !== 'lateral';
    case 'canthus':
      return true;
    case 'shoulder':
      return alongHead || !afterClimb;
    case 'front-or-back':
      return !alongHead;
  }
}

/**
 * Why the way across of an offset leads to no sure place; null where it does, or where nothing is across.
 * @param what the way as it was said
 */
export function acrossProblem(offset: SkinOffset, what: string = offset.toward): CommandError | null {
  const { landmark, toward, upMm, alongMm } = offset;
  if (alongMm === 0) return null;
  if (toward === 'medial' && !isPairedLandmark(landmark)) return { kind: 'past-midline', landmark };
  return leadsAcross(landmark, toward, upMm !== 0) ? null : { kind: 'not-from', what, landmark };
}

/**
 * Whether a way up or down is sure. On the crest of a shoulder up may be inward along it or straight: there it is told
 * as medial and lateral. Only from the neck-shoulder point up is the neck.
 */
export const leadsUp = (landmark: LandmarkName, way: Way): boolean =>
  landmark !== 'acromion' && (landmark !== 'neck-shoulder' || way === 'up');
