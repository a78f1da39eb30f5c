/**
 * The words of the paradigm. Everything else in the source speaks in these.
 * Sides are always the patient's.
 */

/** The seven muscle groups of the paradigm, in no particular order; `paradigm.ts` holds the order. */
export type MuscleId =
  | 'corrugator'
  | 'procerus'
  | 'frontalis'
  | 'temporalis'
  | 'occipitalis'
  | 'paraspinal'
  | 'trapezius';

export type Side = 'left' | 'right' | 'midline';

/** `temporalis-L-2`, `corrugator-R`, `procerus-M`; a follow-the-pain site is `temporalis-L-F1`. */
export type SiteId = string;

export type MapId = 'preempt-2010' | 'preempt-2017';

declare const drugUnits: unique symbol;
/** Units of onabotulinumtoxinA: a whole, non-negative number, never converted to another product's. */
export type Units = number & { readonly [drugUnits]: true };

/** Brands a whole, non-negative number as Units; a programming error otherwise (throws RangeError). */
export function units(value: number): Units {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number of units: ${value}`);
  return value as Units;
}

/** Success or an expected failure, as a value. Defects throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
