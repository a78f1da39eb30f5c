import '../../messages/later';
import { t } from '../../messages/translate';
import { hit6, hit6Band } from '../../outcomes/hit6';
import { midasDays, midasGrade, midasGrades, midasProblem, midasSum } from '../../outcomes/midas';
import type { MidasScore, Score } from '../../outcomes/scores';
import { citedText } from './course-response-text';

export type ScoreKind = Score['kind'];

/** The numbers that are asked for, in their order. Of MIDAS what each counts, in our own words; of HIT-6 the total alone. */
export const fieldsOf = (kind: ScoreKind): readonly string[] =>
  kind === 'hit6' ? [t('course.hit6Total')] : midasFields.map((field) => t(field));

const midasFields = [
  'course.midas.work',
  'course.midas.workHalf',
  'course.midas.housework',
  'course.midas.houseworkHalf',
  'course.midas.social',
] as const;

/** What each number may be. */
export const limitsOf = (kind: ScoreKind): { readonly least: number; readonly most: number } =>
  kind === 'hit6' ? { least: hit6.least, most: hit6.most } : { least: 0, most: midasDays.most };

type Made = { readonly id: string; readonly day: string; readonly at: string; readonly by: string };

/** A score of numbers that are each within the limits; of MIDAS those that exclude each other may still be too many: null then. */
export function scoreOf(kind: ScoreKind, made: Made, numbers: readonly number[]): Score | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers;
  if (kind === 'hit6') return { kind, ...made, total: a };
  const answers: MidasScore['answers'] = [a, b, c, d, e];
  return midasProblem(answers) === null ? { kind, ...made, answers } : null;
}

/** "MIDAS", "HIT-6". */
export const scoreKindText = ({ kind }: Score): string => t(`course.kind.${kind}`);

/** The total as it was entered of HIT-6; of MIDAS the sum of the five answers, in days. */
export const scoreText = (score: Score): string => String(score.kind === 'hit6' ? score.total : midasSum(score));

/** The grade of MIDAS, or the band of HIT-6; empty where a total is out of its range. */
export function scoreMeaning(score: Score): string {
  if (score.kind === 'midas') return t(`course.grade.${midasGrade(midasSum(score))}`);
  const band = hit6Band(score.total);
  return band === null ? '' : t(`course.band.${band}`);
}

/** Where grades and bands were read. */
export const scoreSources = (): string =>
  t('course.scoresFrom', { midas: citedText(midasGrades), hit6: citedText(hit6) });
