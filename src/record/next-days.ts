import type { CheckPoint } from '../protocol/check-points';
import { retreatment } from '../protocol/safety-limits';
import type { Day } from './calendar';
import { checkDays } from './check-days';
import { daysAfter } from './days-after';
import { injectedOn } from './needles';
import { procedureNote } from './procedure-note';
import type { SessionContent } from './signed-version';

/** The days that follow from a session, by the calendar of the place where it was recorded. */
export type NextDays = {
  readonly session: Day;
  readonly checks: readonly { readonly point: CheckPoint; readonly day: Day }[];
  /** When the next session is due. */
  readonly due: Day;
  /** From when on the practice books it: the day it is due, or earlier. */
  readonly bookFrom: Day;
};

/**
 * What follows from a session; null where nothing was injected, for then nothing is due again. `earlyDays` is how many days
 * before it is due the practice may book it: whole, and fewer than the days between two sessions.
 */
export function nextDays(session: SessionContent, earlyDays = 0): NextDays | null {
  const { nextDue } = procedureNote(session);
  if (nextDue === null) return null;
  const day = injectedOn(session);
  return {
    session: day,
    checks: checkDays(day),
    due: nextDue,
    bookFrom: daysAfter(day, retreatment.days - earlyDays),
  };
}
