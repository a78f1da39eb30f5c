import { type Day, isDay } from '../../record/calendar';
import { hasCome } from '../../outcomes/diary-day';
import type { PatientFile } from '../../outcomes/patient-file';
import type { Hit6Score, Score } from '../../outcomes/scores';

/** What was typed of a score, field by field. */
export type TypedScore = { readonly day: string; readonly numbers: readonly string[] };

/** Which field of it cannot stand: the day, or one of the numbers by its place. */
export type ScoreProblem = { readonly field: 'day' } | { readonly field: 'number'; readonly at: number };

/** Whole numbers alone, blanks taken off; null for anything else. */
function wholeOf(typed: string): number | null {
  const text = typed.trim();
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** The numbers, each from `least` to `most`, or what is wrong with what was typed. `today`: a moment or a day. */
export function readScore(
  { day, numbers }: TypedScore,
  { least, most, today }: { readonly least: number; readonly most: number; readonly today: string },
): { readonly day: Day; readonly numbers: readonly number[] } | readonly ScoreProblem[] {
  const read = numbers.map(wholeOf);
  const problems: readonly ScoreProblem[] = [
    ...(isDay(day) && hasCome(day, today) ? [] : [{ field: 'day' as const }]),
    ...read.flatMap((n, at) => (n !== null && n >= least && n <= most ? [] : [{ field: 'number' as const, at }])),
  ];
  return problems.length > 0 ? problems : { day, numbers: read.map((n) => n ?? 0) };
}

/** The file with a score, in place of one with the same id. */
export const withScore = (file: PatientFile, score: Score): PatientFile => ({
  ...file,
  scores: [...file.scores.filter(({ id }) => id !== score.id), score],
});

/** The same file where it has no score of this id. */
export const withoutScore = (file: PatientFile, id: string): PatientFile =>
  file.scores.some((score) => score.id === id)
    ? { ...file, scores: file.scores.filter((score) => score.id !== id) }
    : file;

/** The latest day first; of one day, what was entered last first. */
export const scoresByDay = (scores: readonly Score[]): readonly Score[] =>
  scores
    .map((score, n) => ({ score, n }))
    .sort((a, b) => (a.score.day === b.score.day ? b.n - a.n : a.score.day < b.score.day ? 1 : -1))
    .map(({ score }) => score);

/** The last of one kind up to a day, and with that day. */
export function hit6Before(scores: readonly Score[], day: Day): Hit6Score | null {
  const found = scoresByDay(scores).find((score) => score.kind === 'hit6' && score.day <= day);
  return found?.kind === 'hit6' ? found : null;
}
