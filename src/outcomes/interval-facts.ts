import { type Cited, retreatment } from '../record/cited';

/**
 * What sources say of another time between two treatments, or of another dose. Nothing else is offered: no source was read that
 * gives a taper. Each is told to clinicians with its source.
 */
type IntervalFactId =
  | 'standard'
  /** Some clinicians treat every ten weeks where the effect wears off markedly; insurers rarely cover it. */
  | 'ten-weeks'
  /** Delaying, lowering doses or leaving out muscles may reduce the effect. */
  | 'delay-may-reduce'
  /** Patients in whom it wore off had been given fewer units; the authors suggest more. */
  | 'fewer-units-wore-off';

export type IntervalFact = { readonly id: IntervalFactId; readonly weeks: number | null } & Cited;

export const intervalFacts: readonly IntervalFact[] = [
  { id: 'standard', weeks: retreatment.days / 7, evidence: retreatment.evidence, sources: retreatment.sources },
  { id: 'ten-weeks', weeks: 10, evidence: 'weak', sources: ['S26', 'S33c'] },
  { id: 'delay-may-reduce', weeks: null, evidence: 'confirmed', sources: ['S3b'] },
  { id: 'fewer-units-wore-off', weeks: null, evidence: 'confirmed', sources: ['S11'] },
];
