import { type Day, isBefore } from '../record/calendar';
import type { CyclePlan, PatientFile, PlanEnd, PlanEntry, PlanTakenBack } from './patient-file';

/** The shortest and the longest time to the next session that can be planned, in weeks. Chosen: beyond them it is a slip of a key. */
export const planWeeks = { least: 4, most: 52 } as const;

export type TypedPlan = { readonly weeks: string; readonly units: string; readonly reason: string };
export type PlanProblem = 'weeks' | 'units' | 'reason';

/** What is decided of the next session: when it is, or that there is none. */
export type Decision = CyclePlan | PlanEnd;

const isDecision = (one: PlanEntry): one is Decision => !('takesBack' in one);
/** Whether it was decided that there is no next session. */
export const isEnd = (one: Decision): one is PlanEnd => 'ended' in one;

/**
 * What counts now, or null: the latest decision since the last treatment, on its day or later, that was not taken back. One
 * that was made before it was of the session that has been, and says nothing of the next. `treated`: the last treatment, null
 * before the first.
 */
export function decisionNow(plans: readonly PlanEntry[], treated: Day | null): Decision | null {
  const gone = takenBack(plans);
  return plans
    .filter(isDecision)
    .filter(({ id, day }) => !gone.has(id) && (treated === null || day >= treated))
    .reduce<Decision | null>((latest, one) => (latest === null || isLater(one, latest) ? one : latest), null);
}

/** By when it was made, as files of two places may have been joined; of one moment, whichever stands last. */
const isLater = (one: Decision, other: Decision): boolean =>
  one.day === other.day ? !isBefore(one.at, other.at) : one.day > other.day;

/** The plan that counts now; null where none does, and where the treatment was ended. */
export function planNow(plans: readonly PlanEntry[], treated: Day | null): CyclePlan | null {
  const now = decisionNow(plans, treated);
  return now === null || isEnd(now) ? null : now;
}

/** A decision with how it stands: it counts, was taken back, was of an earlier session, or gave way to a later one. */
export type ListedDecision = {
  readonly decision: Decision;
  readonly stands: 'counts' | 'taken-back' | 'earlier' | 'replaced';
};

/** Every decision as it stands now, the one entered last first. */
export function decisionsOf(plans: readonly PlanEntry[], treated: Day | null): readonly ListedDecision[] {
  const gone = takenBack(plans);
  const now = decisionNow(plans, treated);
  const standing = ({ id, day }: Decision): ListedDecision['stands'] => {
    if (gone.has(id)) return 'taken-back';
    if (treated !== null && day < treated) return 'earlier';
    return id === now?.id ? 'counts' : 'replaced';
  };
  return plans
    .filter(isDecision)
    .map((decision) => ({ decision, stands: standing(decision) }))
    .toReversed();
}

const takenBack = (plans: readonly PlanEntry[]): ReadonlySet<string> =>
  new Set(plans.flatMap((one) => ('takesBack' in one ? one.takesBack : [])));

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

/** With a decision; one of the same id stands once, however often the change is asked for. */
export const withPlan = (file: PatientFile, plan: Decision): PatientFile => ({
  ...file,
  plans: [...file.plans.filter(({ id }) => id !== plan.id), plan],
});

/** With a decision taken back: what was decided before it of the same session holds again. It stays in the file, and once is enough. */
export const withoutPlan = (file: PatientFile, back: PlanTakenBack): PatientFile =>
  file.plans.some(({ id }) => id === back.takesBack) && !takenBack(file.plans).has(back.takesBack)
    ? { ...file, plans: [...file.plans, back] }
    : file;
