import type { Anchor } from '../anatomy/anchor';
import type { Amount, MuscleId, Side, SiteId, Units } from '../protocol/words';
import type { EventEntry, MoveEntry, ToldZone } from './entry';

/**
 * What the entries say of one site. `next` is no state of a site: it is the first planned one in the order of work.
 * A voided extra is `withdrawn`: it stays in the entries, not on the map.
 */
export type SiteState = 'planned' | 'given' | 'skipped' | 'withdrawn';

/** How a site came to stand where it does: the last of its moves, and where it was planned. */
export type Moved = Pick<MoveEntry, 'at' | 'shiftMm' | 'outsideMm' | 'reason'> & { readonly from: Anchor };

export type SiteRow = {
  readonly id: SiteId;
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly ftp: boolean;
  /** Where it stands now. */
  readonly anchor: Anchor;
  /** Absent while it stands where it was planned. */
  readonly moved?: Moved;
  /** The danger zones that were told of this place; absent where none were. */
  readonly warned?: readonly ToldZone[];
  readonly state: SiteState;
  /** When it was given or skipped, and the reason of a skip. */
  readonly at?: string;
  readonly reason?: string;
};

/** Something that happened beside the plan. One that was entered by mistake stays in the record, and counts for nothing. */
export type EventRow = {
  readonly entry: EventEntry;
  readonly voided?: { readonly at: string; readonly reason: string };
};

/** Totals folded from the entries. What is counted in `Units` is of the paradigm or whole aliquots; all sums are exact. */
export type Totals = {
  /** The paradigm's own: at its sites, by its rules. */
  readonly given: Units;
  /** Planned or given: 155 at opening. */
  readonly planned: Units;
  readonly cap: Units;
  readonly sitesGiven: number;
  readonly sitesSkipped: number;
  /** Planned or given, like `planned`. */
  readonly sitesPlanned: number;
  readonly byMuscle: Readonly<Record<MuscleId, MuscleTotals>>;
  readonly byVial: ReadonlyMap<string, VialTotals>;
  /** Outside the paradigm: none of it is in `given`, `planned` or a muscle. */
  readonly offProtocol: Units;
  readonly incidents: Amount;
  /** Given, off-protocol and incidents: what counts toward the patient's cumulative dose. A leak counts in full. */
  readonly total: Amount;
  /** The procedure was broken off, and the stop stands. */
  readonly stopped: boolean;
};

/** Where the units of a vial are: strength = drawn + wasted + left. */
export type VialTotals = {
  readonly strength: Units;
  readonly given: Amount;
  readonly offProtocol: Amount;
  readonly incidents: Amount;
  readonly wasted: Amount;
  /** Given, off-protocol and incidents. */
  readonly drawn: Amount;
  readonly left: Amount;
};

export type MuscleTotals = {
  readonly given: Units;
  readonly planned: Units;
  /** Follow-the-pain extras planned or given, allowed, and still free. All 0 where none are allowed. */
  readonly extras: number;
  readonly extrasAllowed: number;
  readonly extrasLeft: number;
};

/** Everything folded from a ledger's entries. Immutable. */
export type Fold = {
  /** Protocol order; follow-the-pain extras after their muscle's fixed sites, in the order they were planned. */
  readonly rows: readonly SiteRow[];
  /** Incidents, off-protocol doses, waste and stops, in the order they were entered; voided ones too. */
  readonly events: readonly EventRow[];
  readonly totals: Totals;
};
