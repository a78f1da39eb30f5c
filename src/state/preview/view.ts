import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Route, routeFragment } from '../route';

/** How large letters are, over their own size. */
export const textScales = { normal: 1, large: 1.5, largest: 2 } as const;
export type TextSize = keyof typeof textScales;
export const textSizes = ['normal', 'large', 'largest'] as const satisfies readonly TextSize[];

/** What whoever looks at Preview chose for the eyes, and whose Preview it is. Kept while the page is open, and no longer. */
export type PreviewView = {
  readonly size: TextSize;
  readonly contrast: 'normal' | 'high';
  /** The head jumps instead of turning. */
  readonly still: boolean;
  /** Handed over to this patient; null where it is nobody's own. */
  readonly patient: string | null;
};
export type PreviewViewStore = StoreApi<PreviewView>;

/** Letters in their own size, usual contrast, a head that turns, and nobody's own. */
export const createPreviewView = (): PreviewViewStore =>
  createStore<PreviewView>()(() => ({ size: 'normal', contrast: 'normal', still: false, patient: null }));

/** The first page of Preview: the patient's own where it was handed over to one. */
export const previewHome = (patient: string | null): string => {
  const route: Route = patient === null ? { screen: 'preview' } : { screen: 'preview', part: 'for', at: patient };
  return routeFragment(route);
};
