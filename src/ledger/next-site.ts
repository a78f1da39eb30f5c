import type { SiteId } from '../protocol/words';
import type { Fold } from './state';

/** The first site still planned, in the order of work; null when every site is given, skipped or withdrawn. */
export const nextSite = (fold: Fold): SiteId | null => fold.rows.find((row) => row.state === 'planned')?.id ?? null;
