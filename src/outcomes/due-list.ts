import { type Day, daysBetween } from '../record/calendar';
import { checkDays } from '../record/check-days';
import type { ListedSession } from '../record/listing';
import type { Patient } from '../record/patient';
import type { ListedPatient } from '../record/patients';
import { checksOn, injectedDay } from './effects';
import type { CyclePlan, PatientFile, PlanEntry } from './patient-file';
import { planNow } from './plans';
import { type Due, dueOf } from './schedule';
import { treatmentsOf } from './treatments';

/** The two checks between sessions, as days of one patient. */
export type CheckDay = {
  readonly id: 'two-weeks' | 'six-weeks';
  readonly day: Day;
  /** `open`: it has come, and nobody asked yet. `asked` also where it was asked before its day. */
  readonly state: 'to-come' | 'open' | 'asked';
};

/** A patient with a treatment, and what is due after it. */
export type DuePatient = {
  readonly patient: Patient;
  /** The last session in which anything was injected. */
  readonly last: ListedSession;
  readonly due: Due;
  readonly checks: readonly CheckDay[];
};

type Asked = {
  readonly today: Day;
  /** How many days before it is due the practice books. */
  readonly earlyDays: number;
};

/** Those that have come: none that a clock puts after today. */
const treatmentsUpTo = (sessions: readonly ListedSession[], today: Day): readonly ListedSession[] =>
  treatmentsOf(sessions).filter((one) => (injectedDay(one) ?? '') <= today);

/** The day of the last treatment that has come, or null. */
export function lastTreated(sessions: readonly ListedSession[], today: Day): Day | null {
  const last = treatmentsUpTo(sessions, today).at(-1);
  return last === undefined ? null : injectedDay(last);
}

/** The plan that counts for the next session of a patient, treated or not; null where none does. */
export const planOfNext = (
  sessions: readonly ListedSession[],
  { plans }: Pick<PatientFile, 'plans'>,
  today: Day,
): CyclePlan | null => planNow(plans, lastTreated(sessions, today));

/**
 * What is due for one patient; null where nothing was injected yet, and where the treatment was ended. `file` null: nothing is kept of the patient but sessions. A
 * session that a clock puts after `today` has not come.
 */
export function duePatient(
  sessions: readonly ListedSession[],
  file: Pick<PatientFile, 'patient' | 'effects' | 'plans'> | null,
  { today, earlyDays }: Asked,
): DuePatient | null {
  const treatments = treatmentsUpTo(sessions, today);
  const last = treatments.at(-1);
  const plans: readonly PlanEntry[] = file?.plans ?? [];
  const due = dueOf({
    treatments: treatments.flatMap((one) => injectedDay(one) ?? []),
    today,
    plans,
    earlyDays,
  });
  if (last === undefined || due === null) return null;
  const checks = checkDays(due.treated).map(({ point, day }): CheckDay => {
    const asked = checksOn(file ?? { effects: [] }, last.id, point.id).length > 0;
    return { id: point.id, day, state: asked ? 'asked' : daysBetween(day, today) >= 0 ? 'open' : 'to-come' };
  });
  return { patient: last.patient, last, due, checks };
}

/** What is due over all patients, in the order of the day. `files`: by the patient's id, those that could be read. */
export const dueList = (
  patients: readonly ListedPatient[],
  files: ReadonlyMap<string, PatientFile>,
  asked: Asked,
): readonly DuePatient[] =>
  patients
    .flatMap(({ patient, sessions }) => duePatient(sessions, files.get(patient.id) ?? null, asked) ?? [])
    .toSorted((a, b) => a.due.inDays - b.due.inDays);

export const dueGroups = ['overdue', 'week', 'early', 'slump', 'checks', 'later'] as const;
export type DueGroup = (typeof dueGroups)[number];

/** Days of the week that begins today. */
const weekDays = 7;

/** The checks that may still be made: until the next session is due, when it is asked anyhow. */
export const openChecks = ({ due, checks }: DuePatient): readonly CheckDay[] =>
  due.inDays > 0 ? checks.filter(({ state }) => state === 'open') : [];

/** The groups a patient is in; one may be in several, `later` only alone. */
export function groupsOf(one: DuePatient): readonly DueGroup[] {
  const { state, inDays, slump } = one.due;
  const groups: readonly DueGroup[] = [
    ...(state === 'overdue' ? (['overdue'] as const) : []),
    ...(inDays >= 0 && inDays < weekDays ? (['week'] as const) : []),
    ...(state === 'early' ? (['early'] as const) : []),
    ...(slump ? (['slump'] as const) : []),
    ...(openChecks(one).length > 0 ? (['checks'] as const) : []),
  ];
  return groups.length === 0 ? ['later'] : groups;
}

/** How many patients are in each group. */
export function countsOfGroups(list: readonly DuePatient[]): Readonly<Record<DueGroup, number>> {
  const counts = { overdue: 0, week: 0, early: 0, slump: 0, checks: 0, later: 0 };
  for (const one of list) for (const group of groupsOf(one)) counts[group] += 1;
  return counts;
}

export const dueOrders = ['due', 'name', 'last'] as const;
export type DueOrder = (typeof dueOrders)[number];

/** In an order: by the day it is due, by name, or who was treated longest ago first. */
export function ordered(list: readonly DuePatient[], by: DueOrder): readonly DuePatient[] {
  const between: Readonly<Record<DueOrder, (a: DuePatient, b: DuePatient) => number>> = {
    due: (a, b) => a.due.inDays - b.due.inDays,
    name: (a, b) => a.patient.label.localeCompare(b.patient.label),
    last: (a, b) => daysBetween(b.due.treated, a.due.treated),
  };
  return list.toSorted(between[by]);
}
