import { err, ok, type Result } from '../protocol/words';
import { dayNumber, daysBetween, isDay } from './calendar';

/** As little identity as works: a local id, and what tells the patient apart. No age is kept: it is never asked for. */
export type Patient = {
  readonly id: string;
  /** Initials or name, as the injector chose to write it; may be empty where there is a record number. */
  readonly label: string;
  /** `YYYY` or `YYYY-MM-DD`. */
  readonly born?: string;
  /** The patient's number in the practice's own records. */
  readonly recordNumber?: string;
};

export type PatientProblem =
  /** Neither label nor record number. */
  | { readonly kind: 'NothingToTellApart' }
  /** Neither a year nor YYYY-MM-DD. */
  | { readonly kind: 'BornUnreadable'; readonly born: string }
  /** A day that does not exist, or a year in which nobody alive was born. */
  | { readonly kind: 'BornImpossible'; readonly born: string }
  | { readonly kind: 'BornInFuture'; readonly born: string };

/** Chosen to catch slips of the pen; nobody alive was born before it. */
const earliestYear = 1900;

/** A patient from what was typed, blanks taken off and empty fields left out; else everything wrong with it. `today` is a moment or day. */
export function readPatient(
  typed: { readonly id: string; readonly label: string; readonly born?: string; readonly recordNumber?: string },
  today: string,
): Result<Patient, readonly PatientProblem[]> {
  const [label, born, recordNumber] = [typed.label, typed.born ?? '', typed.recordNumber ?? ''].map(tidied) as [
    string,
    string,
    string,
  ];
  const problem = born === '' ? null : bornProblem(born, today);
  const problems: readonly PatientProblem[] = [
    ...(label === '' && recordNumber === '' ? [{ kind: 'NothingToTellApart' as const }] : []),
    ...(problem === null ? [] : [problem]),
  ];
  if (problems.length > 0) return err(problems);
  return ok({
    id: typed.id,
    label,
    ...(born === '' ? {} : { born }),
    ...(recordNumber === '' ? {} : { recordNumber }),
  });
}

/** What is wrong with a year or day of birth; null if nothing is. */
function bornProblem(born: string, today: string): PatientProblem | null {
  if (!/^\d{4}(-\d{2}-\d{2})?$/.test(born)) return { kind: 'BornUnreadable', born };
  const day = born.length === 4 ? `${born}-01-01` : born;
  if (Number(born.slice(0, 4)) < earliestYear || dayNumber(day) === null) return { kind: 'BornImpossible', born };
  return daysBetween(today, day) > 0 ? { kind: 'BornInFuture', born } : null;
}

/** Whether what is recorded of birth reads as a year or a day of the calendar. */
export const isBorn = (born: string): boolean => /^\d{4}$/.test(born) || isDay(born);

const tidied = (text: string): string => text.trim().replace(/\s+/g, ' ');
