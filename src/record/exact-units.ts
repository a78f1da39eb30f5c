/**
 * Amounts of drug that may hold a fraction (an incident's) are added and compared as whole thousandths of a unit, so
 * that a limit is met or passed exactly. An amount is a finite number of units.
 */
const scale = 1000;

export const thousandths = (units: number): number => Math.round(units * scale);

/** The sum in units. */
export const sumOfUnits = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + thousandths(amount), 0) / scale;

export const isMore = (a: number, b: number): boolean => thousandths(a) > thousandths(b);
