import { useCallback, useState } from 'react';
import { type DuePatient, dueList } from '../../../outcomes/due-list';
import type { PatientFile } from '../../../outcomes/patient-file';
import { dayOf } from '../../../record/calendar';
import { patientsOf } from '../../../record/patients';
import type { SessionListing } from '../../../record/listing';
import { ok, type StoreError } from '../../../record/ports';
import { usePractice, useServices } from '../../services';
import { useKeptFresh } from '../use-kept-fresh';

export type FoundDue =
  | { readonly kind: 'failed'; readonly error: StoreError }
  | {
      readonly kind: 'read';
      readonly list: readonly DuePatient[];
      /** Files between sessions, and sessions, that could not be read. */
      readonly damaged: number;
      readonly damagedSessions: number;
      readonly now: string;
    };

/**
 * Who is due, over all patients; null until it was read. Read again when a session is saved. `rows`: what whoever asks has listed
 * already, and lists again when it changes.
 */
export function useDue(rows?: readonly SessionListing[]): FoundDue | null {
  const { store, outcomes, practiceDesk } = useServices();
  const earlyDays = usePractice((practice) => practice.earlyDays ?? 0);
  const [found, setFound] = useState<FoundDue | null>(null);
  const refresh = useCallback(async () => {
    const [kit, listed] = await Promise.all([
      outcomes(),
      rows === undefined ? store.list() : ok(rows),
      practiceDesk().catch(() => undefined),
    ]);
    if (!listed.ok) {
      setFound({ kind: 'failed', error: listed.error });
      return;
    }
    const read = await kit.files();
    if (!read.ok) {
      setFound({ kind: 'failed', error: read.error });
      return;
    }
    const now = kit.now();
    const files = new Map<string, PatientFile>(read.value.files.map((file) => [file.patient.id, file]));
    const list = dueList(patientsOf(listed.value), files, { today: dayOf(now), earlyDays });
    const damagedSessions = listed.value.filter(({ kind }) => kind === 'damaged').length;
    setFound({ kind: 'read', list, damaged: read.value.damaged, damagedSessions, now });
  }, [store, outcomes, practiceDesk, earlyDays, rows]);
  useKeptFresh(refresh);
  return found;
}
