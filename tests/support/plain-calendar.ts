import fc from 'fast-check';

/**
 * The calendar a second time, by the rule of leap years and a table of months: it knows neither the product's calendar nor the
 * machine's.
 */

const isLeap = (year: number): boolean => year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
export const plainLength = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

export const written = (year: number, month: number, date: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');

/** Every day of years in a row, the first first: where a day stands among them is its number. */
function everyDay(from: number, to: number): readonly string[] {
  const days: string[] = [];
  for (let year = from; year <= to; year += 1)
    for (let month = 1; month <= 12; month += 1)
      for (let date = 1; date <= plainLength(year, month); date += 1) days.push(written(year, month, date));
  return days;
}

/** 2023 to 2033 holds leap years and common ones. */
const plainDays = everyDay(2023, 2033);
const numbers = new Map(plainDays.map((day, n) => [day, n]));

/** Where a day stands in the calendar; throws on one that it does not have. */
function plainNumber(day: string): number {
  const number = numbers.get(day);
  if (number === undefined) throw new RangeError(`not a day of these years: ${day}`);
  return number;
}

/** The day so many days later, or earlier where the number is negative. */
export function plainShift(day: string, by: number): string {
  const found = plainDays[plainNumber(day) + by];
  if (found === undefined) throw new RangeError(`${String(by)} days from ${day} are beyond these years`);
  return found;
}

/** Days from one to the other. */
export const plainBetween = (from: string, to: string): number => plainNumber(to) - plainNumber(from);

/** A day far enough from both ends to count three years either way. */
export const someDay: fc.Arbitrary<string> = fc
  .integer({ min: plainNumber('2026-06-01'), max: plainNumber('2029-12-31') })
  .map((n) => plainDays[n] ?? '');

/** A moment as a clock somewhere writes it, on that day there. */
export const momentOn = (day: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat({ max: 23 }),
      fc.nat({ max: 59 }),
      fc.constantFrom('Z', '+14:00', '-12:00', '+05:45', '+01:00', '-03:30'),
    )
    .map(
      ([hour, minute, offset]) =>
        `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00${offset}`,
    );
