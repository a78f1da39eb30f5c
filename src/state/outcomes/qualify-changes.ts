import type { History, Preventive } from '../../outcomes/history';
import type { PatientFile } from '../../outcomes/patient-file';
import { isDay, lastDayOf } from '../../record/calendar';
import type { RuleId } from '../../outcomes/rule-ids';

/** What is asked of the patient's history with yes or no. */
export const historyQuestions = ['fiveAttacks', 'betterExplained', 'overuseManaged'] as const;
export type HistoryQuestion = (typeof historyQuestions)[number];

/** `YYYY-MM` or a day of the calendar. */
export const isMonthOrDay = (text: string): boolean => lastDayOf(text) !== null;

/** Whether one month or day is surely before another: a month and a day of it are not told apart. */
export function isSurelyBefore(one: string, other: string): boolean {
  const last = lastDayOf(one);
  return last !== null && last < (isDay(other) ? other : `${other}-01`);
}

/** The answer; null takes it back, so that it was not asked. */
export function withAnswer(file: PatientFile, question: HistoryQuestion, answer: 'yes' | 'no' | null): PatientFile {
  const { fiveAttacks, betterExplained, overuseManaged, ...others } = file.history;
  const answers = { fiveAttacks, betterExplained, overuseManaged, [question]: answer ?? undefined };
  return {
    ...file,
    history: {
      ...others,
      ...(answers.fiveAttacks === undefined ? {} : { fiveAttacks: answers.fiveAttacks }),
      ...(answers.betterExplained === undefined ? {} : { betterExplained: answers.betterExplained }),
      ...(answers.overuseManaged === undefined ? {} : { overuseManaged: answers.overuseManaged }),
    },
  };
}

/** Since when it has been chronic; empty takes it back. */
export function withChronicSince(file: PatientFile, since: string): PatientFile {
  const { chronicSince, ...others } = file.history;
  if (since === (chronicSince ?? '')) return file;
  return { ...file, history: since === '' ? others : { ...others, chronicSince: since } };
}

/** The preventive in its place, or after the others. */
export function withPreventive(file: PatientFile, preventive: Preventive): PatientFile {
  const { preventives } = file.history;
  const known = preventives.some(({ id }) => id === preventive.id);
  return withPreventives(
    file,
    known ? preventives.map((one) => (one.id === preventive.id ? preventive : one)) : [...preventives, preventive],
  );
}

/** The others stay in their order. */
export const withoutPreventive = (file: PatientFile, id: string): PatientFile =>
  withPreventives(
    file,
    file.history.preventives.filter((one) => one.id !== id),
  );

const withPreventives = (file: PatientFile, preventives: History['preventives']): PatientFile => ({
  ...file,
  history: { ...file.history, preventives },
});

/** The rule that the patient is judged by; the same file where it was that one. */
export const withRule = (file: PatientFile, rule: RuleId): PatientFile =>
  file.rule === rule ? file : { ...file, rule };

/** What was typed of a preventive; empty: not known. */
export type TypedPreventive = {
  readonly name: string;
  readonly drugClass: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: Preventive['outcome'];
  readonly note: string;
};

/** As a form has it: empty for what is not known. Null is a new one, which begins as failed. */
export const typedOf = (one: Preventive | null): TypedPreventive => ({
  name: one?.name ?? '',
  drugClass: one?.drugClass ?? '',
  from: one?.from ?? '',
  to: one?.to ?? '',
  outcome: one?.outcome ?? 'failed',
  note: one?.note ?? '',
});

/** Why a field cannot stand. `backwards`: it ended before it began. */
export type PreventiveProblem = 'nameless' | 'from-unreadable' | 'to-unreadable' | 'backwards';

/** A preventive as it was typed, blanks taken off and empty fields left out; else what is wrong with it. `known` keeps what this version has no field for. */
export function readPreventive(
  id: string,
  typed: TypedPreventive,
  known: Preventive | null = null,
): Preventive | readonly PreventiveProblem[] {
  const [name = '', drugClass = '', from = '', to = '', note = ''] = [
    typed.name,
    typed.drugClass,
    typed.from,
    typed.to,
    typed.note,
  ].map((text) => text.trim());
  const readable = [from, to].every((text) => text === '' || isMonthOrDay(text));
  const problems: readonly PreventiveProblem[] = [
    ...(name === '' ? ['nameless' as const] : []),
    ...(from === '' || isMonthOrDay(from) ? [] : ['from-unreadable' as const]),
    ...(to === '' || isMonthOrDay(to) ? [] : ['to-unreadable' as const]),
    ...(readable && from !== '' && to !== '' && isSurelyBefore(to, from) ? ['backwards' as const] : []),
  ];
  if (problems.length > 0) return problems;
  const kept = Object.fromEntries(Object.entries(known ?? {}).filter(([field]) => !(field in typed)));
  return {
    ...kept,
    id,
    name,
    ...(drugClass === '' ? {} : { drugClass }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    outcome: typed.outcome,
    ...(note === '' ? {} : { note }),
  };
}
