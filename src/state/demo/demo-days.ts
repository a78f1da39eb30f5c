import { type Day, dayNumber } from '../../record/calendar';
import { retreatment } from '../../record/cited';
import { daysBefore } from '../../record/days-after';

/** The patient of the demo, by the id under which everything of it is kept. */
export const demoPatientId = 'demo-maren';

/** Sessions, the paradigm's time apart. */
export const sessionCount = 4;
/** Since the last of them: the cycle is under way, and the two-week check is done. */
const daysSinceLast = 30;
/** Before the first session: three windows of 28 days, enough to qualify by. */
const daysBeforeFirst = 84;

export type DemoDays = {
  /** The first day of the diary. */
  readonly begin: Day;
  readonly sessions: readonly Day[];
  /** The last recorded day: today is left for whoever tries the diary. */
  readonly last: Day;
};

/** The days of the demo, counted back from today, so that it looks alive whenever it is opened. Nobody injects at a weekend. */
export function demoDays(today: Day): DemoDays {
  const target = daysBefore(today, daysSinceLast);
  const latest = daysBefore(target, sinceFriday(target));
  const sessions = Array.from({ length: sessionCount }, (_, i) =>
    daysBefore(latest, (sessionCount - 1 - i) * retreatment.days),
  );
  return { begin: daysBefore(sessions[0] ?? latest, daysBeforeFirst), sessions, last: daysBefore(today, 1) };
}

/** 1 on a Saturday, 2 on a Sunday, 0 on any other day. Day 0 was a Thursday. */
function sinceFriday(day: Day): number {
  const weekday = ((dayNumber(day) ?? 0) + 4) % 7;
  if (weekday === 6) return 1;
  return weekday === 0 ? 2 : 0;
}
