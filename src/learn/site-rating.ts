import type { ScoredPin } from './exam';
import type { KeptSite } from './learning';
import type { Rating } from './review';

/**
 * How a placed pin counts for the repetition of its site: a convention of this program, no clinical limit. The 5 and 10 mm are
 * the steps by which misses are coloured on the head.
 */
export const ratingSteps = { easyMm: 2.5, goodMm: 5, hardMm: 10, convention: 'teaching' } as const;

/** Again where no pin was placed, or it was in another muscle or on another side, however near. */
export function siteRating({ mm, rightMuscle, rightSide }: Omit<KeptSite, 'site' | 'zones'>): Rating {
  if (mm === null || !rightMuscle || !rightSide || mm > ratingSteps.hardMm) return 'again';
  if (mm > ratingSteps.goodMm) return 'hard';
  return mm > ratingSteps.easyMm ? 'good' : 'easy';
}

/** What is kept of a pin. */
export const keptSite = ({ site, mm, rightMuscle, rightSide, zones }: ScoredPin): KeptSite => ({
  site,
  mm: Math.round(mm * 100) / 100,
  rightMuscle,
  rightSide,
  zones: zones.length,
});

/** What is kept of a site that no pin was placed for. */
export const missedSite = (site: KeptSite['site']): KeptSite => ({
  site,
  mm: null,
  rightMuscle: false,
  rightSide: false,
  zones: 0,
});
