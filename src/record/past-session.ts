import type { ElsewhereDose, Indication, OtherToxin } from './visit';

/**
 * What later visits need of an earlier session, small enough to come from a listing: one for each product that was
 * injected in it, since units of two products are never added up.
 */
export type PastSession = {
  /** The session's. */
  readonly id: string;
  /** The patient's id. */
  readonly patient: string;
  /** The first needle, or where none was given the session's start. ISO 8601 with offset. */
  readonly at: string;
  readonly product: string;
  /** Everything that went into the patient: given, off-protocol and incidents. May hold a fraction. */
  readonly units: number;
  /** Nothing was injected in that session: what is counted was lost from the needle. */
  readonly noNeedle?: true;
  readonly indication?: Indication;
  /** An unsigned session counts as well: what was injected was injected. */
  readonly signed: boolean;
};

/** What the patient told of in a session: doses that no session here holds. */
export type ToldDoses = {
  /** The session's id. */
  readonly id: string;
  readonly patient: string;
  readonly elsewhere: readonly Pick<ElsewhereDose, 'units' | 'day'>[];
  readonly otherToxins: readonly Pick<OtherToxin, 'product' | 'units' | 'when'>[];
};
