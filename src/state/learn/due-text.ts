import '../../messages/later';
import { t } from '../../messages/translate';

/** What waits today, as the numbers of it, and when the next is due (ISO 8601); null where nothing will be. */
type Waiting = { readonly due: number; readonly fresh: number; readonly next: string | null };

/** What stands beneath the numbers of today. */
export function todayHint({ due, fresh, next }: Waiting, now: string): string {
  if (due > 0) return t('learn.part.today.hint');
  if (fresh > 0) return t('learn.now.newHint');
  return next === null ? t('progress.nothingEver') : t('progress.nextDue', { when: dueText(next, now) });
}

const minuteMs = 60_000;

/** "in 8 minutes", "in 3 hours", "in 4 days": from now (ISO 8601) to when something is due. Never less than a minute. */
export function dueText(due: string, now: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(due) - Date.parse(now)) / minuteMs));
  if (minutes < 60) return t('progress.in.minutes', { n: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 24 ? t('progress.in.hours', { n: hours }) : t('progress.in.days', { n: Math.round(hours / 24) });
}
