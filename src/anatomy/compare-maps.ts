import type { LandmarkName } from '../protocol/rule';
import { err, type MuscleId, ok, type Result, type SiteId } from '../protocol/words';
import type { Anatomy } from './anatomy';
import { planeThrough, stretchBetween } from './measure';
import { legsApart, type TwoLegs } from './offset';
import type { PlacedSite } from './place-sites';
import { add, distance } from './vector';

/**
 * How far a site of one map stands from the same site of another, mm along the skin: `shiftMm` straight across it, in
 * the plane that holds both points and the skin's direction there, and the same way in two legs as offsets are told,
 * up (negative: down) and then level.
 */
export type SiteShift = { readonly site: SiteId; readonly shiftMm: number } & TwoLegs;

/** No skin joins the two points as it should: an ear or the edge of the bust lies between. */
export type NotComparable = { readonly kind: 'not-comparable'; readonly site: SiteId };

/** Nearer than this, mm, two rules mean the same point; the rest is the rounding of the walks. */
const same = 0.05;

/** The way of every site from its place on one map to its place on another, on one head, in the order of `from`. */
export function compareMaps(
  anatomy: Anatomy,
  from: readonly PlacedSite[],
  to: readonly PlacedSite[],
): Result<readonly SiteShift[], NotComparable> {
  const out: SiteShift[] = [];
  for (const start of from) {
    const { id } = start.site;
    const end = to.find(({ site }) => site.id === id);
    if (end === undefined) throw new RangeError(`only one of the maps has ${id}`);
    const shift = shiftBetween(anatomy, start, end);
    if (shift === null) return err({ kind: 'not-comparable', site: id });
    out.push(shift);
  }
  return ok(out);
}

function shiftBetween(anatomy: Anatomy, start: PlacedSite, end: PlacedSite): SiteShift | null {
  const { id, muscle, side } = start.site;
  const [from, to] = [start.positionMm, end.positionMm];
  if (distance(from, to) < same) return { site: id, shiftMm: 0, upMm: 0, alongMm: 0, toward: 'lateral' };
  const across = stretchBetween(anatomy.skin, planeThrough(from, to, add(start.normal, end.normal)), from, to);
  const legs = legsApart(anatomy, measuredLike[muscle], from, to, side);
  return across.ok && legs !== null ? { site: id, shiftMm: across.value.mm, ...legs } : null;
}

/** The landmark whose way of measuring fits the place: temples forward and back, shoulders along their crest. */
export const measuredLike: Readonly<Record<MuscleId, LandmarkName>> = {
  corrugator: 'glabella',
  procerus: 'glabella',
  frontalis: 'glabella',
  temporalis: 'tragus',
  occipitalis: 'inion',
  paraspinal: 'inion',
  trapezius: 'acromion',
};

/** The same way told from its other end. The legs change places, which on this little skin makes no odds. */
export function reversed(shift: SiteShift): SiteShift {
  return { ...shift, upMm: shift.upMm === 0 ? 0 : -shift.upMm, toward: opposite[shift.toward] };
}

const opposite = { forward: 'back', back: 'forward', lateral: 'medial', medial: 'lateral' } as const;
