import '../messages/later';
import type { BmiBand } from '../protocol/depths';
import { ok, type Result } from '../protocol/words';
import { withPatient } from '../record/change-patient';
import { type Patient, type PatientProblem, readPatient } from '../record/patient';
import type { Session } from '../record/session';
import type { Chart } from './chart';
import type { SettingsStore } from './settings';
import { isLocked } from './signature';
import type { ChartState } from './chart-state';

/** What the injector writes of a session beside its entries. */
export type Details = {
  readonly patient: Patient;
  readonly injector: string;
  readonly note: string;
  /** Null: not recorded. */
  readonly bmiBand: BmiBand | null;
};

/** Why the details may not be changed: nothing signed is, nor anything of which that is not known. Null if they may. */
export function detailsLocked({ session, signature }: ChartState): 'signed' | 'unknown' | null {
  if (isLocked(signature)) return 'signed';
  return session?.finishedAt !== undefined && signature?.kind !== 'unsigned' ? 'unknown' : null;
}

/**
 * The patient from what was typed, else what is wrong with it. Nothing typed at all is no mistake while nobody was named: a
 * session is begun, and given, without.
 */
export function readIdentity(
  typed: Required<Patient>,
  before: Patient | null,
  today: string,
): Result<Patient, readonly PatientProblem[]> {
  const isBlank = [typed.label, typed.born, typed.recordNumber].every((text) => text.trim() === '');
  const unnamed = before === null || (before.label === '' && before.recordNumber === undefined);
  return isBlank && unnamed ? ok({ id: typed.id, label: '' }) : readPatient(typed, today);
}

/** Writes them into the open session, and says so where answers went with the patient they belonged to. */
export function saveDetails(chart: Chart, settings: SettingsStore, details: Details): void {
  const done = { kept: false, cleared: false };
  chart.change((session) => {
    const { session: written, cleared } = withPatient(session, details.patient);
    Object.assign(done, { kept: true, cleared });
    return withDetails(written, details);
  }, 'finished-too');
  if (done.kept) settings.setState({ injector: details.injector });
  if (done.cleared) chart.say({ key: 'details.cleared' });
}

/** Without a band where none is recorded. */
function withDetails(session: Session, { injector, note, bmiBand }: Details): Session {
  const written = { ...session, injector, note };
  if (bmiBand !== null) return { ...written, bmiBand };
  const { bmiBand: before, ...rest } = written;
  return before === undefined ? written : rest;
}
