import '../../messages/later';
import { t } from '../../messages/translate';

const minuteMs = 60_000;

/** "in 8 minutes", "in 3 hours", "in 4 days": from now (ISO 8601) to when something is due. Never less than a minute. */
export function dueText(due: string, now: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(due) - Date.parse(now)) / minuteMs));
  if (minutes < 60) return t('progress.in.minutes', { n: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 24 ? t('progress.in.hours', { n: hours }) : t('progress.in.days', { n: Math.round(hours / 24) });
}
