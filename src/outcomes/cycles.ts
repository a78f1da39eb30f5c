import { type Day, daysBetween } from '../record/calendar';
import { retreatment } from '../record/cited';
import { daysBefore } from '../record/days-after';
import type { HeadacheDay } from './headache-day';
import {
  type Counts,
  countsOf,
  type Recorded,
  type Span,
  spanFrom,
  type Window,
  windowBefore,
  windowDays,
  windowsBackToFirst,
  windowsFrom,
} from './windows';

/** From one treatment to the day before the next, or to today. */
export type Cycle = Span & {
  /** 1 for that of the first treatment. */
  readonly number: number;
  /** The day of the next treatment; null while there is none. */
  readonly next: Day | null;
  /** Windows of 28 days from the treatment on. */
  readonly windows: readonly Window[];
  /**
   * The days by which it is judged: from the treatment on, and no more than the paradigm's time between two, so that a late
   * next treatment is not held against this one.
   */
  readonly judged: Span & { readonly counts: Counts };
  /** The next treatment has come, or the time for it. */
  readonly ended: boolean;
  /** It has a month to be judged by. */
  readonly longEnough: boolean;
};

export type Cycles = {
  /** The 28 days before the first treatment; null where there was no treatment. */
  readonly baseline: Window | null;
  readonly cycles: readonly Cycle[];
  /** Without a treatment: windows back from today, for as long as anything was recorded. Empty where there was one. */
  readonly untreated: readonly Window[];
};

/** Days of treatment in order, each once. A day after `today` has not come and is left out. */
export const treatedBy = (treatments: readonly Day[], today: Day): readonly Day[] =>
  [...new Set(treatments)].filter((day) => day <= today).toSorted();

/** Cuts a diary at the treatments, up to and with `today`. */
export function cyclesOf(
  recorded: Recorded,
  { treatments, today }: { readonly treatments: readonly Day[]; readonly today: Day },
  headacheDay: HeadacheDay,
): Cycles {
  const days = treatedBy(treatments, today);
  const first = days[0];
  if (first === undefined)
    return { baseline: null, cycles: [], untreated: windowsBackToFirst(recorded, today, headacheDay) };
  return {
    baseline: windowBefore(recorded, first, headacheDay),
    cycles: days.map((from, i): Cycle => {
      const next = days[i + 1] ?? null;
      const to = next === null ? today : daysBefore(next, 1);
      const length = daysBetween(from, to) + 1;
      const judged = spanFrom(from, Math.min(length, retreatment.days));
      return {
        number: i + 1,
        from,
        to,
        days: length,
        next,
        windows: windowsFrom(recorded, { from, to, because: next === null ? 'running' : 'cut' }, headacheDay),
        judged: { ...judged, counts: countsOf(recorded, judged, headacheDay) },
        ended: next !== null || length >= retreatment.days,
        longEnough: length >= windowDays,
      };
    }),
    untreated: [],
  };
}
