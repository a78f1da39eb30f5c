import type { Cited } from './paradigm';
import type { SourceId } from './sources';

/**
 * What stands behind the sentences that patients read, by the key of the sentence. The numbers of a sentence are here and not
 * in its words, so that four languages cannot differ; what stands in another table is taken from there.
 */
export type PatientFact = Cited & {
  /** What the sentence is filled in with, by name. */
  readonly values?: Readonly<Record<string, number>>;
  /** A convention, or chosen here: nothing was read for it. What has no source says so. */
  readonly taught?: true;
  /** What something feels like, which no source tells. */
  readonly feel?: true;
};

/** Done so by convention, or common sense; nothing was read for it. */
export const taught = { evidence: 'unconfirmed', sources: [], taught: true } as const;
/** Read in these sources. */
export const read = (...sources: readonly SourceId[]): PatientFact => ({ evidence: 'confirmed', sources });
/** Read in sources that support it weakly. */
export const weakly = (...sources: readonly SourceId[]): PatientFact => ({ evidence: 'weak', sources });
/** The paper that is believed to hold it was not read there. */
export const recalled = (...sources: readonly SourceId[]): PatientFact => ({ evidence: 'unconfirmed', sources });
/** Follows from what these sources say; none says it itself. */
export const derived = (...sources: readonly SourceId[]): PatientFact => ({ evidence: 'derived', sources });

/** The grade and the sources of another table's row, without the rest of it. */
export const cited = ({ evidence, sources }: Cited): Cited => ({ evidence, sources });
