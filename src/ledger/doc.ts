import type { Entry } from './entry';

/**
 * A ledger as it is kept: the entries, which are the record, and the steps that redo would bring back, newest last.
 * A session has both fields and can be handed to every command as it is.
 */
export type LedgerDoc = {
  readonly entries: readonly Entry[];
  readonly undone: readonly (readonly Entry[])[];
};

/** Who did it, when, in which step, and the ids: passed in, so that the ledger needs neither clock nor chance. */
export type Stamp = {
  readonly step: string;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly by: string;
  /** A new id on every call, one for each entry of the step. */
  readonly newId: () => string;
};
