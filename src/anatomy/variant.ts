import { anthropometry, type HeadMeasure, headMeasures } from '../protocol/anthropometry';
import { err, ok, type Result } from '../protocol/words';

/** What a head measures, mm. */
export type HeadSize = Readonly<Record<HeadMeasure, number>>;

/** A head other than the standard one cannot be had: why. */
export type VariantProblem =
  | { readonly kind: 'unreadable'; readonly text: string }
  | {
      readonly kind: 'out-of-range';
      readonly measure: HeadMeasure;
      readonly mm: number;
      readonly min: number;
      readonly max: number;
    }
  /** No head of that length and breadth has that circumference: it would be hollow or cornered. */
  | { readonly kind: 'impossible-circumference'; readonly mm: number; readonly min: number; readonly max: number };

/** The head as it was built. */
export const standardVariant = 'standard';

/**
 * A size as the text that a record keeps in its head's `variant`: "headLength=199.5 headBreadth=154.3 ...", every
 * measure once, in order, mm to a tenth.
 */
export const variantText = (size: HeadSize): string =>
  headMeasures.map((measure) => `${measure}=${String(tenth(size[measure]))}`).join(' ');

/** A length to a tenth of a millimetre, as a record keeps it. */
export const tenth = (mm: number): number => Math.round(10 * mm) / 10;

/** Reads the text of a variant; null for the standard head. Says the first measure that cannot be. */
export function readVariant(text: string): Result<HeadSize | null, VariantProblem> {
  if (text === standardVariant) return ok(null);
  const found = new Map(text.split(' ').map((part): [string, string] => cutAtEquals(part)));
  const size: Partial<Record<HeadMeasure, number>> = {};
  for (const measure of headMeasures) {
    const written = found.get(measure) ?? '';
    if (!/^\d+(\.\d)?$/.test(written)) return err({ kind: 'unreadable', text });
    size[measure] = Number(written);
  }
  if (found.size !== headMeasures.length) return err({ kind: 'unreadable', text });
  return withinLimits(size as HeadSize);
}

function cutAtEquals(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

/**
 * Reads measures from parsed JSON: an object of mm by name. Anything else in it is refused; whether the head can be is
 * for `completed` and `solveWarp` to say.
 */
export function measuresFrom(value: unknown): Result<Partial<HeadSize>, VariantProblem> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ kind: 'unreadable', text: JSON.stringify(value) });
  }
  const size: Partial<Record<HeadMeasure, number>> = {};
  for (const [name, mm] of Object.entries(value)) {
    const measure = headMeasures.find((known) => known === name);
    if (measure === undefined || typeof mm !== 'number') return err({ kind: 'unreadable', text: name });
    size[measure] = tenth(mm);
  }
  return ok(size);
}

/** Why a variant cannot be, as an English sentence for scripts and logs. */
export function variantProblemText(problem: VariantProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return `not a head's measures in mm (${headMeasures.join(', ')}): ${problem.text}`;
    case 'out-of-range': {
      const { measure, mm, min, max } = problem;
      return `${measure} ${String(mm)} mm: must be between ${String(min)} and ${String(max)} mm`;
    }
    case 'impossible-circumference': {
      const [min, max] = [problem.min.toFixed(0), problem.max.toFixed(0)];
      return `headCircumference ${String(problem.mm)} mm: a head of that length and breadth measures ${min} to ${max} mm around`;
    }
  }
}

/** The size as it is if every measure lies within its limits. */
export function withinLimits(size: HeadSize): Result<HeadSize, VariantProblem> {
  for (const measure of headMeasures) {
    const { min, max } = anthropometry[measure].limits;
    const mm = size[measure];
    if (!(mm >= min && mm <= max)) return err({ kind: 'out-of-range', measure, mm, min, max });
  }
  return ok(size);
}

/** The nearest size that lies within the limits; a measure that is no number takes `instead`'s. */
export function clampSize(size: HeadSize, instead: HeadSize): HeadSize {
  const clamped: Partial<Record<HeadMeasure, number>> = {};
  for (const measure of headMeasures) {
    const { min, max } = anthropometry[measure].limits;
    const mm = Number.isFinite(size[measure]) ? size[measure] : instead[measure];
    clamped[measure] = tenth(Math.min(max, Math.max(min, mm)));
  }
  return clamped as HeadSize;
}
