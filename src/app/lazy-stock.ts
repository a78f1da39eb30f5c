import type { StockDesk, StockDeskDeps } from '../state/stock-desk';
import type { LazyStore } from './lazy-store';

/** Vials and lots, fetched when first asked for: a session can be charted without them. */
export const createLazyStock =
  (store: LazyStore, deps: Omit<StockDeskDeps, 'documents' | 'store'>): (() => Promise<StockDesk>) =>
  async () => {
    const [{ createStockDesk }, { documents }] = await Promise.all([import('../state/stock-desk'), store.records()]);
    return createStockDesk({ ...deps, documents, store });
  };
