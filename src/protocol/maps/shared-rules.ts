import {
  back,
  between,
  diagonal,
  exactly,
  forward,
  landmark,
  lateral,
  site,
  upTemple,
  walk,
  within,
} from '../expressions';
import type { Disagreement } from '../site';
import type { RuleText } from './assemble';

/**
 * Rules that both published maps have in common. All are recalled, not read: the sentence says what the expression
 * walks, and where a source leaves a range the sentence says what is taken here.
 */

export const procerusRule: RuleText = {
  sentence: 'In the midline, midway between the two corrugator sites.',
  place: between(site('corrugator', 1, 'left'), site('corrugator', 1, 'right'), exactly(0.5)),
  evidence: 'unconfirmed',
  conflict: [
    {
      text: 'The cosmetic site is lower: at or just above the point where lines from each medial brow to the opposite inner canthus cross.',
      evidence: 'weak',
      sources: ['S24', 'S25'],
    },
  ],
};

export const temporalisRules: readonly RuleText[] = [
  {
    sentence: '3 cm straight up from the tragus; have the patient clench to feel the muscle.',
    place: walk(landmark('tragus'), upTemple, exactly(30)),
    evidence: 'unconfirmed',
    conflict: [
      {
        text: 'A dissection study (21 half-faces) advises at least 4.5 cm above the zygomatic arch, to reach muscle rather than tendon.',
        evidence: 'confirmed',
        sources: ['S13'],
      },
      {
        text: 'This site is lower, but above the ear it probably lies behind most of the tendon.',
        evidence: 'unconfirmed',
        sources: [],
        taught: true,
      },
    ],
  },
  {
    sentence: '1.5 to 3 cm straight above the first temporalis site (2.1 cm here).',
    place: walk(site('temporalis', 1), upTemple, within(15, 30, 21, 'unconfirmed')),
    evidence: 'unconfirmed',
  },
  {
    sentence:
      '1.5 to 3 cm toward the face (2.2 cm here), from the height midway between the first and second temporalis sites.',
    place: walk(
      between(site('temporalis', 1), site('temporalis', 2), exactly(0.5)),
      forward,
      within(15, 30, 22, 'unconfirmed'),
    ),
    evidence: 'unconfirmed',
  },
  {
    sentence: '1.5 cm back from the second temporalis site, in line with the mid-portion (helix) of the ear.',
    place: walk(site('temporalis', 2), back, exactly(15)),
    evidence: 'unconfirmed',
  },
];

/** What dissection found, where both maps are held against it (S15). */
export const occipitalisBegins =
  'In 26 half-heads the muscle began 29.6 ± 6.4 mm lateral to the external occipital protuberance';

/** What follows from it for a site of a map. */
export const measuredLateral = (follows: string): Disagreement => ({
  text: `${occipitalisBegins}, so ${follows}`,
  evidence: 'derived',
  sources: ['S15'],
});

export const secondParaspinalRule: RuleText = {
  sentence:
    '1.5 cm (one fingerbreadth) diagonally up and outward, at about 45°, from the first paraspinal site, toward the helix.',
  place: walk(site('paraspinal', 1), diagonal('lateral'), exactly(15)),
  evidence: 'unconfirmed',
};

export const trapeziusRules: readonly RuleText[] = [
  {
    sentence:
      'On the ridge of the upper trapezius, midway between the inflection of the neck ("necklace line") and the acromion.',
    place: between(landmark('neck-shoulder'), landmark('acromion'), exactly(0.5)),
    evidence: 'unconfirmed',
  },
  {
    sentence: 'On the ridge, midway between the first trapezius site and the acromion.',
    place: between(site('trapezius', 1), landmark('acromion'), exactly(0.5)),
    evidence: 'unconfirmed',
  },
  {
    sentence: 'On the ridge, midway between the first trapezius site and the inflection of the neck.',
    place: between(site('trapezius', 1), landmark('neck-shoulder'), exactly(0.5)),
    evidence: 'unconfirmed',
  },
];

/** A site lateral of the first frontalis site; the maps differ in how high they allow it. */
export const secondFrontalisPlace = walk(site('frontalis', 1), lateral, exactly(15));
