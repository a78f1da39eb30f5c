import type { Day } from '../record/calendar';
import type { CyclePlan, PatientFile } from './patient-file';

/** The shortest and the longest time to the next session that can be planned, in weeks. Chosen: beyond them it is a slip of a key. */
export const planWeeks = { least: 4, most: 52 } as const;

export type TypedPlan = { readonly weeks: string; readonly units: string; readonly reason: string };
export type PlanProblem = 'weeks' | 'units' | 'reason';

/**
 * The plan that counts now, or null: the latest of those made since the last treatment, on its day or later. One that was made
 * before it was of the session that has been, and says nothing of the next. `treated`: the last treatment, null before the first.
 */
export const planNow = (plans: readonly CyclePlan[], treated: Day | null): CyclePlan | null =>
  plans
    .filter(({ day }) => treated === null || day >= treated)
    .reduce<CyclePlan | null>((latest, one) => (latest === null || one.day >= latest.day ? one : latest), null);

/** What was typed as a plan, or what is wrong with it first. `most`: the most units a session can hold. */
export function planOf(
  { weeks, units, reason }: TypedPlan,
  most: number,
  made: Pick<CyclePlan, 'id' | 'day' | 'at' | 'by'>,
): { readonly ok: true; readonly plan: CyclePlan } | { readonly ok: false; readonly problem: PlanProblem } {
  const count = whole(weeks);
  if (count === null || count < planWeeks.least || count > planWeeks.most) return { ok: false, problem: 'weeks' };
  const dose = units.trim() === '' ? undefined : whole(units);
  if (dose === null || (dose ?? 0) > most) return { ok: false, problem: 'units' };
  if (reason.trim() === '') return { ok: false, problem: 'reason' };
  const { id, day, at, by } = made;
  const plan = { id, day, weeks: count, ...(dose === undefined ? {} : { units: dose }), reason: reason.trim(), at, by };
  return { ok: true, plan };
}

/** A whole number as it is typed, or null. */
const whole = (typed: string): number | null => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null);

/** With a plan; one of the same id stands once, however often the change is asked for. */
export const withPlan = (file: PatientFile, plan: CyclePlan): PatientFile => ({
  ...file,
  plans: [...file.plans.filter(({ id }) => id !== plan.id), plan],
});

/** Without a plan: what was planned before it holds again. */
export function withoutPlan(file: PatientFile, plan: string): PatientFile {
  const plans = file.plans.filter(({ id }) => id !== plan);
  return plans.length === file.plans.length ? file : { ...file, plans };
}
