import type { Count } from './count';
import { type Known, known } from './known';
import { windowDays } from './windows';

/** Between two numbers, both within. */
export type Range = { readonly low: number; readonly high: number };

/** A change of days a month: negative where there are fewer. It lies between the two numbers, and is known where they are equal. */
export type Change = {
  /** Days per 28 days; may hold fractions. */
  readonly days: Range;
  /**
   * In percent of the days before: -100 is none left. null: without bound, as the days before may have been none; both are
   * null where there certainly were none.
   */
  readonly percent: { readonly low: number | null; readonly high: number | null };
};

/** A count taken to 28 days. Throws on a count of no days. */
export function perWindow({ low, high, of }: Count): Range {
  if (of === 0) throw new RangeError('a count of no days');
  return { low: (low * windowDays) / of, high: (high * windowDays) / of };
}

/** From one count to another of other days, taken to 28 days each. Throws on a count of no days. */
export function changeOf(before: Count, after: Count): Change {
  const [was, is] = [perWindow(before), perWindow(after)];
  return {
    days: { low: is.low - was.high, high: is.high - was.low },
    percent: {
      low: was.high === 0 ? null : percentOf(is.low, was.high),
      high: was.low === 0 ? null : percentOf(is.high, was.low),
    },
  };
}

/**
 * Whether there are fewer days by at least so many percent: yes or no only where it holds for everything the two counts may
 * be. Counted in whole numbers, so that exactly the line is reached.
 */
export function fewerBy(percent: number, before: Count, after: Count): Known {
  const reached = (was: number, is: number): boolean => 100 * is * before.of <= (100 - percent) * was * after.of;
  if (before.low > 0 && reached(before.low, after.high)) return 'yes';
  return reached(before.high, after.low) ? 'unknown' : known(false);
}

const percentOf = (is: number, was: number): number => (100 * (is - was)) / was;
