import type { Patient } from './patient';
import type { Session } from './session';
import type { Visit } from './visit';

/**
 * The session with its patient as written. Under the same id that corrects who the patient is said to be. Under another, what
 * the visit holds of the one before is taken out (`cleared`): whom the identifiers told apart, who consented, what was
 * answered and told, and the rules that were set aside for that history. What was injected stays: it was.
 */
export function withPatient(
  session: Session,
  patient: Patient,
): { readonly session: Session; readonly cleared: boolean } {
  if (patient.id === session.patient.id) {
    const kept = without(session.patient, ['label', 'born', 'recordNumber']);
    return { session: { ...session, patient: { ...kept, ...patient } }, cleared: false };
  }
  const { visit } = session;
  if (visit === undefined) return { session: { ...session, patient }, cleared: false };
  const left = withoutPatient(visit);
  const cleared = left.overrides.length < visit.overrides.length || holdsPatient(visit);
  return { session: { ...session, patient, visit: left }, cleared };
}

const holdsPatient = ({ identified, consent, checks, otherToxins, elsewhere }: Visit): boolean =>
  identified !== undefined || consent !== undefined || checks.length + otherToxins.length + elsewhere.length > 0;

function withoutPatient(visit: Visit): Visit {
  const overrides = visit.overrides.filter((one) => 'vial' in one);
  return { ...without(visit, ['identified', 'consent']), checks: [], otherToxins: [], elsewhere: [], overrides };
}

/** All other fields, those of a newer version among them. */
const without = <T extends object>(from: T, names: readonly (keyof T & string)[]): T =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.some((one) => one === name))) as T;
