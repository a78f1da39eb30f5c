import type { Score, ScoredPin } from './exam';
import type { KeptPlacement, KeptSite } from './learning';
import type { Rating } from './review';
import { inTenths, keptMm, keptRuleMm, nearMm, nearness } from './summary';

/** Half of what counts as near. Like `nearMm` and `farMm` a convention of this program, no clinical limit. */
export const easyMm = nearMm / 2;

/**
 * How a placed pin counts for the repetition of its site, judged as it is told, in tenths of a millimetre. Again where no pin was
 * placed, or it was in another muscle or on another side, however near.
 */
export function siteRating({ rightMuscle, rightSide, ...kept }: Omit<KeptSite, 'site' | 'zones'>): Rating {
  const mm = keptMm(kept);
  if (mm === null || !rightMuscle || !rightSide) return 'again';
  const near = nearness(mm);
  if (near !== 'near') return near === 'off' ? 'hard' : 'again';
  return inTenths(mm) <= easyMm ? 'easy' : 'good';
}

/** What is kept of a pin: its distance as it is told, so that it is judged the same ever after. */
export const keptSite = ({ site, mm, fromRule, rightMuscle, rightSide, zones }: ScoredPin): KeptSite => ({
  site,
  mm: inTenths(mm),
  ...keptRuleMm({ mm, fromRule }),
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

/** What is kept of a placement: every pin, and the sites that none was left for. */
export const keptPlacement = (
  { task, pins, missed, tookMs }: Score,
  as: Pick<KeptPlacement, 'id' | 'at' | 'of'>,
): KeptPlacement => ({
  ...as,
  map: task.map,
  head: task.head,
  sites: [...pins.map(keptSite), ...missed.map(missedSite)],
  tookMs,
});
