import type { Vec3 } from '../../anatomy/anchor';
import { brushed, brushes } from '../../anatomy/brush';
import type { Dab } from '../../anatomy/pain-heat';
import { mostPainDabs } from '../../record/pain-limits';

/** A drawing of pain by its patient. `past`: what it was before each step; `before`: what it was before the stroke under way. */
export type Marking = {
  readonly dabs: readonly Dab[];
  readonly past: readonly (readonly Dab[])[];
  readonly before: readonly Dab[] | null;
};

export type MarkingStep =
  /** More of a stroke, over these points of the skin. */
  | { readonly kind: 'stroke'; readonly points: readonly Vec3[]; readonly erase: boolean }
  /** A stroke ended; one that was broken off leaves nothing. */
  | { readonly kind: 'lifted'; readonly whole: boolean }
  /** A place by its name, at once. */
  | { readonly kind: 'put'; readonly points: readonly Vec3[]; readonly erase: boolean }
  | { readonly kind: 'clear' | 'undo' };

/** So many steps can be taken back. */
const mostSteps = 60;

/** A drawing that is there already: there is nothing to take back. */
export const markingOf = (dabs: readonly Dab[]): Marking => ({ dabs, past: [], before: null });

/** The drawing after a step; the same object where nothing changed. */
export function marked(drawing: Marking, step: MarkingStep): Marking {
  const { dabs, past, before } = drawing;
  const worked = (points: readonly Vec3[], erase: boolean) =>
    brushed(dabs, points, { erase, radiusMm: brushes.standardMm, most: mostPainDabs });
  const after = (from: readonly Dab[], to: readonly Dab[]): Marking =>
    from === to ? drawing : { dabs: to, past: [...past, from].slice(-mostSteps), before: null };
  switch (step.kind) {
    case 'stroke':
      return { ...drawing, dabs: worked(step.points, step.erase), before: before ?? dabs };
    case 'lifted':
      if (before === null) return drawing;
      if (step.whole && before !== dabs) return after(before, dabs);
      return { dabs: before, past, before: null };
    case 'put':
      return after(dabs, worked(step.points, step.erase));
    case 'clear':
      return dabs.length === 0 ? drawing : after(dabs, []);
    case 'undo': {
      const last = past.at(-1);
      return last === undefined ? drawing : { dabs: last, past: past.slice(0, -1), before: null };
    }
  }
}
