import type { Evidence } from './rule';
import type { SourceId } from './sources';
import type { MuscleId } from './words';

/** The bands of body mass index (kg/m2) by which depths are published. What a border belongs to is not said there. */
export type BmiBand = 'under-25' | '25-30' | '30-35' | 'over-35';
export const bmiBands: readonly BmiBand[] = ['under-25', '25-30', '30-35', 'over-35'];

/** How deep a muscle lies under the skin, mm, square to the skin. */
export type MuscleDepth = {
  readonly muscle: MuscleId;
  /** The muscle that was measured, where the paradigm's is a group. */
  readonly measured: string;
  readonly band: BmiBand;
  readonly mean: number;
  readonly sd: number;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

const onCt = { evidence: 'confirmed', sources: ['S20'] } as const;
const temporalis = { muscle: 'temporalis', measured: 'temporalis', ...onCt } as const;
const semispinalis = { muscle: 'paraspinal', measured: 'semispinalis', ...onCt } as const;

/**
 * Skin-to-muscle depths as published. A muscle or band that is not here has no depth that was read, and none is made up:
 * the source may hold more than the abstract that was read.
 */
export const muscleDepths: readonly MuscleDepth[] = [
  { ...temporalis, band: 'over-35', mean: 13.5, sd: 2.6 },
  { ...semispinalis, band: '25-30', mean: 15.4, sd: 4.7 },
  { ...semispinalis, band: '30-35', mean: 15.9, sd: 5.1 },
  { ...semispinalis, band: 'over-35', mean: 19.4, sd: 3.9 },
];

/** The published depth of a muscle in a band; null where none was read. */
export const depthOf = (muscle: MuscleId, band: BmiBand): MuscleDepth | null =>
  muscleDepths.find((row) => row.muscle === muscle && row.band === band) ?? null;

/** Whether any band has a published depth of the muscle. */
export const hasDepth = (muscle: MuscleId): boolean => muscleDepths.some((row) => row.muscle === muscle);

/** What else lies at a published depth near a muscle's sites, and where it was measured. */
export type DeepNeighbour = {
  readonly muscle: MuscleId;
  readonly name: string;
  readonly mm: number;
  readonly at: string;
  readonly where: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
};

export const deepNeighbours: readonly DeepNeighbour[] = [
  {
    muscle: 'paraspinal',
    name: 'greater occipital nerve',
    mm: 13,
    at: 'at C2',
    where: 'on ultrasound at C2, 17 to 19 mm from the midline',
    evidence: 'confirmed',
    sources: ['S36'],
  },
];
