import type { HeadRef } from '../anatomy/anchor';
import type { Entry } from '../ledger/entry';
import type { Vial } from '../ledger/vial';
import type { BmiBand } from '../protocol/depths';
import type { MapId } from '../protocol/words';
import type { Patient } from './patient';
import type { Visit } from './visit';

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
  /** Of the patient at this visit, where the injector recorded it; no height or weight is asked. */
  readonly bmiBand?: BmiBand;
  /** What was asked, agreed and decided around the procedure; absent in sessions of before it was recorded. */
  readonly visit?: Visit;
  readonly protocol: { readonly id: string; readonly version: string };
  readonly map: { readonly id: MapId; readonly version: string };
  readonly head: HeadRef;
  readonly vials: readonly Vial[];
  readonly entries: readonly Entry[];
  readonly undone: readonly (readonly Entry[])[];
  /** What the plan was made after, where it is not the map's alone. */
  readonly plannedFrom?: PlannedFrom;
  readonly note: string;
  /**
   * Fields of an imported file that this version does not know and that have no place above, where they stood in the
   * file; kept and exported again. Unknown fields of a patient, a vial or an entry stay on that object itself.
   */
  readonly unknown?: Readonly<Record<string, unknown>>;
};

/** An earlier session of the patient by its id, or a template of the practice by its name. */
export type PlannedFrom =
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'template'; readonly name: string };

/** What opening a session needs; ids, time and planned entries come from the caller. */
export type OpeningSession = {
  readonly id: string;
  readonly patient: Patient;
  readonly injector: string;
  /** ISO 8601 with offset. */
  readonly startedAt: string;
  readonly protocol: Session['protocol'];
  readonly map: Session['map'];
  readonly head: HeadRef;
  readonly vials: readonly Vial[];
  /** The plan a session opens with; none yet where the map is not placed. */
  readonly entries?: readonly Entry[];
  readonly plannedFrom?: PlannedFrom;
  readonly note?: string;
};

/** A new session: nothing undone, not finished. Pure: the same input gives the same session. */
export function openSession(input: OpeningSession): Session {
  return {
    id: input.id,
    patient: input.patient,
    injector: input.injector,
    startedAt: input.startedAt,
    protocol: input.protocol,
    map: input.map,
    head: input.head,
    vials: input.vials,
    entries: input.entries ?? [],
    undone: [],
    ...(input.plannedFrom === undefined ? {} : { plannedFrom: input.plannedFrom }),
    note: input.note ?? '',
  };
}
