import type { ScoredPin } from './exam';
import type { KeptSite } from './learning';
import type { Rating } from './review';
import { inTenths, nearMm, nearness } from './summary';

/** Half of what counts as near. Like `nearMm` and `farMm` a convention of this program, no clinical limit. */
export const easyMm = nearMm / 2;

/**
 * How a placed pin counts for the repetition of its site, judged as it is told, in tenths of a millimetre. Again where no pin was
 * placed, or it was in another muscle or on another side, however near.
 */
export function siteRating({ mm, rightMuscle, rightSide }: Omit<KeptSite, 'site' | 'zones'>): Rating {
  if (mm === null || !rightMuscle || !rightSide) return 'again';
  const near = nearness(mm);
  if (near !== 'near') return near === 'off' ? 'hard' : 'again';
  return inTenths(mm) <= easyMm ? 'easy' : 'good';
}

/** What is kept of a pin: its distance as it is told, so that it is judged the same ever after. */
export const keptSite = ({ site, mm, rightMuscle, rightSide, zones }: ScoredPin): KeptSite => ({
  site,
  mm: inTenths(mm),
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
