/**
 * Days as the patient lives them. A moment is ISO 8601 with offset, and its day is the one written in it: the day of
 * the place where it was recorded. Days between two moments are days of the calendar, whatever the hour and whether or
 * not the clocks changed in between; only the age of a reconstituted vial is counted in hours.
 */

/** YYYY-MM-DD */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthPattern = /^(\d{4})-(\d{2})$/;
const dayMs = 24 * 60 * 60 * 1000;

/** Of years 1900 to 2100, and no more than 14 hours from Greenwich: no clock that is right writes another moment. */
export const soundMoment = /^(?:19\d\d|20\d\d|2100)-.*(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;

/** The day on which a moment was recorded: that of its own offset. */
export const dayOf = (moment: string): Day => moment.slice(0, 10);

/** Days since 1 January 1970; null if the text is no day of the calendar ("2026-02-30"). */
export function dayNumber(day: string): number | null {
  const [, year, month, date] = (dayPattern.exec(day) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return date >= 1 && date <= daysInMonth(year, month) ? Date.UTC(year, month - 1, date) / dayMs : null;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => dayNumber(text) !== null;

/** Days of the calendar from the day of one moment (or from a day) to another's; negative if that is earlier. Throws on no day. */
export const daysBetween = (from: string, to: string): number => numberOf(dayOf(to)) - numberOf(dayOf(from));

/** Hours, with fractions, from one moment to another; NaN where either is no moment. */
export const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** Whether one moment is before another, each in its own offset; false where either is no moment. */
export const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);

/** The last day of "YYYY-MM", or the day itself; null if it is neither. So an expiry "2026-02" means 28 February. */
export function lastDayOf(monthOrDay: string): Day | null {
  if (isDay(monthOrDay)) return monthOrDay;
  const [, year, month] = (monthPattern.exec(monthOrDay) ?? []).map(Number);
  if (year === undefined || month === undefined) return null;
  const days = daysInMonth(year, month);
  return days === 0 ? null : `${monthOrDay}-${padded(days)}`;
}

/** Whether what expires then is expired on that day: it is good through its last day. Throws on no expiry. */
export function isExpired(expiry: string, on: Day): boolean {
  const last = lastDayOf(expiry);
  if (last === null) throw new RangeError(`not an expiry: ${expiry}`);
  return daysBetween(last, on) > 0;
}

/** The same day that many months earlier, or the last of that month where it has no such day. Throws on no day. */
export function monthsBefore(day: Day, months: number): Day {
  numberOf(day);
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const date = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${padded(month)}-${padded(date)}`;
}

/** 0 where there is no such month. Years below 100 are none: JavaScript reads them as 1900 and later. */
function daysInMonth(year: number, month: number): number {
  if (year < 100 || month < 1 || month > 12) return 0;
  return (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / dayMs;
}

const padded = (number: number): string => String(number).padStart(2, '0');

function numberOf(day: Day): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`not a day: ${day}`);
  return number;
}
