import { locale } from '../../messages/locale';

/** "10:47" of an ISO 8601 time with offset, as the clock of the place showed it. */
export const clockTime = (at: string | undefined): string => at?.slice(11, 16) ?? '';

/** "10:47:12". */
export const clockSeconds = (at: string): string => at.slice(11, 19);

/** Made once: to make one takes longer than all the days of a list. */
const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "23 Nov 2026": the calendar day written in the time itself, whatever zone the reader is in. */
export function dayText(at: string): string {
  const [year = 1970, month = 1, day = 1] = at.slice(0, 10).split('-').map(Number);
  return days.format(Date.UTC(year, month - 1, day));
}
