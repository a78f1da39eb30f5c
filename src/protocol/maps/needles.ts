import { needleSize } from '../paradigm';
import type { Needle, NeedlePose, NeedleWay } from '../site';
import type { MuscleId } from '../words';

const size = { gauge: needleSize.gauge, lengthMm: needleSize.lengthMm };

const straightIn: NeedleWay = { kind: 'to-skin', degrees: 90, heading: 'up' };
const slantingUp: NeedleWay = { kind: 'to-skin', degrees: 45, heading: 'up' };

const recalled = (way: NeedleWay): NeedlePose => ({
  way,
  alternatives: [],
  evidence: 'unconfirmed',
  sources: ['S4'],
});

const levelAcross: NeedlePose = {
  ...recalled({ kind: 'level', heading: 'forward', steepestDegrees: 45 }),
  chosen: {
    what:
      'From behind to front: the ridge runs from the neck to the acromion, so across it is front to back, and the patient ' +
      'sits with the injector behind for the sites before it. Over the lung never perpendicular.',
    evidence: 'derived',
    drawing:
      'Not drawn where the skin leans more than 45°, the steepest slant the paradigm names short of straight in.',
  },
};

/** Needle by muscle, the same on both maps. Direction and depth are recalled from the method paper (S4), not read. */
export const needles: Readonly<Record<MuscleId, Needle>> = {
  corrugator: {
    ...size,
    direction: 'about 90° to the skin, bevel up',
    pose: recalled(straightIn),
    depth: 'superficial, into the belly pinched and lifted off the bone',
    evidence: 'unconfirmed',
  },
  procerus: {
    ...size,
    direction: 'about 90° to the skin',
    pose: recalled(straightIn),
    depth: 'superficial, but in the muscle, and clear of the periosteum',
    evidence: 'unconfirmed',
  },
  frontalis: {
    ...size,
    direction: 'about 45°, pointing up',
    pose: recalled(slantingUp),
    depth: 'very superficial, the muscle is thin',
    evidence: 'unconfirmed',
  },
  temporalis: {
    ...size,
    direction: 'about 45° upward (some teach 90°)',
    pose: { ...recalled(slantingUp), alternatives: [{ way: straightIn, said: 'some teach 90°' }] },
    depth: 'through the fascia into the muscle, inside the hairline',
    evidence: 'unconfirmed',
  },
  occipitalis: {
    ...size,
    direction: 'about 45°, pointing up',
    pose: recalled(slantingUp),
    depth: 'superficial, thin muscle on bone',
    evidence: 'unconfirmed',
  },
  paraspinal: {
    ...size,
    alternative: needleSize.longerInNeck,
    direction: 'about 45°, pointing up',
    pose: recalled(slantingUp),
    depth: 'superficial, neck neutral or slightly bent forward',
    evidence: 'unconfirmed',
  },
  trapezius: {
    ...size,
    direction: 'horizontal, across the muscle',
    pose: levelAcross,
    depth: 'superficial, the ridge pinched away from the chest',
    evidence: 'unconfirmed',
  },
};
