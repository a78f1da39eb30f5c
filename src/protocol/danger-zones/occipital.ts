import type { DangerZone } from '../danger-zone';
import { down, exactly, landmark, lateral, up, walk } from '../expressions';
import type { Evidence, Place } from '../rule';

const inion = landmark('inion');
/** Below the inion and lateral of the midline, as the dissections measured. */
const below = (mm: number, lateralMm: number, evidence: Evidence = 'confirmed'): Place =>
  walk(walk(inion, down, exactly(mm, evidence)), lateral, exactly(lateralMm, evidence));
const above = (mm: number, lateralMm: number, evidence: Evidence): Place =>
  walk(walk(inion, up, exactly(mm, evidence)), lateral, exactly(lateralMm, evidence));

const nerveHit = {
  text: 'A needle in the nerve stings over the back of the head and may leave it sore or numb: stay superficial.',
  evidence: 'unconfirmed',
  sources: [],
  taught: true,
} as const;

/** The greater occipital nerve and the occipital artery cross here. */
const crossing = {
  at: above(5, 40, 'derived'),
  is: 'about 4 cm lateral of the inion',
} as const;

export const occipitalZones: readonly DangerZone[] = [
  {
    id: 'greater-occipital-nerve',
    name: 'Greater occipital nerve',
    kind: 'nerve',
    course: [
      {
        at: below(27.7, 13.1),
        is: 'where it pierces the semispinalis, 13.1 ± 6.0 mm lateral and 27.7 ± 9.9 mm below the inion',
        evidence: 'confirmed',
        sources: ['S18'],
      },
      {
        at: below(16.3, 22.6),
        is: 'where it pierces the trapezius, 22.6 ± 7.4 mm lateral and 16.3 ± 5.9 mm below the inion',
        evidence: 'confirmed',
        sources: ['S18'],
      },
      {
        ...crossing,
        is: `${crossing.is}, where it branches, 0.5 cm above its level`,
        evidence: 'confirmed',
        sources: ['S17', 'S16'],
      },
      {
        at: above(40, 45, 'derived'),
        is: 'on toward the crown, as far as it is drawn',
        evidence: 'derived',
        sources: [],
      },
    ],
    drawn: 'The course between the measured points, and above the last of them, is drawn.',
    spread: {
      mm: 7.4,
      is: 'sd',
      of: 'its distance from the midline where it pierces the trapezius (60 sides)',
      evidence: 'confirmed',
      sources: ['S18'],
    },
    why: nerveHit,
    conflict:
      'Another study puts it at 0.41 of the way from the inion to the mastoid process (22 sides, S81), where S18 means about 0.22. ' +
      'S18 is taken here.',
  },
  {
    id: 'third-occipital-nerve',
    name: 'Third occipital nerve',
    kind: 'nerve',
    course: [
      {
        at: below(44.2, 12.9),
        is: 'where it pierces the trapezius, 12.9 ± 9.3 mm lateral and 44.2 ± 21.4 mm below the inion',
        evidence: 'confirmed',
        sources: ['S18'],
      },
      {
        at: walk(inion, lateral, exactly(3, 'confirmed')),
        is: '3 mm lateral to the inion',
        evidence: 'confirmed',
        sources: ['S17'],
      },
    ],
    drawn: 'The course between the two measured points is drawn.',
    spread: {
      mm: 9.3,
      is: 'sd',
      of: 'its distance from the midline where it pierces the trapezius (60 sides)',
      evidence: 'confirmed',
      sources: ['S18'],
    },
    why: nerveHit,
  },
  {
    id: 'lesser-occipital-nerve',
    name: 'Lesser occipital nerve',
    kind: 'nerve',
    course: [
      {
        at: below(78.83, 63.69),
        is: 'where it comes round the sternocleidomastoid, 63.7 ± 11.3 mm lateral and 78.8 ± 17.2 mm below the inion',
        evidence: 'confirmed',
        sources: ['S88'],
      },
      {
        at: walk(inion, lateral, exactly(70, 'confirmed')),
        is: '7 cm lateral of the inion',
        evidence: 'confirmed',
        sources: ['S17', 'S16'],
      },
      {
        at: above(20, 72, 'derived'),
        is: 'on behind the ear, as far as it is drawn',
        evidence: 'derived',
        sources: [],
      },
    ],
    drawn: 'The course between the measured points, and above the second of them, is drawn.',
    spread: {
      mm: 11.3,
      is: 'sd',
      of: 'its distance from the midline where it comes round the sternocleidomastoid (48 sides)',
      evidence: 'confirmed',
      sources: ['S88'],
    },
    why: nerveHit,
  },
  {
    id: 'occipital-artery',
    name: 'Occipital artery',
    kind: 'artery',
    course: [
      {
        at: below(20, 51),
        is: 'where it meets the lesser occipital nerve, 51 ± 9 mm lateral and 20 ± 15 mm below the level of the ear canals',
        evidence: 'confirmed',
        sources: ['S89'],
      },
      {
        ...crossing,
        is: `${crossing.is}, where it crosses the greater occipital nerve`,
        evidence: 'confirmed',
        sources: ['S16'],
      },
      {
        at: above(40, 34, 'derived'),
        is: 'on toward the crown, as far as it is drawn',
        evidence: 'derived',
        sources: [],
      },
    ],
    drawn:
      'The level of the ear canals is taken at the inion. No height is given for the crossing: it is taken where the nerve is measured 4 cm lateral. Between and above, the course is drawn; the artery winds.',
    spread: {
      mm: 9,
      is: 'sd',
      of: 'its distance from the midline where it meets the lesser occipital nerve (11 of 20 sides)',
      evidence: 'confirmed',
      sources: ['S89'],
    },
    why: {
      text: 'The artery bleeds and bruises if it is hit.',
      evidence: 'unconfirmed',
      sources: [],
      taught: true,
    },
  },
];
