import { duePatient } from '../../outcomes/due-list';
import { treatmentsOf } from '../../outcomes/treatments';
import { injectedDay } from '../../outcomes/effects';
import type { PatientFile } from '../../outcomes/patient-file';
import type { Day } from '../../record/calendar';
import type { SessionListing } from '../../record/listing';
import { patientsOf } from '../../record/patients';

/** What a session tells of the next treatment. */
export type NextTold =
  /** On that day, today or later. */
  | { readonly kind: 'due'; readonly day: Day }
  /** It was, and the day has passed. */
  | { readonly kind: 'was-due'; readonly day: Day }
  /** Nothing was injected yet, or what was planned cannot be read. */
  | { readonly kind: 'unknown' }
  /** It is not the patient's last treatment, or none is to come after it: nothing is told. */
  | { readonly kind: 'none' };

/**
 * What a session tells of the next treatment: only the patient's last one tells a day, the same that the list of those who are
 * due has. `file` null: nothing is kept of the patient but sessions.
 */
export function nextTold(
  { session, patient }: { readonly session: string; readonly patient: string },
  listed: readonly SessionListing[],
  file: PatientFile | null,
  today: Day,
): NextTold {
  const sessions = patientsOf(listed).find((one) => one.patient.id === patient)?.sessions ?? [];
  const found = duePatient(sessions, file, { today, earlyDays: 0 });
  if (found === null) {
    // After a treatment nothing is due only where none is to come.
    const treated = treatmentsOf(sessions).some((one) => (injectedDay(one) ?? today) <= today);
    return { kind: treated ? 'none' : 'unknown' };
  }
  if (found.last.id !== session) return { kind: 'none' };
  const { due: day } = found.due;
  return day < today ? { kind: 'was-due', day } : { kind: 'due', day };
}
