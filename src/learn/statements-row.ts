import type { Evidence } from '../protocol/rule';
import type { SourceId } from '../protocol/sources';

/** A row of some table of the protocol: what it says, how well that is supported, and by what. */
export type Told = {
  readonly text: string;
  readonly evidence: Evidence;
  readonly sources: readonly SourceId[];
  /** A teaching convention, as the table says. */
  readonly taught?: true;
  /** Of a rule that finds one site: which, 1-based within muscle and side. */
  readonly ordinal?: number;
};
