import type { HeadRef } from '../anatomy/anchor';
import type { Entry } from '../ledger/entry';
import type { Vial } from '../ledger/vial';
import type { MapId } from '../protocol/words';

/** As little identity as works: a local id, and the initials or name the injector chose to write. */
export type Patient = { readonly id: string; readonly label: string };

/**
 * One visit's procedure. `entries` is the record; `undone` holds the steps that redo would bring back,
 * newest last, so that a reload loses neither.
 */
export type Session = {
  readonly id: string;
  readonly patient: Patient;
  readonly injector: string;
  /** ISO 8601 with offset. */
  readonly startedAt: string;
  /** When the injector pressed Finish; absent while charting. */
  readonly finishedAt?: string;
  readonly protocol: { readonly id: string; readonly version: string };
  readonly map: { readonly id: MapId; readonly version: string };
  readonly head: HeadRef;
  readonly vials: readonly Vial[];
  readonly entries: readonly Entry[];
  readonly undone: readonly (readonly Entry[])[];
  readonly note: string;
  /** Fields of an imported file that this version does not know; kept and exported again. */
  readonly unknown?: Readonly<Record<string, unknown>>;
};
