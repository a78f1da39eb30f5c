import type { CoursePoint, DangerZone } from '../danger-zone';
import { between, exactly, landmark, lateral, level, up, down, walk, within } from '../expressions';
import type { Measure, Place } from '../rule';

/** The level at which the upper orbital rim is taken: that of its medial edge. */
const rim = landmark('medial-orbital-rim');
const onRim = (fromMidline: Measure): Place => level(walk(landmark('glabella'), lateral, fromMidline), down, rim);

const nerveHit = {
  text: 'A needle in the nerve stings along the forehead and may leave it numb for a while.',
  evidence: 'unconfirmed',
  sources: [],
  taught: true,
} as const;

// The mean of the two means; a fraction of the width then gives the width itself: 23.2 mm / 0.48 = 48.3 mm.
const supraorbitalExit = onRim(within(22.69, 23.64, 23.2, 'derived'));
const supratrochlearExit = onRim(exactly(15, 'derived'));

const aboveRim = (place: Place, evidence: CoursePoint['evidence'], is: string): CoursePoint => ({
  at: place,
  is,
  evidence,
  sources: [],
});

export const orbitalZones: readonly DangerZone[] = [
  {
    id: 'supraorbital-nerve',
    name: 'Supraorbital nerve',
    kind: 'nerve',
    course: [
      {
        at: supraorbitalExit,
        is: 'its exit at the orbital rim, 23.6 mm (men) or 22.7 mm (women) from the midline',
        evidence: 'confirmed',
        sources: ['S80'],
      },
      {
        at: walk(supraorbitalExit, up, within(19, 32, 25.5, 'derived')),
        is: 'where its superficial branch pierces the frontalis, 19 to 32 mm above the rim',
        evidence: 'confirmed',
        sources: ['S87'],
      },
      aboveRim(level(supraorbitalExit, up, landmark('hairline')), 'derived', 'drawn on to the level of the hairline'),
    ],
    drawn:
      'It leaves the rim at its measured distance from the midline and is drawn straight up; it divides into several branches.',
    spread: {
      mm: 3.4,
      is: 'sd',
      of: 'the distance of its exit from the midline (3.49 mm in men, 3.28 mm in women)',
      evidence: 'confirmed',
      sources: ['S80'],
    },
    why: nerveHit,
    conflict:
      'Another study gives its distance as 0.48 of the way from the midline to the outer orbital margin (22 sides, S81), without millimetres.',
  },
  {
    id: 'supratrochlear-nerve',
    name: 'Supratrochlear nerve',
    kind: 'nerve',
    course: [
      {
        at: supratrochlearExit,
        is: 'its exit at the orbital rim, 0.31 of the way from the midline to the outer orbital margin (15 mm here)',
        evidence: 'derived',
        sources: ['S81', 'S80'],
      },
      {
        at: walk(supratrochlearExit, up, within(9.6, 15.3, 12.5, 'derived')),
        is: 'where its branches pierce the frontalis, 9.6 to 15.3 mm above the rim',
        evidence: 'confirmed',
        sources: ['S86'],
      },
      aboveRim(
        level(supratrochlearExit, up, between(landmark('glabella'), landmark('hairline'), exactly(0.5, 'derived'))),
        'derived',
        'drawn on to the middle of the forehead',
      ),
    ],
    drawn:
      'The millimetres from the midline follow from two studies: one gives fractions of the width, the other the width. Above it is drawn straight up.',
    spread: {
      mm: 2.4,
      is: 'sd',
      of: 'its distance from the midline (0.05 of the half-width of the orbits)',
      evidence: 'derived',
      sources: ['S81', 'S80'],
    },
    why: nerveHit,
  },
  {
    id: 'orbital-rim',
    name: 'Orbital rim, 10 mm band',
    kind: 'band',
    course: [
      aboveRim(rim, 'derived', 'the medial edge of the upper rim'),
      aboveRim(level(landmark('mid-pupil'), up, rim), 'derived', 'above the pupil, level with the medial edge'),
      aboveRim(level(landmark('outer-canthus'), up, rim), 'derived', 'above the outer canthus, at the same level'),
      aboveRim(
        walk(landmark('outer-canthus'), lateral, exactly(5, 'derived')),
        'derived',
        'the outer rim, 5 mm lateral to the outer canthus here',
      ),
    ],
    drawn:
      'The rim is drawn level with its medial edge and then down to the outer canthus. No site comes near the lower rim, which is left out.',
    spread: {
      mm: 10,
      is: 'keep-off',
      of: 'cosmetic guidance to stay at least 1 cm above the rim',
      evidence: 'weak',
      sources: ['S24', 'S25'],
    },
    why: {
      text: 'So near the rim the toxin can reach the lid elevator: the upper lid droops.',
      evidence: 'weak',
      sources: ['S24', 'S25'],
    },
  },
];
