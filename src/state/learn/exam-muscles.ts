import { muscles } from '../../protocol/paradigm';
import type { MuscleId } from '../../protocol/words';

/** The muscles that an address of the placement exam names, in protocol order: all of them where it names none. */
export function musclesAt(at: string | null): readonly MuscleId[] {
  const named = new Set((at ?? '').split('-'));
  const all = muscles.map(({ id }) => id);
  const some = all.filter((id) => named.has(id));
  return some.length === 0 ? all : some;
}

/** The place within the exam's address that names these muscles: "corrugator-trapezius"; none where it is all of them. */
export const placeOfMuscles = (some: readonly MuscleId[]): string | undefined =>
  muscles.every(({ id }) => some.includes(id)) ? undefined : some.join('-');
