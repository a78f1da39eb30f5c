import { createStore, type StoreApi } from 'zustand/vanilla';
import { type WorkGroup, type WorkOrder, workGroups } from '../ledger/work-order';
import type { Practice, Template } from '../record/practice';
import type { Settings } from './settings';

/** What the practice keeps, as far as it was read: nothing of its own before the vault is open. */
export type ShownPractice = Pick<Practice, 'region' | 'earlyDays' | 'previewHost' | 'phone' | 'prices'> & {
  readonly ownOrder: readonly WorkGroup[];
  readonly templates: readonly Template[];
};
export type PracticeStore = StoreApi<ShownPractice>;

/** Nothing read yet: the order of the paradigm, and no templates. */
export const createPractice = (): PracticeStore =>
  createStore<ShownPractice>()(() => ({ ownOrder: workGroups, templates: [] }));

/** The order in which sites are offered. */
export const orderOf = (
  { order }: Pick<Settings, 'order'>,
  { ownOrder }: Pick<ShownPractice, 'ownOrder'>,
): WorkOrder => (order === 'own' ? { id: order, groups: ownOrder } : { id: order });
