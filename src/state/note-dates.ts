import '../messages/later';
import { t } from '../messages/translate';

/** "23 Nov 2026" of a day or a moment as its place wrote it: the same words in every browser, so that a file never differs. */
export function noteDay(at: string): string {
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
  const name = months[Number(month) - 1];
  return name === undefined ? at.slice(0, 10) : t('note.day', { day: String(Number(day)), month: t(name), year });
}

/** "10:41" */
export const noteTime = (at: string): string => at.slice(11, 16);

/** "23 Nov 2026, 10:55:31 +01:00" */
export const noteMoment = (at: string): string =>
  t('note.moment', { day: noteDay(at), time: at.slice(11, 19), zone: /(?:Z|[+-]\d\d:\d\d)$/.exec(at)?.[0] ?? '' });

/** "10:41–10:53", or one time where both are the same. */
export function noteSpan(from: string, to: string): string {
  const [first, last] = [noteTime(from), noteTime(to)];
  return first === last ? first : t('note.range', { from: first, to: last });
}

const months = [
  'note.month.1',
  'note.month.2',
  'note.month.3',
  'note.month.4',
  'note.month.5',
  'note.month.6',
  'note.month.7',
  'note.month.8',
  'note.month.9',
  'note.month.10',
  'note.month.11',
  'note.month.12',
] as const;
