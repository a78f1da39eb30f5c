import { type Day, daysBetween } from '../record/calendar';
import { type Cited, retreatment } from '../record/cited';
import { daysAfter, daysBefore } from '../record/days-after';
import type { CyclePlan, PlanEntry } from './patient-file';
import { decisionNow, isEnd } from './plans';

const weekDays = 7;

/**
 * After how many whole weeks a patient without another treatment is on the list of those over that time. The number is a
 * convention of this list; that the effect is gone by 12 weeks is what a patients' charity tells (S50).
 */
export const slump: { readonly weeks: number } & Cited = { weeks: 14, evidence: 'derived', sources: ['S50'] };

export type Due = {
  /** The last treatment. */
  readonly treated: Day;
  readonly due: Day;
  /** From when on it may be booked: the due day, or earlier by what the practice allows. */
  readonly early: Day;
  /** The plan the due day follows; null: the paradigm's time between two treatments. */
  readonly plan: CyclePlan | null;
  /** The plan asks for an earlier treatment than the paradigm does. */
  readonly soonerThanStandard: boolean;
  /** `early`: within the early window. `due`: today is the day. */
  readonly state: 'waiting' | 'early' | 'due' | 'overdue';
  /** Days until it is due; negative once it is overdue. */
  readonly inDays: number;
  /** Days since it was due; 0 where it is not overdue. */
  readonly overdueBy: number;
  /** The week after the treatment, 1 for its first seven days. */
  readonly week: number;
  /** The day on which the effect is taken to have faded, and whether it has come; whatever was planned. */
  readonly slumpFrom: Day;
  readonly slump: boolean;
};

/**
 * When the next treatment is due; null where there was none up to `today`, and where the treatment was
 * ended since. `earlyDays` is how many days before it is due the
 * practice may book it. The plan that counts now (`decisionNow`) goes before the standard.
 */
export function dueOf({
  treatments,
  today,
  plans = [],
  earlyDays = 0,
}: {
  readonly treatments: readonly Day[];
  readonly today: Day;
  readonly plans?: readonly PlanEntry[];
  readonly earlyDays?: number;
}): Due | null {
  const treated = treatments.filter((day) => day <= today).reduce<Day | null>(later, null);
  if (treated === null) return null;
  const plan = decisionNow(plans, treated);
  if (plan !== null && isEnd(plan)) return null;
  const days = plan === null ? retreatment.days : plan.weeks * weekDays;
  const due = daysAfter(treated, days);
  const since = daysBetween(treated, today);
  const early = daysBefore(due, Math.min(earlyDays, days));
  const inDays = days - since;
  return {
    treated,
    due,
    early,
    plan,
    soonerThanStandard: days < retreatment.days,
    state: stateOf(inDays, today >= early),
    inDays,
    overdueBy: Math.max(0, -inDays),
    week: Math.floor(since / weekDays) + 1,
    slumpFrom: daysAfter(treated, slump.weeks * weekDays),
    slump: since >= slump.weeks * weekDays,
  };
}

/** From one treatment to the next. */
export type Interval = { readonly from: Day; readonly to: Day; readonly days: number };

/** The times between treatments, the earliest first. */
export function intervalsOf(treatments: readonly Day[]): readonly Interval[] {
  const days = [...new Set(treatments)].toSorted();
  return days.slice(1).flatMap((to, i) => {
    const from = days[i];
    return from === undefined ? [] : [{ from, to, days: daysBetween(from, to) }];
  });
}

const later = (a: Day | null, b: Day): Day => (a === null || b > a ? b : a);

function stateOf(inDays: number, early: boolean): Due['state'] {
  if (inDays < 0) return 'overdue';
  if (inDays === 0) return 'due';
  return early ? 'early' : 'waiting';
}
