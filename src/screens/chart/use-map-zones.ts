import { useEffect, useMemo, useState } from 'react';
import type { MapZone } from '../../scene/map-props';
import type { HeadShape } from '../../state/heads';
import { useChart } from '../services';

const none: readonly MapZone[] = [];
const loadText = () => import('../../state/zone-text');
type Text = Awaited<ReturnType<typeof loadText>>;

/** The danger zones as they are drawn on a head of this shape; none while the layer is off or not there yet. */
export function useMapZones(shape: HeadShape | null): readonly MapZone[] {
  const paths = useChart((s) => (s.zonesShown ? (s.zonePlacement?.paths ?? null) : null));
  // What is known of the zones comes with the layer: charting does not need it.
  const [text, setText] = useState<Text | null>(null);
  const wanted = paths !== null && text === null;
  useEffect(() => {
    if (wanted) void loadText().then(setText);
  }, [wanted]);
  return useMemo(() => (paths === null || text === null ? none : text.mapZones(paths, shape)), [paths, text, shape]);
}
