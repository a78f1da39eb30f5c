import type { Caution } from '../site';
import { aboveConvergence } from './cautions';
import { occipitalisBegins } from './shared-rules';
import type { MuscleId } from '../words';

/** A cited statement about how the two maps stand to each other at a muscle. */
export type Reason = Caution;

const amended: Reason = {
  text: 'The amended map changes only how the muscles are found, to target them better and reduce side effects.',
  evidence: 'confirmed',
  sources: ['S5'],
};

const recalledAlike = (text: string): readonly Reason[] => [{ text, evidence: 'unconfirmed', sources: ['S3', 'S4'] }];

/**
 * Why the sites of a muscle stand elsewhere on the map of 2017 than on that of 2010, or what the two texts say where
 * they stand the same. How far, and which way, is measured on the head and stands nowhere here.
 */
export const mapChanges: Readonly<Record<MuscleId, readonly Reason[]>> = {
  corrugator: recalledAlike(
    'Both measure the same way. The text of 2017 adds: in the medial lower part of the belly, and stay medial.',
  ),
  procerus: recalledAlike('Midway between the two corrugator sites on both maps.'),
  frontalis: [
    {
      text: '2010 goes by a height over the orbital rim; 2017 asks for the upper third of the forehead, because a low injection drops the brow.',
      evidence: 'unconfirmed',
      sources: ['S3', 'S4'],
    },
    aboveConvergence,
    amended,
  ],
  temporalis: recalledAlike('The same rules from the tragus on both maps.'),
  occipitalis: [
    {
      text: '2010 starts 1 cm beside the inion; 2017 starts midway between the inion and the tip of the mastoid.',
      evidence: 'unconfirmed',
      sources: ['S3', 'S4'],
    },
    {
      text: `${occipitalisBegins}: a site 1 cm beside it lies medial to the muscle.`,
      evidence: 'derived',
      sources: ['S15'],
    },
    amended,
  ],
  paraspinal: recalledAlike(
    'Below the inion 2010 allows 3 to 5 cm and 2017 says 3 cm. 3 cm is taken on both maps here, so the sites coincide.',
  ),
  trapezius: recalledAlike('The same fractions of the ridge from neck to acromion on both maps.'),
};
