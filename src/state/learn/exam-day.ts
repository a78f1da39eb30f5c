import { locale } from '../../messages/locale';

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "19 Nov" of an ISO 8601 time: the day that its own clock showed. */
export const dayText = (at: string): string => day.format(new Date(`${at.slice(0, 10)}T00:00:00Z`));
