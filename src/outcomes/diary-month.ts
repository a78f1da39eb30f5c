import { type Day, dayNumber } from '../record/calendar';
import { daysAfter, daysBefore } from '../record/days-after';
import type { Diary } from './diary';

/** The weeks of a month, each from Monday to Sunday; null where a day of the week is another month's. `month` is YYYY-MM. */
export function weeksOf(month: string): readonly (readonly (Day | null)[])[] {
  const first = `${month}-01`;
  const weeks: (Day | null)[][] = [];
  let week: (Day | null)[] = Array.from({ length: weekday(first) }, () => null);
  for (let day = first; day.startsWith(month); day = daysAfter(day, 1)) {
    week.push(day);
    if (week.length === 7) {
      weeks.push(week);
      week = [];
    }
  }
  if (week.length > 0) weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)]);
  return weeks;
}

/** 0 for Monday to 6 for Sunday. Throws on no day. */
export function weekday(day: Day): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`not a day: ${day}`);
  // 1 January 1970 was a Thursday.
  return (((number + 3) % 7) + 7) % 7;
}

/** So many days (either way) from a day. */
export const dayFrom = (day: Day, days: number): Day => (days < 0 ? daysBefore(day, -days) : daysAfter(day, days));

/** The next day after one that has come and was not recorded; null where all were. */
export function nextUnrecorded(diary: Diary, after: Day, today: Day): Day | null {
  const recorded = new Set(diary.days.map(({ day }) => day));
  for (let day = daysAfter(after, 1); day <= today; day = daysAfter(day, 1)) if (!recorded.has(day)) return day;
  return null;
}
