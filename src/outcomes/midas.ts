import type { Cited } from '../record/cited';
import type { MidasScore } from './scores';

export type MidasGrade = 'I' | 'II' | 'III' | 'IV';

/** The grades of MIDAS by the least sum of each, the lowest first. */
export const midasGrades: { readonly from: readonly { readonly grade: MidasGrade; readonly least: number }[] } & Cited =
  {
    from: [
      { grade: 'I', least: 0 },
      { grade: 'II', least: 6 },
      { grade: 'III', least: 11 },
      { grade: 'IV', least: 21 },
    ],
    evidence: 'confirmed',
    sources: ['S54'],
  };

/** Days in the three months that are asked about, at most: no answer, and no two that exclude each other, can be more. */
export const midasDays: { readonly most: number } & Cited = { most: 90, evidence: 'derived', sources: ['S54'] };

/** What is not sound: one answer, or the two of work, or the two of housework, by their place (0 to 4). */
export type MidasProblem =
  | { readonly kind: 'not-days'; readonly answer: number }
  | { readonly kind: 'more-than-days'; readonly answers: readonly number[]; readonly most: number };

/** The sum of the five answers. Items A and B are not scored. */
export const midasSum = ({ answers }: Pick<MidasScore, 'answers'>): number =>
  answers.reduce((sum, one) => sum + one, 0);

/** The grade of a sum of days, by `midasGrades`. */
export function midasGrade(sum: number): MidasGrade {
  return midasGrades.from.findLast(({ least }) => sum >= least)?.grade ?? 'I';
}

/**
 * The first thing that cannot be in five answers: a day is either missed or half done at work, and so in the household, so
 * that each of these pairs, and the fifth by itself, has no more days than were asked about. null where all is sound.
 */
export function midasProblem(answers: MidasScore['answers']): MidasProblem | null {
  const odd = answers.findIndex((one) => !Number.isSafeInteger(one) || one < 0);
  if (odd >= 0) return { kind: 'not-days', answer: odd };
  for (const places of [[0, 1], [2, 3], [4]]) {
    const days = places.reduce((sum, place) => sum + (answers[place] ?? 0), 0);
    if (days > midasDays.most) return { kind: 'more-than-days', answers: places, most: midasDays.most };
  }
  return null;
}
