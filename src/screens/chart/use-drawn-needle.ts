import { useEffect, useMemo, useState } from 'react';
import type { MapNeedle } from '../../scene/map-props';
import { type ChosenNeedle, useChosenNeedle } from './use-chosen-needle';

const loadView = () => import('../../state/needle-view');
type View = Awaited<ReturnType<typeof loadView>>;

/** The selected site's needle as the head shows it; null where it is not wanted or cannot be drawn. */
export const useDrawnNeedle = (shown: boolean): MapNeedle | null => useNeedleDrawing(shown, useChosenNeedle());

/** The same of any site. */
export function useNeedleDrawing(shown: boolean, chosen: ChosenNeedle | null): MapNeedle | null {
  const [view, setView] = useState<View | null>(null);
  const wanted = shown && view === null;
  useEffect(() => {
    if (wanted) void loadView().then(setView);
  }, [wanted]);
  return useMemo(() => {
    if (!shown || chosen === null || view === null) return null;
    const { site, muscle, needle, band, choice } = chosen;
    const { pose, reach, outerMm, insertedMm } = view.needleView(site, muscle, needle, band, choice);
    return pose.ok ? { pose: pose.value, lengthMm: reach.lengthMm, outerMm, insertedMm } : null;
  }, [shown, chosen, view]);
}
