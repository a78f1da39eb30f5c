import { between, diagonal, down, exactly, landmark, lateral, level, site, up, walk, within } from '../expressions';
import type { ProtocolMap } from '../map';
import { assemble, type RuleText } from './assemble';
import {
  corrugatorCautions,
  frontalisCautions,
  occipitalisCautions,
  paraspinalCautions,
  procerusCautions,
  temporalisCautions,
  trapeziusCautions,
} from './cautions';
import { needles } from './needles';
import {
  measuredLateral,
  procerusRule,
  secondFrontalisPlace,
  secondParaspinalRule,
  temporalisRules,
  trapeziusRules,
} from './shared-rules';

const corrugator: RuleText = {
  sentence:
    '1.5 cm (one fingerbreadth) straight up from the medial upper edge of the bony orbital rim, in the medial lower part of the belly; ' +
    'stay medial. Confirm by frowning and pinching the belly.',
  place: walk(landmark('medial-orbital-rim'), up, exactly(15)),
  evidence: 'unconfirmed',
};

// "Upper third" is the paper's; the height within it is this table's.
const upperThird = between(landmark('glabella'), landmark('hairline'), within(0.667, 1, 0.75, 'derived'));

const frontalis: readonly RuleText[] = [
  {
    sentence:
      'Straight up from the medial edge of the upper orbital rim, in the upper third of the forehead (three quarters of the way from ' +
      'glabella to hairline here).',
    place: level(landmark('medial-orbital-rim'), up, upperThird),
    evidence: 'unconfirmed',
  },
  {
    sentence:
      '1.5 cm lateral to the first frontalis site, at the same height (the text also allows higher), in the upper third of the forehead.',
    place: secondFrontalisPlace,
    evidence: 'unconfirmed',
  },
];

const occipitalis: readonly RuleText[] = [
  {
    sentence:
      'Midway between the external occipital protuberance (inion) and the tip of the mastoid, on or just above the superior nuchal ' +
      'ridge: straight up to the level of 0 to 1 cm above the inion (1 cm here; the source gives no figure).',
    place: level(
      between(landmark('inion'), landmark('mastoid-tip'), exactly(0.5)),
      up,
      walk(landmark('inion'), up, within(0, 10, 10, 'derived')),
    ),
    evidence: 'unconfirmed',
    conflict: [
      {
        text:
          'On the ridge itself the midpoint would lie at or below the lower edge of the muscle, which in 26 half-heads began 7.1 ± 2.5 mm ' +
          'above the external occipital protuberance. The 1 cm taken here is derived from that figure.',
        evidence: 'derived',
        sources: ['S15'],
      },
    ],
  },
  {
    sentence:
      '1.5 cm (one fingerbreadth) diagonally up and outward from the first occipitalis site (45° here), toward the helix.',
    place: walk(site('occipitalis', 1), diagonal('lateral'), exactly(15)),
    evidence: 'unconfirmed',
  },
  {
    sentence:
      '1.5 cm (one fingerbreadth) diagonally up and inward from the first occipitalis site (45° here); the three sites form a V, ' +
      'point down.',
    place: walk(site('occipitalis', 1), diagonal('medial'), exactly(15)),
    evidence: 'unconfirmed',
    conflict: [measuredLateral('this site lies about at its medial edge, on some heads just medial to it.')],
  },
];

const paraspinal: readonly RuleText[] = [
  {
    sentence:
      '1 cm lateral to the midline, 3 cm (two fingerbreadths) below the external occipital protuberance (inion).',
    place: walk(walk(landmark('inion'), down, exactly(30)), lateral, exactly(10)),
    evidence: 'unconfirmed',
  },
  secondParaspinalRule,
];

/** The map of 2017, which amends how the muscles are found. The manufacturer's current injection images follow it. */
export const preempt2017: ProtocolMap = {
  id: 'preempt-2017',
  version: '1',
  title: 'PREEMPT, amended landmarks 2017',
  shortTitle: 'PREEMPT 2017',
  citation: 'S3',
  status: 'landmark text awaiting clinical sign-off',
  note: {
    text:
      'Two maps are published. This one amends how the muscles are found, to target them better and reduce side effects, and so ' +
      'differs from the pictures of the product licence. Muscles and doses are the same.',
    sources: ['S5'],
  },
  sites: {
    corrugator: assemble(needles.corrugator, [corrugator], [corrugatorCautions], ['S3', 'S4']),
    procerus: assemble(needles.procerus, [procerusRule], [procerusCautions], ['S3', 'S4'], ['S24', 'S25']),
    frontalis: assemble(needles.frontalis, frontalis, frontalisCautions, ['S3'], ['S19']),
    temporalis: assemble(needles.temporalis, temporalisRules, temporalisCautions, ['S3', 'S4'], ['S13']),
    occipitalis: assemble(needles.occipitalis, occipitalis, occipitalisCautions, ['S3'], ['S15']),
    paraspinal: assemble(needles.paraspinal, paraspinal, paraspinalCautions, ['S3', 'S4']),
    trapezius: assemble(needles.trapezius, trapeziusRules, trapeziusCautions, ['S3', 'S4']),
  },
};
