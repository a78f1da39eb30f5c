import type { Known } from './known';

/**
 * A count of days, as far as a diary tells it. Of `of` days `recorded` were written down. `low` counts the days that certainly
 * were so; `high` also those of which nobody can say: days that were not recorded, and days whose record does not say enough.
 * The true count lies between the two, and is known where they are equal.
 */
export type Count = {
  readonly low: number;
  readonly high: number;
  readonly recorded: number;
  readonly of: number;
};

/** Counts the days that were so: one answer a day, null for a day that was not recorded. */
export function countDays(answers: readonly (Known | null)[]): Count {
  let [low, high, recorded] = [0, 0, 0];
  for (const answer of answers) {
    if (answer !== null) recorded += 1;
    if (answer === 'yes') low += 1;
    if (answer !== 'no') high += 1;
  }
  return { low, high, recorded, of: answers.length };
}

/** The count over the days of several; none of them may share a day. */
export const sumOfCounts = (counts: readonly Count[]): Count => ({
  low: sumOf(counts, 'low'),
  high: sumOf(counts, 'high'),
  recorded: sumOf(counts, 'recorded'),
  of: sumOf(counts, 'of'),
});

/** Whether there were at least so many days. */
export const atLeast = ({ low, high }: Count, days: number): Known => {
  if (low >= days) return 'yes';
  return high < days ? 'no' : 'unknown';
};

/** Whether there were fewer than so many days. */
export const fewerThan = ({ low, high }: Count, days: number): Known => {
  if (high < days) return 'yes';
  return low >= days ? 'no' : 'unknown';
};

/** Days that were not recorded. */
export const unrecorded = ({ recorded, of }: Count): number => of - recorded;

/** Days that were recorded, but not well enough to say whether they count. */
export const unclear = (count: Count): number => count.high - count.low - unrecorded(count);

const sumOf = (counts: readonly Count[], field: keyof Count): number =>
  counts.reduce((sum, count) => sum + count[field], 0);
