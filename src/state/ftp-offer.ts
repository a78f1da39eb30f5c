import '../messages/later';
import type { Vec3 } from '../anatomy/anchor';
import type { PainAnswer, PainOver, PainQuestion, PainSpot } from '../anatomy/pain-spots';
import { extrasLeftIn, extrasLeftInSession } from '../ledger/extras-left';
import type { Fold, Totals } from '../ledger/state';
import { listed } from '../messages/locale';
import { t } from '../messages/translate';
import { ftpOffer } from '../protocol/ftp-offer';
import { ftpMuscles, muscleOf } from '../protocol/paradigm';
import type { MuscleId, Side } from '../protocol/words';
import { tendernessOf } from '../record/pain-commands';
import type { Visit } from '../record/visit';
import { allowedMuscles } from './refusal-text';
import { besideText, muscleName, sideName } from './site-text';

/** A place where an extra could be planned. Never planned by itself. */
export type Offer = {
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly positionMm: Vec3;
  readonly normal: Vec3;
  /** "Pain drawn over 60 % of temporalis right; tenderness 3; 2 extras left; 14 mm from temporalis right 3". */
  readonly why: string;
  /** What to say of the danger zones it lies in: no place outside was left. */
  readonly warning: string | null;
};

const sides: readonly Side[] = ['left', 'right'];

/** What to ask the anatomy: points in every muscle and side that allows extras and has some left. */
export function painQuestion(fold: Fold, { pain, ...visit }: Visit): PainQuestion {
  const standing = fold.rows.filter(({ state }) => state === 'planned' || state === 'given');
  return {
    dabs: pain?.dabs ?? [],
    keepOff: standing.map(({ anchor }) => anchor.positionMm),
    seek: ftpMuscles.flatMap((muscle) => {
      const most = extrasLeftIn(fold.totals, muscle);
      if (most === 0) return [];
      return sides.map((side) => ({ muscle, side, most, tender: isTender(visit, muscle, side) }));
    }),
  };
}

const isTender = (visit: Visit, muscle: MuscleId, side: Side): boolean =>
  (tendernessOf(visit, muscle, side) ?? 0) >= ftpOffer.tenderFrom;

/**
 * Which of the points that were found are offered: never more in a muscle, both sides together, than it has extras left,
 * and never more than the session takes. Where it hurts comes before where it is tender, more before less.
 */
export function chooseSpots(spots: readonly PainSpot[], totals: Totals, visit: Visit): readonly PainSpot[] {
  const rank = ({ muscle, side }: PainSpot): number => tendernessOf(visit, muscle, side) ?? 0;
  const sorted = spots.toSorted((a, b) => b.pain - a.pain || rank(b) - rank(a));
  const taken = new Map<MuscleId, number>();
  const chosen = sorted.filter(({ muscle }) => {
    const so = taken.get(muscle) ?? 0;
    if (so >= extrasLeftIn(totals, muscle)) return false;
    taken.set(muscle, so + 1);
    return true;
  });
  return chosen.slice(0, extrasLeftInSession(totals));
}

/** Why a point is offered. */
export function whyOffered(
  { muscle, side, nearestSite }: PainSpot,
  over: readonly PainOver[],
  totals: Totals,
  visit: Visit,
): string {
  const share = over.find((one) => one.muscle === muscle && one.side === side)?.share;
  const grade = tendernessOf(visit, muscle, side);
  const where = { muscle: muscleName(muscle).toLowerCase(), side: sideName[side] };
  const parts = [
    ...(share === undefined ? [] : [t('offer.over', { ...where, percent: Math.max(1, Math.round(100 * share)) })]),
    ...(grade === null ? [] : [t('offer.tenderness', { grade })]),
    t('offer.left', { left: extrasLeftIn(totals, muscle) }),
    ...(nearestSite === null ? [] : [besideText(nearestSite)]),
  ];
  const [first = '', ...rest] = parts;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join('; ');
}

/** What is said beside the offers, or in their place: what lies under the pain and allows none, and why nothing fits. */
export function offerNotes({ over, spots }: PainAnswer, totals: Totals, visit: Visit): readonly string[] {
  const drawn = (visit.pain?.dabs.length ?? 0) > 0;
  const tender = ftpMuscles.filter((muscle) => sides.some((side) => isTender(visit, muscle, side)));
  if (totals.stopped) return [t('offer.stopped')];
  if (!drawn && tender.length === 0) return [t('offer.nothing', { grade: ftpOffer.tenderFrom })];
  const asked = ftpMuscles.filter((muscle) => tender.includes(muscle) || over.some((one) => one.muscle === muscle));
  const none = asked.filter((muscle) => extrasLeftIn(totals, muscle) === 0);
  const full = asked.filter((muscle) => !none.includes(muscle) && !spots.some((spot) => spot.muscle === muscle));
  const others = over.filter(({ muscle }) => muscle === 'sternocleidomastoid' || muscleOf(muscle).extras === 0);
  return [
    ...(none.length === 0 ? [] : [t('offer.noneLeft', { muscles: names(none) })]),
    ...(full.length === 0 ? [] : [t('offer.noRoom', { muscles: names(full), mm: ftpOffer.apartMm })]),
    ...(others.length === 0
      ? []
      : [t('offer.notAllowed', { found: listed(others.map(overName)), allowed: allowedMuscles() })]),
    ...(drawn && over.length === 0 ? [t('offer.noMuscle', { allowed: allowedMuscles() })] : []),
  ];
}

const names = (all: readonly MuscleId[]): string => listed(all.map((muscle) => muscleName(muscle).toLowerCase()));
const overName = ({ muscle, side }: PainOver): string => {
  const name = muscle === 'sternocleidomastoid' ? t('offer.sternocleidomastoid') : muscleName(muscle).toLowerCase();
  return side === 'midline' ? name : `${name} ${sideName[side]}`;
};
