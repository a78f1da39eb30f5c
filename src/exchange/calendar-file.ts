import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { Day } from '../record/calendar';
import { daysAfter } from '../record/days-after';

/** A day to be kept, in words that were chosen already. */
export type CalendarDay = {
  /** Which of the session's days it is; no two of a session alike. What a diary asks for has ids of its own. */
  readonly id: string;
  /** The day of the patient's calendar, as that of the session was recorded. */
  readonly day: Day;
  readonly summary: string;
  readonly text: string;
  /** An earlier version set it down, and this one takes it back. */
  readonly cancelled?: true;
};

/** The days that follow from one version of a session. */
export type SessionDays = {
  readonly session: string;
  /**
   * When these days were set down, ISO 8601 with offset: of a signed version, when it was made, and of what follows a plan, now.
   * The file tells no other time, so the same version gives the same bytes.
   */
  readonly at: string;
  readonly days: readonly CalendarDay[];
};

/**
 * Days as an iCalendar file (RFC 5545). They are days and no times: no time zone and no change of the clocks moves them. Each
 * has an id that stays, and the moment as its sequence: read in, what was set down later takes the place of what was set down
 * before, or takes it away, whichever file it came in. Null where there is no day to tell: a calendar without an entry is none.
 */
export function calendarFile(sessions: readonly SessionDays[]): string | null {
  if (sessions.every(({ days }) => days.length === 0)) return null;
  const calendar = new ICalCalendar({ prodId: { company: 'Aliquot', product: 'Aliquot', language: 'EN' } });
  for (const { session, at, days } of sessions) {
    for (const { id, day, summary, text, cancelled } of days) {
      calendar.createEvent({
        id: dayId(session, id),
        sequence: sequenceAt(at),
        stamp: at,
        allDay: true,
        start: day,
        // The end of a day is the next day, which is no part of it.
        end: daysAfter(day, 1),
        summary: printable(summary),
        description: printable(text),
        // Nobody is busy all that day.
        transparency: ICalEventTransparency.TRANSPARENT,
        ...(cancelled === undefined ? {} : { status: ICalEventStatus.CANCELLED }),
      });
    }
  }
  // Every line has an end, the last one too.
  return `${calendar.toString()}\r\n`;
}

/**
 * In seconds, so that it only rises, whether it was a signature or a plan that changed the day; a calendar ignores an entry whose
 * sequence is lower than the one it has. Counted from a day that lets it fit in 32 bits until 2088. Files of earlier versions
 * counted the versions of the record and stay below.
 */
const sequenceAt = (at: string): number => Math.max(0, Math.floor((Date.parse(at) - sequenceFrom) / 1000));
const sequenceFrom = Date.UTC(2020, 0, 1);

/** The same in every file, whatever else changed. */
const dayId = (session: string, day: string): string => `${session}-${day}@aliquot`;

/** Control characters may not stand in such a file; those that end a line are written as its end. */
const printable = (text: string): string =>
  text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
