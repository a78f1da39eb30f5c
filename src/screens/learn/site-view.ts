import type { MuscleId, Side } from '../../protocol/words';
import type { ViewPreset } from '../../scene/map-props';

/** The view in which the sites of a muscle on a side are seen best. */
export function siteView(muscle: MuscleId, side: Side): ViewPreset {
  switch (muscle) {
    case 'corrugator':
    case 'procerus':
    case 'frontalis':
      return 'front';
    case 'temporalis':
      return side === 'right' ? 'right' : 'left';
    case 'occipitalis':
    case 'paraspinal':
      return 'back';
    case 'trapezius':
      return 'shoulders';
  }
}
