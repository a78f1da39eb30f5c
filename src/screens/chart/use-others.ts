import { useMemo } from 'react';
import type { OtherSite } from '../../scene/map-props';
import { moved } from '../../state/shifted';
import { useChart, useServices } from '../services';

/** Where the other map has the fixed sites that it has elsewhere; none while nothing is compared. */
export function useOthers(): readonly OtherSite[] {
  const { chart } = useServices();
  const comparing = useChart((s) => s.comparing);
  const rows = useChart((s) => s.fold.rows);
  return useMemo(() => {
    if (!comparing) return [];
    const anchors = chart.otherAnchors();
    return rows.flatMap(({ id, muscle }): OtherSite[] => {
      const [anchor, shift] = [anchors.get(id), chart.shiftOf(id)];
      if (anchor === undefined || shift === null || !moved(shift)) return [];
      return [{ id, muscle, positionMm: anchor.positionMm, normal: anchor.normal }];
    });
  }, [chart, comparing, rows]);
}
