import { useMemo } from 'react';
import { stillPlanned } from '../../ledger/next-site';
import type { SiteId } from '../../protocol/words';
import { useStore } from 'zustand';
import { orderOf } from '../../state/practice';
import { useChart, useServices, useSettings } from '../services';

/** As far ahead as is of use at the chair: more lines would only cross each other. */
const ahead = 5;
const none: readonly SiteId[] = [];

/** The sites that come next while a session is charted, in the order of work. */
export function usePath(): readonly SiteId[] {
  const charting = useChart((s) => s.session !== null && s.session.finishedAt === undefined);
  const fold = useChart((s) => s.fold);
  const order = useSettings((s) => s.order);
  // Not asked for here: the map is drawn before the vault is opened.
  const ownOrder = useStore(useServices().practice, (s) => s.ownOrder);
  const shown = useSettings((s) => s.path);
  return useMemo(
    () =>
      shown && charting
        ? stillPlanned(fold, orderOf({ order }, { ownOrder }))
            .slice(0, ahead)
            .map(({ id }) => id)
        : none,
    [fold, order, ownOrder, shown, charting],
  );
}
