import { type Day, lastDayOf, monthsBefore } from './calendar';

/** The day so many days (0 or more) after another, by the calendar. Throws on no day. */
export function daysAfter(day: Day, days: number): Day {
  let first = `${monthsBefore(day, 0).slice(0, 8)}01`;
  let date = Number(day.slice(8)) + days;
  for (;;) {
    const length = Number(lastDayOf(first.slice(0, 7))?.slice(8));
    if (date <= length) return `${first.slice(0, 8)}${String(date).padStart(2, '0')}`;
    date -= length;
    first = monthsBefore(first, -1);
  }
}

/** The day so many days (0 or more) before another, by the calendar. Throws on no day. */
export function daysBefore(day: Day, days: number): Day {
  let first = `${monthsBefore(day, 0).slice(0, 8)}01`;
  let date = Number(day.slice(8)) - days;
  while (date < 1) {
    first = monthsBefore(first, 1);
    date += Number(lastDayOf(first.slice(0, 7))?.slice(8));
  }
  return `${first.slice(0, 8)}${String(date).padStart(2, '0')}`;
}
