import '../../messages/later';
import { calendarFile, type SessionDays } from '../../exchange/calendar-file';
import { daysBetween } from '../../record/calendar';
import { checkDays } from '../../record/check-days';
import type { DuePatient } from '../../outcomes/due-list';
import { type CalendarName, daysOf } from '../calendar-text';

/** What a file of several patients is told with. */
type Told = {
  /** The time now, ISO 8601 with offset; its day is today. */
  readonly now: string;
  readonly name: CalendarName;
};

/**
 * The days that lie ahead of these patients as one calendar file: the checks nobody asked at yet, and when the next session is
 * due, by plan or by the paradigm. The entries are those that a signed session's own file has: one read in after the other
 * takes its place. Null where no day lies ahead.
 */
export const dueCalendar = (patients: readonly DuePatient[], told: Told): string | null =>
  calendarFile(patients.map((one) => daysAhead(one, told)));

function daysAhead({ patient, last, due, checks }: DuePatient, { now, name }: Told): SessionDays {
  const called = name === 'label' ? patient.label.trim() || (patient.recordNumber ?? '') : '';
  const asked = new Set<string>(checks.flatMap(({ id, state }) => (state === 'asked' ? [id] : [])));
  const days = daysOf(
    { session: due.treated, checks: checkDays(due.treated), due: due.due, bookFrom: due.early },
    last.id,
    called,
  );
  return {
    session: last.id,
    // Later than any signature of it and any plan that it follows: it takes their place.
    at: now,
    days: days.filter(({ id, day }) => daysBetween(now, day) >= 0 && !asked.has(id)),
  };
}

/** Tells the day it was made and nothing about anybody. */
export const dueCalendarName = (now: string): string => `aliquot-due-${now.slice(0, 10)}.ics`;
