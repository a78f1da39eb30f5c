import type { Entry } from '../ledger/entry';
import { t } from '../messages/translate';
import { readSiteId } from '../protocol/site-id';
import type { ChartState } from './chart-state';
import { itemName, markerState, muscleAndSide, siteName } from './site-text';

/**
 * What a step that was undone or redone was about, as it stands now: "Temporalis left 2, planned"; "Temporalis left,
 * 4 sites"; `none` where it was about no site.
 */
export function stepText(step: readonly Entry[], { fold, next }: Pick<ChartState, 'fold' | 'next'>): string {
  const ids = [...new Set(step.flatMap((entry) => ('site' in entry ? [entry.site] : [])))];
  const read = ids.map(readSiteId);
  const site = read[0];
  const [id] = ids;
  if (site === undefined || site === null || id === undefined) return 'none';
  if (ids.length === 1) {
    const row = fold.rows.find((one) => one.id === id && one.state !== 'withdrawn');
    return row === undefined ? siteName({ ...site, id }) : itemName(row, markerState(row, next));
  }
  const same = (what: 'muscle' | 'side') => read.every((one) => one?.[what] === site[what]);
  // A procedure that was stopped skipped sites of many muscles.
  const where = same('muscle') ? muscleAndSide(site.muscle, same('side') ? site.side : undefined) : 'none';
  return t('said.sites', { where, sites: ids.length });
}
