import type { Evidence, Place } from './rule';
import type { SourceId } from './sources';
import type { MuscleId, Side, SiteId, Units } from './words';

export type Needle = {
  readonly gauge: string;
  readonly lengthMm: number;
  /** Where a longer needle may be needed, and which. */
  readonly alternative?: { readonly lengthMm: number; readonly when: string };
  readonly direction: string;
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
  /** Where published sources disagree with this rule, in a sentence. */
  readonly conflict?: string;
};

export type Caution = { readonly text: string; readonly evidence: Evidence; readonly sources: readonly SourceId[] };

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
