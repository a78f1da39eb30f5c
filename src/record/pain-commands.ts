import type { Vec3 } from '../anatomy/anchor';
import { muscleOf } from '../protocol/paradigm';
import { err, type MuscleId, ok, type Result, type Side } from '../protocol/words';
import { mostPainDabs } from './pain-limits';
import type { Pain, PainDab, Tenderness, TendernessGrade, Visit } from './visit';
import type { VisitStamp } from './visit-commands';

/** What can be recorded of where it hurts. Each command gives the visit with it, or refuses and changes nothing. */
type PainRefusal =
  | { readonly kind: 'TooManyDabs'; readonly most: number }
  | { readonly kind: 'NotADab' }
  /** The muscle has no sites on that side: the procerus lies in the midline, every other on both sides. */
  | { readonly kind: 'NoSuchSide'; readonly muscle: MuscleId; readonly side: Side };

type Outcome = Result<Visit, PainRefusal>;

/** Keeps a drawing of pain in place of the one before, to a tenth of a millimetre; an empty one takes it away. */
export function setPain(
  visit: Visit,
  { head, drawn, dabs }: Pick<Pain, 'head' | 'drawn' | 'dabs'>,
  { at, by }: VisitStamp,
): Outcome {
  if (dabs.length > mostPainDabs) return err({ kind: 'TooManyDabs', most: mostPainDabs });
  if (!dabs.every(isDab)) return err({ kind: 'NotADab' });
  const { pain: before, ...rest } = visit;
  if (dabs.length === 0) return ok(before === undefined ? visit : rest);
  return ok({ ...rest, pain: { head, drawn, dabs: dabs.map(rounded), at, by } });
}

/** Keeps what palpation found in a muscle on a side; a later grade takes the place of an earlier one. */
export function gradeTenderness(
  visit: Visit,
  { muscle, side, grade }: { readonly muscle: MuscleId; readonly side: Side; readonly grade: TendernessGrade },
  { at, by }: VisitStamp,
): Outcome {
  if (muscleOf(muscle).fixed[side] === 0) return err({ kind: 'NoSuchSide', muscle, side });
  const others = (visit.tenderness ?? []).filter((one) => one.muscle !== muscle || one.side !== side);
  return ok({ ...visit, tenderness: [...others, { muscle, side, grade, at, by }] });
}

/** Takes a grade away: it was not felt for after all. */
export function clearTenderness(visit: Visit, { muscle, side }: Pick<Tenderness, 'muscle' | 'side'>): Visit {
  const { tenderness = [], ...rest } = visit;
  const left = tenderness.filter((one) => one.muscle !== muscle || one.side !== side);
  if (left.length === tenderness.length) return visit;
  return left.length === 0 ? rest : { ...rest, tenderness: left };
}

/** What was felt in a muscle on a side; null where it was not felt for. */
export const tendernessOf = (visit: Visit, muscle: MuscleId, side: Side): TendernessGrade | null =>
  visit.tenderness?.find((one) => one.muscle === muscle && one.side === side)?.grade ?? null;

const isDab = ({ positionMm, radiusMm }: PainDab): boolean =>
  positionMm.every(Number.isFinite) && Number.isFinite(radiusMm) && radiusMm > 0;

const tenth = (mm: number): number => Math.round(mm * 10) / 10 + 0;
const rounded = ({ positionMm: [x, y, z], radiusMm }: PainDab): PainDab => {
  const positionMm: Vec3 = [tenth(x), tenth(y), tenth(z)];
  return { positionMm, radiusMm };
};
