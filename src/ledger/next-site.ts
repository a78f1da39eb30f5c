import type { SiteId } from '../protocol/words';
import type { Fold, SiteRow } from './state';
import { inWorkOrder, type WorkOrder } from './work-order';

/** The sites still planned, in the order of work. */
export const stillPlanned = (fold: Fold, order: WorkOrder): readonly SiteRow[] =>
  inWorkOrder(
    fold.rows.filter((row) => row.state === 'planned'),
    order,
  );

/** The first of them; null when every site is given, skipped or withdrawn. */
export const nextSite = (fold: Fold, order: WorkOrder): SiteId | null => stillPlanned(fold, order)[0]?.id ?? null;
