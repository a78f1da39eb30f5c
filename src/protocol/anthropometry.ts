import type { Evidence } from './rule';
import type { SourceId } from './sources';

/** What a head can be made to measure, in the order in which it is asked for. */
export const headMeasures = [
  'headLength',
  'headBreadth',
  'headCircumference',
  'foreheadHeight',
  'interpupillary',
  'neckGirth',
  'neckLength',
  'shoulderLength',
] as const;
export type HeadMeasure = (typeof headMeasures)[number];

export type Population = 'women' | 'men';
export const populations = ['women', 'men'] as const satisfies readonly Population[];

/** Mean and standard deviation, mm. */
type Spread = { readonly mean: number; readonly sd: number };

export type Anthropometry = {
  /** How it is measured on a person and on the model. */
  readonly what: string;
  /** Null where no survey was read: then no percentile is claimed. */
  readonly spread: Readonly<Record<Population, Spread>> | null;
  /** The least and the most that the model is made to measure, mm. */
  readonly limits: { readonly min: number; readonly max: number };
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

/** Standard deviations from the mean to the 1st or 99th and to the 5th or 95th percentile of a normal distribution. */
const toFirst = 2.3263;
const toFifth = 1.6449;

/** From the 1st percentile of women to the 99th of men. ANSUR II: 1,986 women and 4,082 men (US Army, 2010 to 2012). */
function surveyed(what: string, women: Spread, men: Spread): Anthropometry {
  return {
    what,
    spread: { women, men },
    limits: {
      min: Math.round(women.mean - toFirst * women.sd),
      max: Math.round(men.mean + toFirst * men.sd),
    },
    evidence: 'derived',
    sources: ['S73'],
  };
}

/** Computed from the public raw data of the survey, hence `derived`. */
export const anthropometry: Readonly<Record<HeadMeasure, Anthropometry>> = {
  headLength: surveyed(
    'glabella to the hindmost point of the head (opisthocranion), straight',
    { mean: 189.8, sd: 7.4 },
    { mean: 199.5, sd: 7.0 },
  ),
  headBreadth: surveyed(
    'greatest breadth above the ears, straight',
    { mean: 147.8, sd: 5.2 },
    { mean: 154.3, sd: 5.5 },
  ),
  headCircumference: surveyed(
    'around the head over glabella and opisthocranion',
    { mean: 561.1, sd: 19.4 },
    { mean: 574.4, sd: 16.0 },
  ),
  foreheadHeight: {
    what: 'glabella to hairline in the midline, along the skin',
    spread: null,
    limits: { min: 50, max: 65 },
    evidence: 'unconfirmed',
    sources: [],
  },
  interpupillary: surveyed('between the pupils, straight', { mean: 61.7, sd: 3.6 }, { mean: 64.0, sd: 3.4 }),
  neckGirth: surveyed(
    'around the neck below the larynx, square to its axis',
    { mean: 329.8, sd: 19.2 },
    { mean: 397.6, sd: 25.8 },
  ),
  neckLength: surveyed(
    'tragus above the seventh cervical spine, upright',
    { mean: 106.3, sd: 11.8 },
    {
      mean: 107.8,
      sd: 12.7,
    },
  ),
  shoulderLength: surveyed(
    'neck-shoulder point to acromion, along the skin',
    { mean: 135.4, sd: 10.3 },
    { mean: 149.8, sd: 10.5 },
  ),
};

/** The heads offered by name. */
export const presetPercentiles = [5, 50, 95] as const;
export type PresetPercentile = (typeof presetPercentiles)[number];
const fromMean: Readonly<Record<PresetPercentile, number>> = { 5: -toFifth, 50: 0, 95: toFifth };

/** A measure at a percentile of women or men, mm to a tenth; null where no survey was read. */
export function atPercentile(
  measure: HeadMeasure,
  population: Population,
  percentile: PresetPercentile,
): number | null {
  const spread = anthropometry[measure].spread?.[population];
  return spread === undefined ? null : Math.round(10 * (spread.mean + fromMean[percentile] * spread.sd)) / 10;
}

/** The percentile (0 to 100) of a measure among women or men, taking it as normally distributed; null without a survey. */
export function percentileOf(measure: HeadMeasure, population: Population, mm: number): number | null {
  const spread = anthropometry[measure].spread?.[population];
  return spread === undefined ? null : 100 * normalShare((mm - spread.mean) / spread.sd);
}

/** The share of a normal distribution below z (Abramowitz and Stegun 26.2.17, error under 1e-7). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t;
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? tail : 1 - tail;
}
