import type { Evidence, Place } from './rule';
import type { Caution } from './site';
import type { SourceId } from './sources';

export type ZoneKind = 'nerve' | 'artery' | 'band' | 'lung';

/** Every zone lies on both sides and is written once, like the rule of a bilateral muscle. */
export type ZoneSide = 'left' | 'right';
export const zoneSides: readonly ZoneSide[] = ['left', 'right'];

/** One point that a zone's course passes, and how well it is known. */
export type CoursePoint = {
  readonly at: Place;
  /** "where it pierces the trapezius". */
  readonly is: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

/** How far to either side of its course a zone reaches, mm along the skin: within it a point counts as inside. */
type ZoneSpread = {
  readonly mm: number;
  /** One standard deviation, half of a measured range, a published distance to keep, or a choice of this table. */
  readonly is: 'sd' | 'half-range' | 'keep-off' | 'chosen';
  /** What was measured, or why it was chosen. */
  readonly of: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

/** How deep something lies straight down under the skin of the course, mm. The shallowest mean that was read. */
type ZoneDepth = {
  readonly mm: number;
  readonly of: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

export type ZoneId =
  | 'supraorbital-nerve'
  | 'supratrochlear-nerve'
  | 'orbital-rim'
  | 'superficial-temporal-artery'
  | 'superficial-temporal-artery-frontal'
  | 'superficial-temporal-artery-parietal'
  | 'auriculotemporal-nerve'
  | 'greater-occipital-nerve'
  | 'lesser-occipital-nerve'
  | 'third-occipital-nerve'
  | 'occipital-artery'
  | 'lung-apex';

/** Something a needle should not meet, as a course along the skin above it. */
export type DangerZone = {
  readonly id: ZoneId;
  readonly name: string;
  readonly kind: ZoneKind;
  /** At least two, in order along the course. */
  readonly course: readonly CoursePoint[];
  /** Take fractions of the way along the crest of the shoulder, as the trapezius sites do. */
  readonly ridge?: true;
  /** Which part of the course nobody measured. */
  readonly drawn: string;
  readonly spread: ZoneSpread;
  /** Absent where the zone lies just under the skin. */
  readonly depth?: ZoneDepth;
  /** What may follow if it is hit. Without sources: general knowledge. */
  readonly why: Caution;
  /** Where sources disagree. */
  readonly conflict?: string;
};

/** A course this near counts as a neighbour even where its spread is less: the paradigm's fingerbreadth. */
export const neighbourReach: { readonly mm: number; readonly evidence: Evidence } = { mm: 15, evidence: 'derived' };
