import { needleSize } from '../paradigm';
import type { Needle } from '../site';
import type { MuscleId } from '../words';

const size = { gauge: needleSize.gauge, lengthMm: needleSize.lengthMm };

/** Needle by muscle, the same on both maps. Direction and depth are recalled from the method paper (S4), not read. */
export const needles: Readonly<Record<MuscleId, Needle>> = {
  corrugator: {
    ...size,
    direction: 'about 90° to the skin, bevel up',
    depth: 'superficial, into the belly pinched and lifted off the bone',
    evidence: 'unconfirmed',
  },
  procerus: {
    ...size,
    direction: 'about 90° to the skin',
    depth: 'superficial, clear of the periosteum',
    evidence: 'unconfirmed',
  },
  frontalis: {
    ...size,
    direction: 'about 45°, pointing up',
    depth: 'very superficial, the muscle is thin',
    evidence: 'unconfirmed',
  },
  temporalis: {
    ...size,
    direction: 'about 45° upward (some teach 90°)',
    depth: 'through the fascia into the muscle, inside the hairline',
    evidence: 'unconfirmed',
  },
  occipitalis: {
    ...size,
    direction: 'about 45°, pointing up',
    depth: 'superficial, thin muscle on bone',
    evidence: 'unconfirmed',
  },
  paraspinal: {
    ...size,
    alternative: needleSize.longerInNeck,
    direction: 'about 45°, pointing up',
    depth: 'superficial, neck neutral or slightly bent forward',
    evidence: 'unconfirmed',
  },
  trapezius: {
    ...size,
    direction: 'horizontal, across the muscle',
    depth: 'superficial, the ridge pinched away from the chest',
    evidence: 'unconfirmed',
  },
};
