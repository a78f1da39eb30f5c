import type { Cited } from '../record/cited';
import type { Day } from '../record/calendar';
import { atLeast, type Count } from './count';
import { type AcuteClass, acuteIds, type DiaryDay } from './diary-day';
import { anyHeadache } from './headache-day';
import { tookClass } from './diary-asked';
import { allOf, anyOf, type Known, toldAs } from './known';
import { missingIn, type MissingDays } from './response';
import { countOf, type Recorded, type Window, windowsBack } from './windows';

/** From how many days a month on a class of acute medication is overused (ICHD-3, 8.2). Days are counted, not doses (S50). */
export type OveruseLimit = { readonly atLeast: number } & Cited;

const tenDays: OveruseLimit = { atLeast: 10, evidence: 'confirmed', sources: ['S49'] };
const fifteenDays: OveruseLimit = { atLeast: 15, evidence: 'confirmed', sources: ['S49'] };

/** null: no limit is known for it. */
export const overuseLimits: Readonly<Record<AcuteClass, OveruseLimit | null>> = {
  triptan: tenDays,
  ergotamine: tenDays,
  paracetamol: fifteenDays,
  aspirin: fifteenDays,
  'other-nsaid': fifteenDays,
  opioid: { atLeast: 10, evidence: 'confirmed', sources: ['S49b'] },
  'combination-analgesic': { atLeast: 10, evidence: 'unconfirmed', sources: ['S49'] },
  other: null,
};

/** Several classes together, none of which need be overused by itself. */
const combinedLimit: OveruseLimit = { atLeast: 10, evidence: 'unconfirmed', sources: ['S49'] };

/** Headache of medication overuse: so many days with headache a month, beside the overuse. */
const overuseHeadacheDays: OveruseLimit = { atLeast: 15, evidence: 'confirmed', sources: ['S49'] };

/** "Regular overuse for more than three months": in each of so many windows of 28 days, for three of them are only 84 days. */
const overuseWindows = 4;

/** Whether what one limit names was overused: in each window (the earliest first), in the latest of them, and for more than three months. */
export type OveruseOf = {
  readonly of: AcuteClass | 'combined';
  readonly limit: OveruseLimit;
  readonly windows: readonly { readonly window: Window; readonly count: Count; readonly reached: Known }[];
  readonly lately: Known;
  readonly lasting: Known;
};

export type Overuse = {
  /** Each class with a limit, in the order of `acuteIds`, and last all together. */
  readonly classes: readonly OveruseOf[];
  /** Any of them in the latest window. A limit that awaits sign-off answers no by itself, but never yes: then it is unknown. */
  readonly lately: Known;
  /** Any of them for more than three months, one and the same; likewise. */
  readonly lasting: Known;
  /** Reached in the latest window by limits that await sign-off, where no other limit was. */
  readonly awaiting: readonly OveruseOf[];
  /** Overuse and headache on enough days: what ICHD-3 8.2 asks. Both diagnoses are given (S49). */
  readonly headache: Known;
  readonly diagnosis: Known;
  /**
   * What would have to be known of the classes that cannot be judged, where something cannot be said: in each window the days
   * on which any of them is open. Empty where only a limit that awaits sign-off keeps it from being said.
   */
  readonly missing: readonly MissingDays[];
};

/**
 * Medication overuse by the days of the diary, in the windows of 28 days that end with `last`: ICHD-3, 8.2, by the limits
 * above with their sources.
 */
export function overuseOf(recorded: Recorded, last: Day): Overuse {
  const windows = windowsBack(recorded, last, overuseWindows, anyHeadache);
  const single = acuteIds.flatMap((one): readonly OveruseOf[] => {
    const limit = overuseLimits[one];
    if (limit === null) return [];
    return [
      judged(
        one,
        limit,
        windows.map((window) => [window, window.counts.acuteBy[one], 'yes'] as const),
      ),
    ];
  });
  const combined = judged(
    'combined',
    combinedLimit,
    windows.map((window) => [window, countOf(recorded, window, limitedTaken), severalTaken(window)] as const),
  );
  const classes = [...single, combined];
  const lately = anyOf(classes.map((one) => bySigned(one, one.lately)));
  const lasting = anyOf(classes.map((one) => bySigned(one, one.lasting)));
  const headache = allOf(windows.map(({ counts }) => atLeast(counts.headache, overuseHeadacheDays.atLeast)));
  const diagnosis = allOf([lasting, headache]);
  return {
    classes,
    lately,
    lasting,
    awaiting: lately === 'yes' ? [] : classes.filter((one) => awaits(one) && one.lately === 'yes'),
    headache,
    diagnosis,
    missing: windows.flatMap((window, at) => {
      const last = at === windows.length - 1;
      const classesOpen = classes.filter(
        (one) =>
          one.windows[at]?.reached === 'unknown' &&
          ((last && lately === 'unknown' && one.lately === 'unknown') ||
            (diagnosis === 'unknown' && one.lasting === 'unknown')),
      );
      const headacheOpen =
        diagnosis === 'unknown' && atLeast(window.counts.headache, overuseHeadacheDays.atLeast) === 'unknown';
      if (classesOpen.length === 0 && !headacheOpen) return [];
      const asked = classesOpen.flatMap(({ of }) => (of === 'combined' ? limited : [of]));
      return missingIn(
        window,
        countOf(recorded, window, (day) => (asked.some((one) => tookClass(day, one) === null) ? 'unknown' : 'no')),
      );
    }),
  };
}

/** Whether the limit was recalled and not read: it may not decide anything by itself. */
export const awaits = ({ limit }: Pick<OveruseOf, 'limit'>): boolean => limit.evidence === 'unconfirmed';

const bySigned = (one: OveruseOf, answer: Known): Known => (awaits(one) && answer === 'yes' ? 'unknown' : answer);

function judged(
  of: OveruseOf['of'],
  limit: OveruseLimit,
  found: readonly (readonly [Window, Count, Known])[],
): OveruseOf {
  const windows = found.map(([window, count, counts]) => ({
    window,
    count,
    reached: allOf([counts, atLeast(count, limit.atLeast)]),
  }));
  return {
    of,
    limit,
    windows,
    lately: windows.at(-1)?.reached ?? 'unknown',
    lasting: allOf(windows.map(({ reached }) => reached)),
  };
}

const limited = acuteIds.filter((one) => overuseLimits[one] !== null);

/** Whether any class that has a limit was taken. */
const limitedTaken = (day: DiaryDay): Known => anyOf(limited.map((one) => toldAs(tookClass(day, one))));

/** Whether more than one class was taken within a window: one class alone has its own limit. */
function severalTaken({ counts }: Window): Known {
  const taken = limited.map((one) => atLeast(counts.acuteBy[one], 1));
  if (taken.filter((one) => one === 'yes').length > 1) return 'yes';
  return taken.filter((one) => one !== 'no').length > 1 ? 'unknown' : 'no';
}
