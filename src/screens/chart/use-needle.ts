import { useMemo } from 'react';
import type { MapNeedle } from '../../scene/map-props';
import { type NeedleView, needleView } from '../../state/needle-view';
import { useChart, useServices } from '../services';

/** The selected site's needle as it is told and, where it can be drawn and is wanted, as the head shows it. */
export type SelectedNeedle = {
  readonly shown: boolean;
  /** Null where no site is selected. */
  readonly view: NeedleView | null;
  readonly drawn: MapNeedle | null;
};

export function useNeedle(): SelectedNeedle {
  const { chart } = useServices();
  const row = useChart((s) => s.fold.rows.find((one) => one.id === s.selected));
  const band = useChart((s) => s.session?.bmiBand);
  const { shown, longer, otherWay } = useChart((s) => s.needle);
  const muscle = row?.muscle;
  const anchor = row?.anchor;
  const needle = muscle === undefined ? null : chart.needleOf(muscle);
  const view = useMemo(
    () =>
      anchor === undefined || muscle === undefined || needle === null
        ? null
        : needleView(anchor, muscle, needle, band, { longer, otherWay }),
    [anchor, muscle, needle, band, longer, otherWay],
  );
  const drawn = useMemo<MapNeedle | null>(
    () =>
      view === null || !shown || !view.pose.ok
        ? null
        : {
            pose: view.pose.value,
            lengthMm: view.reach.lengthMm,
            outerMm: view.outerMm,
            insertedMm: view.insertedMm,
          },
    [view, shown],
  );
  return { shown, view, drawn };
}
