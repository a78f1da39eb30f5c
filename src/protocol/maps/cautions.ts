import type { Caution } from '../site';

/**
 * What goes wrong at a site and how to avoid it, by muscle and ordinal; the same on both maps.
 * The first of a list is the one to read first.
 */

const recalled = { evidence: 'unconfirmed', sources: ['S4'] } as const;

export const corrugatorCautions: readonly Caution[] = [
  {
    text: 'Too low, too lateral or too deep reaches the lid elevator: the upper lid droops.',
    missed: ['low', 'lateral'],
    ...recalled,
  },
  { text: 'Too high reaches the lower medial frontalis: the medial brow drops.', missed: ['high'], ...recalled },
  {
    text: 'Cosmetic guidance: keep at least 1 cm above the orbital rim.',
    evidence: 'weak',
    missed: ['low'],
    sources: ['S24', 'S25'],
    prevents: true,
  },
  {
    text: 'Cosmetic guidance: do not pass lateral to the mid-pupil line.',
    evidence: 'weak',
    missed: ['lateral'],
    sources: ['S24'],
    prevents: true,
  },
];

export const procerusCautions: readonly Caution[] = [
  {
    text: 'Cosmetic guidance: too high or too shallow weakens the medial frontalis and the medial brow drops: keep toward the root of the nose.',
    evidence: 'weak',
    missed: ['high'],
    sources: ['S25'],
  },
  { text: 'Do not touch the periosteum: it hurts.', ...recalled, prevents: true },
];

const browFirst: Caution = {
  text: 'Look for drooping brows or lids before injecting, and set expectations.',
  evidence: 'confirmed',
  sources: ['S3'],
  prevents: true,
};

/** Where the skin of the forehead stops moving up and starts moving down. */
export const aboveConvergence: Caution = {
  text: 'Injecting above about 61 % of the forehead height avoids brow drop (60.9 ± 10.2 % in men, 60.6 ± 9.6 % in women).',
  evidence: 'confirmed',
  missed: ['low'],
  sources: ['S19'],
  prevents: true,
};

export const frontalisCautions: readonly (readonly Caution[])[] = [
  [
    {
      text: 'A low injection drops the brow. Check first whether the brow already droops or is held up by effort.',
      missed: ['low'],
      ...recalled,
    },
    aboveConvergence,
    browFirst,
  ],
  [
    { text: 'Too low and lateral drops the lateral brow.', missed: ['low', 'lateral'], ...recalled },
    {
      text: 'Too medial leaves the lateral fibres unopposed: a peaked ("Spock") brow.',
      evidence: 'weak',
      missed: ['medial'],
      sources: ['S25'],
    },
    browFirst,
  ],
];

const temporalDepth: Caution = {
  text: 'In heavier patients the muscle can lie deeper than the needle is long (13.5 ± 2.6 mm at BMI over 35).',
  evidence: 'confirmed',
  sources: ['S20'],
};
const temporalNeighbours: Caution = {
  text: 'Neighbours to avoid: superficial temporal artery, auriculotemporal and zygomaticotemporal nerves, middle temporal vein.',
  evidence: 'confirmed',
  sources: ['S14'],
};

export const temporalisCautions: readonly (readonly Caution[])[] = [
  [
    {
      text: 'The superficial temporal artery runs in front of and above the tragus: feel the pulse and stay off it.',
      missed: ['forward'],
      ...recalled,
    },
    temporalNeighbours,
    temporalDepth,
  ],
  [
    { text: 'The temple bruises easily: look for vessels.', evidence: 'weak', sources: ['S25'] },
    temporalNeighbours,
    temporalDepth,
  ],
  [
    {
      text: 'Keep behind the hairline and the lateral brow: toxin in the lateral frontalis drops the brow.',
      evidence: 'weak',
      missed: ['forward'],
      sources: ['S25'],
    },
    temporalNeighbours,
    temporalDepth,
  ],
  [{ text: 'Stay within the temporal line.', ...recalled, prevents: true }, temporalNeighbours, temporalDepth],
];

const aboveTheRidge: Caution = {
  text: 'Below the nuchal ridge the needle is in neck muscle: neck weakness and pain.',
  missed: ['low'],
  ...recalled,
};
const occipitalNeighbours: Caution = {
  text: 'The greater occipital nerve and the occipital artery lie medial to and below the sites.',
  missed: ['medial', 'low'],
  ...recalled,
};

export const occipitalisCautions: readonly (readonly Caution[])[] = [
  [aboveTheRidge, occipitalNeighbours],
  [
    aboveTheRidge,
    {
      text: 'The lesser occipital nerve runs about 7 cm lateral to the external occipital protuberance.',
      evidence: 'confirmed',
      missed: ['lateral'],
      sources: ['S16', 'S17'],
    },
    occipitalNeighbours,
  ],
  [
    aboveTheRidge,
    {
      text: 'The muscle begins about 3 cm lateral to the midline (29.6 ± 6.4 mm in 26 half-heads).',
      evidence: 'confirmed',
      missed: ['medial'],
      sources: ['S15'],
    },
    occipitalNeighbours,
  ],
];

const neckDepth: Caution = {
  text: 'Semispinalis capitis often lies deeper than the needle is long: 15.4 ± 4.7 mm at BMI 25 to 30, 19.4 ± 3.9 mm over 35.',
  evidence: 'confirmed',
  sources: ['S20'],
};

export const paraspinalCautions: readonly (readonly Caution[])[] = [
  [
    {
      text: 'Never in the midline. Too low or too deep reaches the extensors: neck pain, weak extension, head drop.',
      missed: ['medial', 'low'],
      ...recalled,
    },
    {
      text:
        'The greater occipital nerve pierces semispinalis capitis within millimetres of this site: 13.1 ± 6.0 mm lateral to ' +
        'and 27.7 ± 9.9 mm below the external occipital protuberance (60 sides).',
      evidence: 'confirmed',
      sources: ['S18'],
    },
    neckDepth,
  ],
  [
    {
      text: 'Near the exit of the greater occipital nerve: stay superficial and close to the hairline.',
      missed: ['low', 'medial'],
      ...recalled,
    },
    {
      text:
        'The greater occipital nerve pierces trapezius 22.6 ± 7.4 mm lateral to and 16.3 ± 5.9 mm below the external ' +
        'occipital protuberance (60 sides).',
      evidence: 'confirmed',
      sources: ['S18'],
    },
    neckDepth,
  ],
];

const lungBelow: Caution = {
  text: 'The apex of the lung lies below: never perpendicular, never deep.',
  ...recalled,
};
const upperTrapezius: Caution = {
  text: 'Avoid the lower trapezius: shoulder weakness.',
  missed: ['back'],
  ...recalled,
  prevents: true,
};

export const trapeziusCautions: readonly (readonly Caution[])[] = [
  [lungBelow, upperTrapezius],
  [lungBelow, upperTrapezius],
  [
    lungBelow,
    {
      text: 'Stay lateral to the neck: levator scapulae and the scalenes lie medially.',
      missed: ['medial'],
      ...recalled,
      prevents: true,
    },
    upperTrapezius,
  ],
];
