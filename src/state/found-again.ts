import type { Anchor, SkinRay } from '../anatomy/anchor';
import type { AnatomyService } from './anatomy-service';

type Answer = Awaited<ReturnType<AnatomyService['resolve'] | AnatomyService['move']>>;

/** From just above a point of the skin straight down onto it. */
export function rayOnto({ positionMm: [x, y, z], normal: [nx, ny, nz] }: Anchor): SkinRay {
  const above = 5;
  return { origin: [x + above * nx, y + above * ny, z + above * nz], direction: [-nx, -ny, -nz] };
}

/**
 * Whether the skin has that point of an earlier record where the record says, in the same muscle and on the same side: a record
 * from elsewhere may say one thing and mean another place. True where there is no skin to ask yet.
 */
export function isStill(there: Answer, { muscle, side, positionMm }: Anchor): boolean {
  if (there === 'not-ready') return true;
  if (typeof there === 'string' || !('anchor' in there) || there.anchor === null) return false;
  const { anchor } = there;
  const apart = Math.hypot(...positionMm.map((mm, axis) => mm - (anchor.positionMm[axis] ?? Number.NaN)));
  return anchor.muscle === muscle && anchor.side === side && apart <= sameMm;
}

/** The same head gives the same point to far less; a millimetre is what places are told in. */
const sameMm = 1;
