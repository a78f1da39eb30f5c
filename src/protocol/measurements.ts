import { anthropometry, type HeadMeasure } from './anthropometry';
import type { Evidence } from './rule';
import type { SourceId } from './sources';

/**
 * What people were measured to be: the figures that the drawn muscles and the landmarks are held against. They stand
 * here once. `anatomy` measures the built head and says how far it is from them; nothing is drawn from this table.
 */

/** Mean and standard deviation of one group of people; `n` sides or people where the source tells. */
export type Sample = {
  readonly of: 'everyone' | 'men' | 'women';
  readonly mean: number;
  readonly sd: number;
  readonly n?: number;
};

export type Measurement = {
  readonly id: string;
  readonly what: string;
  readonly unit: 'mm' | '%' | 'ratio';
  /** One group, or men and women: this head is neither, so the nearer of them counts. */
  readonly samples: readonly Sample[];
  readonly source: SourceId;
  readonly evidence: Evidence;
  /** Where the source gives no spread: what stands in its place, and why. Awaits clinical sign-off. */
  readonly chosenSpread?: string;
};

const everyone = (mean: number, sd: number, n: number): readonly Sample[] => [{ of: 'everyone', mean, sd, n }];
const bySex = (men: readonly [number, number], women: readonly [number, number]): readonly Sample[] => [
  { of: 'men', mean: men[0], sd: men[1], n: 4082 },
  { of: 'women', mean: women[0], sd: women[1], n: 1986 },
];

/** What the head can be sized to stands in its own table. */
function measured(measure: Exclude<HeadMeasure, 'foreheadHeight'>): readonly Sample[] {
  const { spread } = anthropometry[measure];
  if (spread === null) throw new RangeError(`nobody was measured for ${measure}`);
  return bySex([spread.men.mean, spread.men.sd], [spread.women.mean, spread.women.sd]);
}

const dissected = { unit: 'mm', evidence: 'confirmed' } as const;
const occipital = { ...dissected, source: 'S15' } as const;
const corrugating = { ...dissected, source: 'S21' } as const;
const surveyed = { unit: 'mm', source: 'S73', evidence: 'derived' } as const;
const shoulderLength = measured('shoulderLength');

export const muscleMeasurements = {
  occipitalisLateral: {
    id: 'occipitalis-lateral',
    what: 'Occipitalis: its medial border lateral to the vertical through the external occipital protuberance',
    samples: everyone(29.6, 6.4, 26),
    ...occipital,
  },
  occipitalisAbove: {
    id: 'occipitalis-above',
    what: 'Occipitalis: its lower border above the level of the external occipital protuberance',
    samples: everyone(7.1, 2.5, 26),
    ...occipital,
  },
  occipitalisWidth: {
    id: 'occipitalis-width',
    what: 'Occipitalis: width, from its medial to its lateral border',
    samples: everyone(60.9, 8.7, 26),
    ...occipital,
  },
  occipitalisHeight: {
    id: 'occipitalis-height',
    what: 'Occipitalis: height, from its lower to its upper border',
    samples: everyone(31.7, 7.5, 26),
    ...occipital,
  },
  corrugatorLength: {
    id: 'corrugator-length',
    what: 'Corrugator: length, from the middle of its origin along its fibres',
    samples: everyone(29.2, 6.4, 50),
    ...corrugating,
  },
  corrugatorWidth: {
    id: 'corrugator-width',
    what: 'Corrugator: greatest width across its fibres',
    samples: everyone(12.6, 3.3, 50),
    ...corrugating,
  },
  corrugatorThickness: {
    id: 'corrugator-thickness',
    what: 'Corrugator: thickness, as the belly is drawn above the skin',
    samples: everyone(1.62, 0.4, 50),
    ...corrugating,
  },
  corrugatorOriginMedial: {
    id: 'corrugator-origin-medial',
    what: 'Corrugator: medial end of its origin from the midline',
    samples: everyone(5.5, 4.9, 50),
    ...corrugating,
  },
  corrugatorOriginLateral: {
    id: 'corrugator-origin-lateral',
    what: 'Corrugator: lateral end of its origin from the midline',
    samples: everyone(14.6, 4.2, 50),
    ...corrugating,
  },
  temporalisRatio: {
    id: 'temporalis-ratio',
    what: 'Temporalis: width to height above the zygomatic arch',
    unit: 'ratio',
    samples: everyone(1.25, 0.05, 19),
    source: 'S14',
    evidence: 'confirmed',
    chosenSpread:
      'The source gives 5:4 and no spread. 0.05 is the way to 6:5 and a little more than half of that to 4:3: a ratio farther off would be told by other numbers.',
  },
  temporalisTendon: {
    id: 'temporalis-tendon',
    what: 'Temporalis: highest reach of its tendon above the zygomatic arch (line L1, the highest of five)',
    samples: everyone(45, 8.8, 21),
    ...dissected,
    source: 'S13',
  },
  frontalisConvergence: {
    id: 'frontalis-convergence',
    what: 'Frontalis: line of convergence, as a share of the forehead from the brow to the hairline',
    unit: '%',
    samples: [
      { of: 'men', mean: 60.9, sd: 10.2, n: 11 },
      { of: 'women', mean: 60.6, sd: 9.6, n: 16 },
    ],
    source: 'S19',
    evidence: 'confirmed',
  },
  trapeziusRidge: {
    id: 'trapezius-ridge',
    what: 'Trapezius: length of the shoulder ridge, neck inflection to acromion, that lies in it',
    samples: shoulderLength,
    ...surveyed,
  },
} as const satisfies Readonly<Record<string, Measurement>>;

export const headMeasurements = {
  headLength: {
    id: 'head-length',
    what: 'Head length, glabella to opisthocranion',
    samples: measured('headLength'),
    ...surveyed,
  },
  headBreadth: {
    id: 'head-breadth',
    what: 'Head breadth above the ears',
    samples: measured('headBreadth'),
    ...surveyed,
  },
  headCircumference: {
    id: 'head-circumference',
    what: 'Head circumference, the largest over the glabella',
    samples: measured('headCircumference'),
    ...surveyed,
  },
  bizygomaticBreadth: {
    id: 'bizygomatic-breadth',
    what: 'Bizygomatic breadth',
    samples: bySex([142.6, 6.2], [133.8, 5.6]),
    ...surveyed,
  },
  tragionToTop: {
    id: 'tragion-to-top',
    what: 'Tragion to the top of the head (from the tragus, which lies a few mm below the tragion)',
    samples: bySex([131.1, 6.2], [126.5, 6.5]),
    ...surveyed,
  },
  interpupillary: {
    id: 'interpupillary',
    what: 'Interpupillary distance',
    samples: measured('interpupillary'),
    ...surveyed,
  },
  eyeAboveTragion: {
    id: 'outer-eye-above-tragion',
    what: 'Outer corner of the eye above the tragion (above the tragus, a few mm lower)',
    samples: bySex([17.4, 8.1], [17.5, 7.8]),
    ...surveyed,
  },
  topAboveC7: {
    id: 'top-above-c7',
    what: 'Top of the head above C7',
    samples: bySex([238.9, 12.9], [232.8, 11.9]),
    ...surveyed,
  },
  tragionAboveC7: {
    id: 'tragion-above-c7',
    what: 'Tragion above C7 (from the tragus, a few mm lower)',
    samples: measured('neckLength'),
    ...surveyed,
  },
  acromionBelowC7: {
    id: 'acromion-below-c7',
    what: 'Acromion below C7',
    samples: bySex([76.6, 13.6], [60.6, 13.3]),
    ...surveyed,
  },
  biacromialBreadth: {
    id: 'biacromial-breadth',
    what: 'Biacromial breadth',
    samples: bySex([415.7, 19.2], [365.3, 18.3]),
    ...surveyed,
  },
  shoulderLength: {
    id: 'shoulder-length',
    what: 'Shoulder length, neck inflection to acromion along the ridge',
    samples: shoulderLength,
    ...surveyed,
  },
} as const satisfies Readonly<Record<string, Measurement>>;

/** Published figures that bear on a site without being an extent of a muscle. */
export const clearances = {
  /** "At least 45 mm vertically above the zygomatic arch", to reach muscle rather than tendon. */
  aboveTendon: { mm: 45, source: 'S13', evidence: 'confirmed' },
  /** At or just above the crossing of the lines from each medial brow to the opposite inner canthus. */
  cosmeticProcerus: { source: 'S24', evidence: 'weak' },
} as const satisfies Readonly<
  Record<string, { readonly mm?: number; readonly source: SourceId; readonly evidence: Evidence }>
>;

/** Published figures that this head cannot be held against, and why. */
export const unmeasured: readonly { readonly what: string; readonly source: SourceId; readonly why: string }[] = [
  {
    what: 'Corrugator: lateral insertion 7.6 ± 2.7 mm and apex 18.0 ± 3.7 mm medial to the lateral orbital rim',
    source: 'S22',
    why: 'the head has no landmark on the lateral orbital rim, and the source is garbled',
  },
  {
    what: 'Temporalis: tendon heights 29.7 ± 6.8, 37.7 ± 11.1, 42.5 ± 7.5 and 32.1 ± 0.4 mm on the lines L0, L2, L3 and L4',
    source: 'S13',
    why: 'where the lines run was not readable; only the highest of the five heights is compared',
  },
];
