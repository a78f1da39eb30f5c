import { type AcuteClass, acuteIds, type DiaryDay, featureIds, missedIds } from '../outcomes/diary-day';
import { hadFeature, missedOut, tookClass, type Told } from '../outcomes/diary-asked';
import type { Diary } from '../outcomes/diary';
import { byteOrderMark, csvLine } from './csv';

/**
 * The columns of our own file, by which it is known again. They are names, not words: the file is the same in every language.
 * A cell says yes, no, or nothing where it was not asked.
 */
export const diaryColumns = [
  'date',
  'headache',
  'severity 1-3',
  'hours',
  ...featureIds.map((id) => `feature ${id}`),
  ...acuteIds.map((id) => `medicine ${id}`),
  ...missedIds.map((id) => `missed ${id}`),
  'note',
] as const;

/** What a patient with no headache and no note on a recorded day, and everything else, looks like as rows: one for each headache. */
export function diaryCsv(diary: Diary): string {
  const rows = diary.days.flatMap(rowsOf);
  return `${byteOrderMark}${csvLine(diaryColumns)}${rows.map(csvLine).join('')}`;
}

function rowsOf(day: DiaryDay): readonly (readonly string[])[] {
  const ofDay = [
    ...acuteIds.map((id) => cellOf(tookClass(day, id))),
    ...missedIds.map((id) => cellOf(missedOut(day, id))),
    guarded(day.note ?? ''),
  ];
  if (day.attacks.length === 0) return [[day.day, 'no', '', '', ...featureIds.map(() => ''), ...ofDay]];
  return day.attacks.map((attack) => [
    day.day,
    'yes',
    attack.severity === null ? '' : String(attack.severity),
    attack.hours === null ? '' : String(attack.hours),
    ...featureIds.map((id) => cellOf(hadFeature(attack, id))),
    ...ofDay,
  ]);
}

const cellOf = (told: Told): string => (told === null ? '' : told ? 'yes' : 'no');

const signs = String.raw`[=+\-@\t\r\n＝＋－＠]`;
const alreadyMarked = new RegExp(`^'+${signs}`);
const marked = new RegExp(`^'(?='*${signs})`);

/** What begins like a formula gets an apostrophe from `csvLine`; what begins so with one of its own gets another, to be taken off again. */
const guarded = (text: string): string => (alreadyMarked.test(text) ? `'${text}` : text);

/** A cell as it was before it was guarded against being a formula. */
export const unguarded = (text: string): string => text.replace(marked, '');

/** Names of medicines are nobody's but the user's: which class each is, the user says. */
export type WordClass = AcuteClass | 'unknown' | 'none';
