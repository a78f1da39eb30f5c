import type { Fold } from '../ledger/state';
import { aliquot, muscles } from '../protocol/paradigm';
import type { MuscleId, Side } from '../protocol/words';

/** Units in one session and in the other. */
export type BeforeAfter = { readonly before: number; readonly after: number };

type MuscleDose = { readonly muscle: MuscleId; readonly side: Side } & BeforeAfter;

export type DoseChange = {
  /** Protocol order, the patient's left first. Only where one of the two sessions gave something. */
  readonly byMuscle: readonly MuscleDose[];
  /** The paradigm's own: the sum of the rows. */
  readonly given: BeforeAfter;
  readonly offProtocol: BeforeAfter;
  /** What was injected or lost outside the rules; may hold a fraction. */
  readonly incidents: BeforeAfter;
  /** Everything that went into the patient. */
  readonly total: BeforeAfter;
};

const sides: readonly Side[] = ['left', 'midline', 'right'];

/** The units of two sessions, by muscle and side and beside the paradigm. Only what was given counts. */
export function compareDoses(before: Fold, after: Fold): DoseChange {
  const rows = muscles.flatMap(({ id: muscle }) =>
    sides.map((side) => ({
      muscle,
      side,
      before: givenIn(before, muscle, side),
      after: givenIn(after, muscle, side),
    })),
  );
  const of = (read: (totals: Fold['totals']) => number): BeforeAfter => ({
    before: read(before.totals),
    after: read(after.totals),
  });
  return {
    byMuscle: rows.filter((row) => row.before > 0 || row.after > 0),
    given: of(({ given }) => given),
    offProtocol: of(({ offProtocol }) => offProtocol),
    incidents: of(({ incidents }) => incidents),
    total: of(({ total }) => total),
  };
}

const givenIn = ({ rows }: Fold, muscle: MuscleId, side: Side): number =>
  aliquot.units * rows.filter((row) => row.muscle === muscle && row.side === side && row.state === 'given').length;
