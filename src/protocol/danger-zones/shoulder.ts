import type { DangerZone } from '../danger-zone';
import { between, exactly, landmark } from '../expressions';

export const shoulderZones: readonly DangerZone[] = [
  {
    id: 'lung-apex',
    name: 'Lung apex under the shoulder ridge',
    kind: 'lung',
    ridge: true,
    course: [
      {
        at: landmark('neck-shoulder'),
        is: 'the inner end of the ridge',
        evidence: 'derived',
        sources: [],
      },
      {
        at: between(landmark('neck-shoulder'), landmark('acromion'), exactly(0.2, 'derived')),
        is: 'a fifth of the way to the acromion, so that the line keeps to the crest',
        evidence: 'derived',
        sources: [],
      },
      {
        at: between(landmark('neck-shoulder'), landmark('acromion'), exactly(0.33, 'derived')),
        is: 'a third of the way to the acromion: midway from C7 to the acromion, where the pleura was measured',
        evidence: 'derived',
        sources: ['S90'],
      },
    ],
    drawn: 'The depth was measured at the outer end of this line; inward of it the line follows the ridge.',
    spread: {
      mm: 10,
      is: 'chosen',
      of: 'either side of the crest of the ridge, chosen for this table; no source gives a width',
      evidence: 'derived',
      sources: [],
    },
    depth: {
      mm: 14.6,
      of: 'straight down to the pleura, mean of 60 women by ultrasonography (17.4 mm in 41 men)',
      evidence: 'confirmed',
      sources: ['S90'],
    },
    why: {
      text: 'A needle pointing down, or down and inward, can reach the lung (pneumothorax): keep it level, across the pinched ridge.',
      evidence: 'confirmed',
      sources: ['S90', 'S91'],
    },
    conflict:
      'MRI of 57 adults gives far more room, 7 cm beside C7: 46.7 to 53.5 mm in the shortest direction (30° inward), at least 33.4 mm (S91). ' +
      'The smaller figure is taken here.',
  },
];
