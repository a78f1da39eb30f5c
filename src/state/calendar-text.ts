import '../messages/later';
import type { CalendarDay, SessionDays } from '../exchange/calendar-file';
import { t } from '../messages/translate';
import type { CheckPoint } from '../protocol/check-points';
import { retreatment } from '../protocol/safety-limits';
import { sources } from '../protocol/sources';
import { daysBetween } from '../record/calendar';
import { type NextDays, nextDays } from '../record/next-days';
import type { SignedVersion } from '../record/signed-version';

/** What is said of the patient in a calendar, which others may read: nothing, or as the record names him or her. */
export type CalendarName = 'nobody' | 'label';

type Told = Pick<SignedVersion, 'version' | 'at' | 'session'>;

/**
 * The days that follow from a version, in words; none where nothing was injected. Where an earlier one of `versions` had some and
 * this one has none, they are the same days, cancelled.
 */
export function calendarDays(
  version: Told,
  earlyDays = 0,
  name: CalendarName = 'nobody',
  versions: readonly Told[] = [],
): SessionDays {
  const { session } = version;
  const told = { session: session.id, at: version.at };
  const called = name === 'label' ? session.patient.label.trim() || (session.patient.recordNumber ?? '') : '';
  const days = nextDays(session, earlyDays);
  if (days !== null) return { ...told, days: daysOf(days, session.id, called) };
  const before = versions.findLast((one) => one.version < version.version && nextDays(one.session) !== null);
  const stood = before === undefined ? null : nextDays(before.session, earlyDays);
  if (stood === null) return { ...told, days: [] };
  return {
    ...told,
    days: daysOf(stood, session.id, called).map((one) => ({
      ...one,
      summary: t('calendar.cancelled', { what: one.summary }),
      text: t('calendar.cancelledText', { version: version.version }),
      cancelled: true,
    })),
  };
}

/** The days in words. `called`: how the patient is called in it, empty for not at all. A due day that was planned says so. */
export function daysOf(days: NextDays, session: string, called: string): readonly CalendarDay[] {
  const summary = (what: string): string => (called === '' ? what : t('calendar.of', { what, patient: called }));
  const about = t('calendar.about', { day: days.session, id: session.slice(0, 8) });
  const checks = days.checks.map(
    ({ point, day }): CalendarDay => ({
      id: point.id,
      day,
      summary: summary(t('calendar.check', { weeks: weeks(point.days) })),
      text: `${checkText(point)}\n${about}`,
    }),
  );
  const due = {
    id: 'due',
    day: days.due,
    summary: summary(t('calendar.due', { weeks: weeks(daysBetween(days.session, days.due)) })),
    text: `${dueText(days)}\n${about}`,
  };
  return [...checks, due];
}

const weeks = (days: number): number => days / 7;

function dueText({ session, bookFrom, due }: Pick<NextDays, 'session' | 'bookFrom' | 'due'>): string {
  const planned = daysBetween(session, due);
  if (planned !== retreatment.days)
    return t('due.calendarPlanned', { weeks: weeks(planned), usual: weeks(retreatment.days) });
  const early = daysBetween(bookFrom, due);
  return t(early === 0 ? 'calendar.dueText' : 'calendar.dueEarly', {
    early,
    from: bookFrom,
    weeks: weeks(retreatment.days),
  });
}

const checkText = ({ what, evidence, sources: from }: CheckPoint): string =>
  t('calendar.checkText', {
    what,
    grade: t(`evidence.${evidence}`),
    from: from.length === 0 ? t('calendar.noSource') : from.map((id) => sources[id].title).join('; '),
    signOff: evidence === 'confirmed' ? '' : t('calendar.signOff'),
  });

/** Tells the day of the visit and nothing about the person. */
export const calendarFileName = ({ session }: Pick<SignedVersion, 'session'>): string =>
  `aliquot-calendar-${session.startedAt.slice(0, 10)}-${session.id
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 8)
    .toLowerCase()}.ics`;
