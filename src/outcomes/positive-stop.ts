import { type Day, daysBetween } from '../record/calendar';
import { retreatment } from '../record/cited';
import { daysAfter, daysBefore } from '../record/days-after';
import { fewerThan } from './count';
import { treatedBy } from './cycles';
import { allOf } from './known';
import { missingIn, type MissingDays } from './response';
import type { PositiveStopRule, Rule } from './rules';
import { type Recorded, type Span, spanFrom, spanTo, type Window, windowDays, windowsBack } from './windows';

/** Whether a rule says that treatment is ended because it worked. */
export type PositiveStop =
  | { readonly kind: 'no-rule' }
  | { readonly kind: 'not-treated' }
  /** Fewer days than the rule's months have passed since the first treatment. */
  | { readonly kind: 'too-early'; readonly rule: PositiveStopRule; readonly days: number; readonly needed: number }
  /** Within the rule's months there are days too long after the treatment before them: fewer headache days then are no effect of it. */
  | {
      readonly kind: 'not-under-treatment';
      readonly rule: PositiveStopRule;
      /** The first stretch of such days, and after how many days it begins. */
      readonly without: Span;
      readonly mostDays: number;
    }
  | {
      readonly kind: 'reached' | 'not-reached' | 'cannot-say';
      readonly rule: PositiveStopRule;
      /** The months it was judged by: windows of 28 days that end with today, the earliest first. */
      readonly windows: readonly Window[];
      readonly missing: readonly MissingDays[];
    };

/**
 * Judged by the months before today, one after the other without a gap: they do not begin at treatments, for the rule asks
 * how the patient is now. All of them must be under treatment: no day more than the paradigm's time between two after the
 * last treatment before it.
 */
export function positiveStopOf(
  recorded: Recorded,
  { treatments, today }: { readonly treatments: readonly Day[]; readonly today: Day },
  { positiveStop: rule, headacheDay }: Rule,
): PositiveStop {
  if (rule === null) return { kind: 'no-rule' };
  const treated = treatedBy(treatments, today);
  const first = treated[0];
  if (first === undefined) return { kind: 'not-treated' };
  const needed = rule.months * windowDays;
  const days = daysBetween(first, today) + 1;
  if (days < needed) return { kind: 'too-early', rule, days, needed };
  const without = withoutTreatment(treated, spanTo(today, needed));
  if (without !== null) return { kind: 'not-under-treatment', rule, without, mostDays: retreatment.days };
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

/** The first days of a span that are too long after the treatment before them; null where there are none. */
function withoutTreatment(treated: readonly Day[], { from, to }: Span): Span | null {
  for (const [i, day] of treated.entries()) {
    const next = treated[i + 1];
    const late = daysAfter(day, retreatment.days + 1);
    const begins = late > from ? late : from;
    const ends = next === undefined || next > to ? to : daysBefore(next, 1);
    if (begins <= ends) return spanFrom(begins, daysBetween(begins, ends) + 1);
  }
  return null;
}
