import type { Anchor } from '../anatomy/anchor';
import type { MuscleId, Side } from '../protocol/words';

/** A point on its own side may lie so far over the midline, mm: anatomy itself counts half of it to neither. Chosen. */
const acrossMm = 1;
/** A site in the midline lies no further from it, mm. Chosen: more than the width of a nose. */
const besideMidlineMm = 30;
/** No point of a head and its shoulders lies further from its middle, mm. Chosen. */
const furthestMm = 600;

/**
 * Whether a point can be where a site of that muscle and side is: by what it says of itself, and by where it lies (+x is the
 * patient's left). A record from elsewhere may say left and mean a point on the right: it must not be charted from.
 */
export function canHold({ positionMm, ...said }: Anchor, muscle: MuscleId, side: Side): boolean {
  return said.muscle === muscle && said.side === side && liesOn(positionMm, side);
}

/** Whether a point lies on that side of the head, mm in its frame. */
export function liesOn(positionMm: Anchor['positionMm'], side: Side): boolean {
  const [x] = positionMm;
  if (positionMm.some((mm) => Math.abs(mm) > furthestMm)) return false;
  if (side === 'midline') return Math.abs(x) <= besideMidlineMm;
  return (side === 'left' ? x : -x) >= -acrossMm;
}
