import { type Cited, retreatment } from '../record/cited';
import { daysAfter } from '../record/days-after';
import { type Change, changeOf } from './change';
import { type Count, sumOfCounts } from './count';
import type { Cycle } from './cycles';
import { type HeadacheDay, isHeadacheDay } from './headache-day';
import { countOf, type Recorded, type Span, spanFrom } from './windows';

/** What is known of the effect over a cycle, to be told beside a patient's own figures. */
export const wearOffFacts: {
  /** The month of a cycle with the fewest headache days in a published series. */
  readonly bestWeeks: { readonly from: number; readonly to: number } & Cited;
  /** Where it was looked for here: the four weeks before the next session. */
  readonly lastWeeks: { readonly from: number; readonly to: number } & Cited;
  /** Of patients in a chart review, in percent: with wear-off, and with its onset two to four weeks before the next session. */
  readonly share: { readonly percent: number; readonly of: number; readonly lateOnsetPercent: number } & Cited;
} = {
  bestWeeks: { from: 5, to: 8, evidence: 'confirmed', sources: ['S59'] },
  lastWeeks: { from: 9, to: 12, evidence: 'derived', sources: ['S11'] },
  share: { percent: 62.9, of: 143, lateOnsetPercent: 43.3, evidence: 'confirmed', sources: ['S11'] },
};

/** One week of the cycle, over several cycles: `count.of` is 7 for each cycle that has reached its end, fewer where one was cut within it. */
type WeekInCycle = { readonly week: number; readonly count: Count };

/** The last weeks of a cycle against its best weeks; the change is one of headache days per 28 days. */
export type WearOff = {
  readonly best: Count;
  readonly last: Count;
  readonly change: Change;
  readonly state: 'rises' | 'does-not-rise' | 'cannot-say';
};

export type WearOffByWeek = {
  /** Weeks 1 to the last that any cycle reached. */
  readonly weeks: readonly WeekInCycle[];
  /** Each cycle that ran through the last weeks, by its number. */
  readonly byCycle: readonly ({ readonly cycle: number } & WearOff)[];
  /** Those together; null where there is none. */
  readonly together: WearOff | null;
};

const weekDays = 7;

/** Headache days by the week after a treatment. Weeks after the paradigm's time between two treatments are told, not compared. */
export function wearOffOf(recorded: Recorded, cycles: readonly Cycle[], headacheDay: HeadacheDay): WearOffByWeek {
  const through = cycles.filter(({ days }) => days >= retreatment.days);
  const byCycle = through.map((cycle) => {
    const headache = (weeks: { readonly from: number; readonly to: number }): Count =>
      countOf(recorded, weeksOf(cycle, weeks), (day) => isHeadacheDay(day, headacheDay));
    return { cycle: cycle.number, ...compared(headache(wearOffFacts.bestWeeks), headache(wearOffFacts.lastWeeks)) };
  });
  const longest = cycles.reduce((most, { days }) => Math.max(most, days), 0);
  return {
    weeks: Array.from({ length: Math.ceil(longest / weekDays) }, (_, i) => ({
      week: i + 1,
      count: sumOfCounts(
        cycles.flatMap((cycle) => {
          const days = Math.min(weekDays, cycle.days - i * weekDays);
          if (days <= 0) return [];
          const span = spanFrom(daysAfter(cycle.from, i * weekDays), days);
          return [countOf(recorded, span, (day) => isHeadacheDay(day, headacheDay))];
        }),
      ),
    })),
    byCycle,
    together:
      byCycle.length === 0
        ? null
        : compared(sumOfCounts(byCycle.map(({ best }) => best)), sumOfCounts(byCycle.map(({ last }) => last))),
  };
}

function compared(best: Count, last: Count): WearOff {
  const change = changeOf(best, last);
  if (change.days.low > 0) return { best, last, change, state: 'rises' };
  return { best, last, change, state: change.days.high <= 0 ? 'does-not-rise' : 'cannot-say' };
}

const weeksOf = (cycle: Cycle, { from, to }: { readonly from: number; readonly to: number }): Span =>
  spanFrom(daysAfter(cycle.from, (from - 1) * weekDays), (to - from + 1) * weekDays);
