import { down, exactly, landmark, lateral, medial, site, up, walk, within } from '../expressions';
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
    '1.5 cm (one fingerbreadth) straight up from the medial upper edge of the bony orbital rim; confirm by frowning and pinching the belly.',
  place: walk(landmark('medial-orbital-rim'), up, exactly(15)),
  evidence: 'unconfirmed',
};

const frontalis: readonly RuleText[] = [
  {
    sentence:
      '1.5 cm straight up from the corrugator site, on the line up from the medial edge of the upper orbital rim.',
    place: walk(site('corrugator', 1), up, exactly(15)),
    evidence: 'unconfirmed',
    conflict: [
      {
        text:
          'Skin-movement measurements find that only injections above about 61 % of the forehead height avoid brow drop, which favours ' +
          'the upper third of the forehead (the 2017 map) over this height.',
        evidence: 'derived',
        sources: ['S19'],
      },
    ],
  },
  {
    sentence:
      '1.5 cm lateral to the first frontalis site at the same height, about the mid-pupil line or just lateral to it.',
    place: secondFrontalisPlace,
    evidence: 'unconfirmed',
  },
];

const medialToTheMuscle = measuredLateral('this rule lands medial to it.');

const occipitalis: readonly RuleText[] = [
  {
    sentence:
      '1 cm lateral to the external occipital protuberance (inion), just above the superior nuchal ridge: 0 to 1 cm above the inion ' +
      '(0.5 cm here; the source gives no figure).',
    place: walk(walk(landmark('inion'), up, within(0, 10, 5, 'derived')), lateral, exactly(10)),
    evidence: 'unconfirmed',
    conflict: [medialToTheMuscle],
  },
  {
    sentence: '1 cm lateral and 1 cm up from the first occipitalis site.',
    place: walk(walk(site('occipitalis', 1), lateral, exactly(10)), up, exactly(10)),
    evidence: 'unconfirmed',
    conflict: [medialToTheMuscle],
  },
  {
    sentence: '1 cm medial and 1 cm up from the first occipitalis site.',
    place: walk(walk(site('occipitalis', 1), medial, exactly(10)), up, exactly(10)),
    evidence: 'unconfirmed',
    conflict: [
      medialToTheMuscle,
      {
        text: 'As recalled, the wording also brings the left and right third sites together in the midline.',
        evidence: 'unconfirmed',
        sources: ['S4'],
      },
    ],
  },
];

const paraspinal: readonly RuleText[] = [
  {
    sentence: '1 cm lateral to the midline, 3 to 5 cm below the external occipital protuberance (inion); 3 cm here.',
    place: walk(walk(landmark('inion'), down, within(30, 50, 30, 'unconfirmed')), lateral, exactly(10)),
    evidence: 'unconfirmed',
  },
  secondParaspinalRule,
];

/** The map of the method paper of 2010, which the figures of the product licence show. */
export const preempt2010: ProtocolMap = {
  id: 'preempt-2010',
  version: '1',
  title: 'PREEMPT, method paper 2010 (licence figure)',
  shortTitle: 'PREEMPT 2010',
  citation: 'S4',
  status: 'landmark text awaiting clinical sign-off',
  note: {
    text:
      'Two maps are published. This one agrees with the pictures of the product licence; the 2017 map amends how the muscles are ' +
      'found, to target them better and reduce side effects. Muscles and doses are the same.',
    sources: ['S5'],
  },
  sites: {
    corrugator: assemble(needles.corrugator, [corrugator], [corrugatorCautions], ['S4']),
    procerus: assemble(needles.procerus, [procerusRule], [procerusCautions], ['S4'], ['S24', 'S25']),
    frontalis: assemble(needles.frontalis, frontalis, frontalisCautions, ['S4'], ['S19']),
    temporalis: assemble(needles.temporalis, temporalisRules, temporalisCautions, ['S4'], ['S13']),
    occipitalis: assemble(needles.occipitalis, occipitalis, occipitalisCautions, ['S4'], ['S15']),
    paraspinal: assemble(needles.paraspinal, paraspinal, paraspinalCautions, ['S4']),
    trapezius: assemble(needles.trapezius, trapeziusRules, trapeziusCautions, ['S4']),
  },
};
