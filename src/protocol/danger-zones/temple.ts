import type { DangerZone } from '../danger-zone';
import { exactly, forward, landmark, toward, upTemple, walk, within } from '../expressions';
import type { Caution } from '../site';

const arteryHit: Caution = {
  text: 'The temple bruises easily. Feel the pulse first and inject beside it.',
  evidence: 'weak',
  sources: ['S25'],
};

const atEyeLine = toward(landmark('tragus'), landmark('outer-canthus'), exactly(15.55, 'confirmed'));
const division = walk(atEyeLine, upTemple, exactly(21.7, 'confirmed'));

const artery = {
  kind: 'artery',
  spread: {
    mm: 4.5,
    is: 'sd',
    of: 'its distance in front of the tragus',
    evidence: 'confirmed',
    sources: ['S82'],
  },
  why: arteryHit,
} as const;

const dividesAt = {
  at: division,
  is: 'its division, 21.7 ± 15.8 mm above the zygomatic arch',
  evidence: 'confirmed',
  sources: ['S84'],
} as const;

const branchNerve = walk(
  walk(landmark('tragus'), forward, within(3.45, 11.88, 7.7, 'derived')),
  upTemple,
  within(6.19, 25.65, 15.9, 'derived'),
);

export const templeZones: readonly DangerZone[] = [
  {
    ...artery,
    id: 'superficial-temporal-artery',
    name: 'Superficial temporal artery',
    course: [
      {
        at: atEyeLine,
        is: '15.55 ± 4.5 mm in front of the tragus, on the line to the corner of the eye',
        evidence: 'confirmed',
        sources: ['S82'],
      },
      dividesAt,
    ],
    drawn:
      'The arch is taken at the line from tragus to eye, and the trunk drawn straight up (82° to the horizontal in 161 half-heads).',
    conflict:
      'Where it divides varies: 21.7 ± 15.8 mm above the arch (70 vessels, S84), and above the line from tragus to eye in 93 % (S82).',
  },
  {
    ...artery,
    id: 'superficial-temporal-artery-frontal',
    name: 'Superficial temporal artery, frontal branch',
    course: [
      dividesAt,
      {
        at: walk(division, { go: 'diagonal', toward: 'forward', degrees: 40 }, exactly(55, 'derived')),
        is: 'up and forward at 40° to the horizontal, as far as it is drawn',
        evidence: 'derived',
        sources: ['S85'],
      },
    ],
    drawn: 'The angle was measured (40° to the horizontal, 161 half-heads); the length drawn is chosen.',
  },
  {
    ...artery,
    id: 'superficial-temporal-artery-parietal',
    name: 'Superficial temporal artery, parietal branch',
    course: [
      dividesAt,
      {
        at: walk(division, { go: 'diagonal', toward: 'back', degrees: 80 }, exactly(55, 'derived')),
        is: 'on toward the crown, as far as it is drawn',
        evidence: 'derived',
        sources: [],
      },
    ],
    drawn: 'No measurement of its direction was read: it is drawn on from the trunk, leaning slightly back.',
  },
  {
    id: 'auriculotemporal-nerve',
    name: 'Auriculotemporal nerve',
    kind: 'nerve',
    course: [
      {
        at: walk(landmark('tragus'), forward, within(3.45, 11.88, 7.7, 'derived')),
        is: 'in front of the tragus',
        evidence: 'derived',
        sources: ['S83'],
      },
      {
        at: branchNerve,
        is: 'where its superficial temporal branch divides, 3.5 to 11.9 mm in front of and 6.2 to 25.7 mm above the tragus',
        evidence: 'confirmed',
        sources: ['S83'],
      },
      {
        at: walk(branchNerve, upTemple, exactly(35, 'derived')),
        is: 'on toward the crown behind the artery, as far as it is drawn',
        evidence: 'derived',
        sources: [],
      },
    ],
    drawn: 'The middle of the two measured ranges is taken; above, it is drawn straight up, behind the artery.',
    spread: {
      mm: 4.2,
      is: 'half-range',
      of: 'the distance of its division in front of the tragus; no standard deviation was read',
      evidence: 'derived',
      sources: ['S83'],
    },
    why: {
      text: 'A needle in the nerve stings up the temple and may leave it numb for a while.',
      evidence: 'unconfirmed',
      sources: [],
      taught: true,
    },
  },
];
