import { type Day, daysBetween } from '../record/calendar';
import { fewerThan } from './count';
import { treatedBy } from './cycles';
import { allOf } from './known';
import { missingIn, type MissingDays } from './response';
import type { PositiveStopRule, Rule } from './rules';
import { type Recorded, type Window, windowDays, windowsBack } from './windows';

/** Whether a rule says that treatment is ended because it worked. */
export type PositiveStop =
  | { readonly kind: 'no-rule' }
  | { readonly kind: 'not-treated' }
  /** Fewer days than the rule's months have passed since the first treatment. */
  | { readonly kind: 'too-early'; readonly rule: PositiveStopRule; readonly days: number; readonly needed: number }
  | {
      readonly kind: 'reached' | 'not-reached' | 'cannot-say';
      readonly rule: PositiveStopRule;
      /** The months it was judged by: windows of 28 days that end with today, the earliest first. */
      readonly windows: readonly Window[];
      readonly missing: readonly MissingDays[];
    };

/**
 * Judged by the months before today, one after the other without a gap: they do not begin at treatments, for the rule asks
 * how the patient is now. All of them must be under treatment.
 */
export function positiveStopOf(
  recorded: Recorded,
  { treatments, today }: { readonly treatments: readonly Day[]; readonly today: Day },
  { positiveStop: rule, headacheDay }: Rule,
): PositiveStop {
  if (rule === null) return { kind: 'no-rule' };
  const first = treatedBy(treatments, today)[0];
  if (first === undefined) return { kind: 'not-treated' };
  const needed = rule.months * windowDays;
  const days = daysBetween(first, today) + 1;
  if (days < needed) return { kind: 'too-early', rule, days, needed };
  const windows = windowsBack(recorded, today, rule.months, headacheDay);
  const state = allOf(windows.map(({ counts }) => fewerThan(counts.headache, rule.fewerThan)));
  const kinds = { yes: 'reached', no: 'not-reached', unknown: 'cannot-say' } as const;
  return {
    kind: kinds[state],
    rule,
    windows,
    missing: state === 'unknown' ? windows.flatMap((window) => missingIn(window, window.counts.headache)) : [],
  };
}
