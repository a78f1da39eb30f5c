import { useMemo } from 'react';
import type { SkinSite } from '../../anatomy/needle-pose';
import type { BmiBand } from '../../protocol/depths';
import type { Needle } from '../../protocol/site';
import type { MuscleId } from '../../protocol/words';
import type { NeedleChoice } from '../../state/needle-view';
import { useChart, useServices } from '../services';

/** What the selected site's needle is worked out from. */
export type ChosenNeedle = {
  readonly site: SkinSite;
  readonly muscle: MuscleId;
  readonly needle: Needle;
  readonly band: BmiBand | undefined;
  readonly choice: NeedleChoice;
};

/** Null where no site is selected. */
export function useChosenNeedle(): ChosenNeedle | null {
  const { chart } = useServices();
  const row = useChart((s) => s.fold.rows.find((one) => one.id === s.selected));
  const band = useChart((s) => s.session?.bmiBand);
  const { longer, otherWay } = useChart((s) => s.needle);
  const muscle = row?.muscle;
  const site = row?.anchor;
  const needle = muscle === undefined ? null : chart.needleOf(muscle);
  return useMemo(
    () =>
      site === undefined || muscle === undefined || needle === null
        ? null
        : { site, muscle, needle, band, choice: { longer, otherWay } },
    [site, muscle, needle, band, longer, otherWay],
  );
}
