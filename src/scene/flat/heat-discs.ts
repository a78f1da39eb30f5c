import type { SkinRays } from '../skin-rays';
import { projectionOf } from '../../anatomy/drawing/viewpoint';
import type { Dab } from '../../anatomy/pain-heat';
import type { ViewPreset } from '../map-props';
import { meetsSkin } from '../occlusion';
import { presetPoses } from '../views';

/** A dab as it falls on the sheet of a view, mm: x to the viewer's right, y up. */
export type HeatDisc = { readonly x: number; readonly y: number; readonly radius: number };

/** A dab lies on the skin to a tenth of a millimetre; the small head's skin may lie this far from where it was drawn. */
const tolerance = 6;

/** The dabs that are seen in a view: skin that the head or an ear hides shows no pain. Without a head to ask, all of them. */
export function heatDiscs(dabs: readonly Dab[], view: ViewPreset, rays: SkinRays | null): readonly HeatDisc[] {
  const { project, rayAt } = projectionOf(presetPoses[view]);
  const { distance } = presetPoses[view];
  return dabs.flatMap(({ positionMm, radiusMm }) => {
    const { x, y, near } = project(positionMm);
    if (rays !== null) {
      const met = meetsSkin(rays, rayAt([x, y]));
      if (met === null || project(met).near - near > tolerance) return [];
    }
    return [{ x, y, radius: (radiusMm * distance) / (distance - near) }];
  });
}
