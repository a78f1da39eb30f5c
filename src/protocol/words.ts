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

declare const drugAmount: unique symbol;
/**
 * An amount of drug in units that may be a fraction: non-negative, and never finer than a thousandth. What went wrong
 * at the chair, and what is discarded, is measured so. Sums are made with `total`, which is exact; amounts are the
 * numbers nearest to their three decimals, so they compare as they read.
 */
export type Amount = number & { readonly [drugAmount]: true };

declare const drugUnits: unique symbol;
/** Units of onabotulinumtoxinA: a whole, non-negative number, never converted to another product's. */
export type Units = Amount & { readonly [drugUnits]: true };

/** Brands a whole, non-negative number as Units; a programming error otherwise (throws RangeError). */
export function units(value: number): Units {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number of units: ${value}`);
  return value as Units;
}

/** What amounts are counted in: the finest that can be recorded is one of these to the unit. */
const perUnit = 1000;

/** Whether a number is an amount of drug: finite, non-negative, no finer than a thousandth of a unit. */
export const isAmount = (value: number): value is Amount => {
  const counted = Math.round(value * perUnit);
  // A decimal that is written with three places is the quotient nearest to it, so this comparison is exact.
  return value >= 0 && Number.isSafeInteger(counted) && counted / perUnit === value;
};

/** Brands an amount; a programming error otherwise (throws RangeError). */
export function amount(value: number): Amount {
  if (!isAmount(value)) throw new RangeError(`not an amount of drug: ${value}`);
  return value;
}

/**
 * Units as a whole number of thousandths, in which they are added and compared, so that a limit is met or passed exactly. What
 * a patient tells of may be finer than what is recorded here, and is rounded to that.
 */
export const thousandths = (value: number): number => Math.round(value * perUnit);

/** The amount that a whole, non-negative number of thousandths is. */
export const fromThousandths = (count: number): Amount => amount(count / perUnit);

/** The exact sum, in units: 0.1 and 0.2 are 0.3. */
export const sumOfUnits = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + thousandths(one), 0) / perUnit;

/** The same of amounts, which is one. */
export const total = (amounts: readonly Amount[]): Amount => amount(sumOfUnits(amounts));

/** Success or an expected failure, as a value. Defects throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success with its value. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
/** An expected failure with what it says. */
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
