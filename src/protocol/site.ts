import type { Evidence, Place } from './rule';
import type { SourceId } from './sources';
import type { MuscleId, Side, SiteId, Units } from './words';

/** How a needle is held, as anatomy stands it on a head. */
export type NeedleWay =
  /** At `degrees` to the skin, the tip going `up` along it; at 90 straight in, and `up` is only where the bevel looks. */
  | { readonly kind: 'to-skin'; readonly degrees: number; readonly heading: 'up' }
  /**
   * Horizontal, whatever the skin does. Where the skin leans to that way by more than `steepestDegrees` it is no longer
   * "across the muscle, superficial", and the needle is not drawn.
   */
  | { readonly kind: 'level'; readonly heading: 'forward'; readonly steepestDegrees: number };

/** The direction of a needle's sentence as a machine reads it, with the grade of the sentence. */
export type NeedlePose = {
  readonly way: NeedleWay;
  /** Other ways that the sentence names, and in which words. */
  readonly alternatives: readonly { readonly way: NeedleWay; readonly said: string }[];
  /** What is not in the sentence but chosen to draw it, and why. */
  readonly chosen?: {
    readonly what: string;
    readonly evidence: Evidence;
    /** Of the drawing alone: where none is made, and why. Nothing of the patient. */
    readonly drawing: string;
  };
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

export type Needle = {
  readonly gauge: string;
  readonly lengthMm: number;
  /** Where a longer needle may be needed, and which. */
  readonly alternative?: { readonly lengthMm: number; readonly when: string };
  readonly direction: string;
  readonly pose: NeedlePose;
  readonly depth: string;
  /** Of direction and depth; the size is the paradigm's own (`needleSize`). */
  readonly evidence: Evidence;
};

export type LandmarkRule = {
  /** The rule as a clinician says it. */
  readonly sentence: string;
  /** The rule as anatomy walks it. */
  readonly place: Place;
  readonly evidence: Evidence;
  /** Where the rule itself is believed to stand; what speaks against it stands under `conflict`. */
  readonly sources: readonly SourceId[];
  /** Where published sources disagree with this rule, statement by statement, each with what it rests on itself. */
  readonly conflict?: readonly Disagreement[];
};

/** No source: it is inferred here, and its grade is then `unconfirmed`. */
export type Disagreement = {
  readonly text: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
  /** See `Caution`. */
  readonly taught?: true;
};

/** Which way a needle stands from its site: along the skin, lateral and medial of the patient's own midline. */
const missWays = ['high', 'low', 'forward', 'back', 'lateral', 'medial'] as const;
export type MissWay = (typeof missWays)[number];

export type Caution = {
  readonly text: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
  /** A teaching convention: it is taught so, or chosen here, and nothing was read for it. What has no source must say so. */
  readonly taught?: true;
  /** True where it tells how to keep clear; the others tell what goes wrong, some of them both. */
  readonly prevents?: true;
  /** The ways of missing the site that it speaks of; absent where it speaks of none. */
  readonly missed?: readonly MissWay[];
};

export type Site = {
  readonly id: SiteId;
  readonly muscle: MuscleId;
  readonly side: Side;
  /** 1-based within muscle and side. */
  readonly ordinal: number;
  /** 1..31, the order in which the paradigm lists the sites. */
  readonly order: number;
  readonly units: Units;
  readonly rule: LandmarkRule;
  readonly needle: Needle;
  readonly cautions: readonly Caution[];
  readonly sources: readonly SourceId[];
};
