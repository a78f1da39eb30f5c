import { lastBefore } from '../record/patients';
import type { SessionStore, StoreError } from '../record/ports';
import { type Visit, visitOf } from '../record/visit';

export type LastVisit =
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly error: StoreError }
  /** `started`: when each session of the patient was begun, by id. */
  | {
      readonly kind: 'found';
      readonly session: string;
      readonly at: string;
      readonly visit: Visit;
      readonly started: ReadonlyMap<string, string>;
    };

/**
 * The latest visit of a patient (an id) before a session in which any safety check was answered: one that was opened and left again says
 * nothing. What cannot be read is said, and no older visit takes its place.
 */
export async function lastVisitOf(
  { session, patient, startedAt }: { readonly session: string; readonly patient: string; readonly startedAt: string },
  store: Pick<SessionStore, 'list' | 'load'>,
): Promise<LastVisit> {
  const listed = await store.list();
  if (!listed.ok) return { kind: 'failed', error: listed.error };
  let left = listed.value.flatMap((one) => (one.kind === 'session' && one.patient.id === patient ? [one] : []));
  const started = new Map(left.map((one) => [one.id, one.startedAt]));
  for (;;) {
    const last = lastBefore(left, patient, startedAt, session);
    if (last === null) return { kind: 'none' };
    const loaded = await store.load(last.id);
    if (!loaded.ok) return { kind: 'failed', error: loaded.error };
    const visit = visitOf(loaded.value.session);
    if (visit.checks.length > 0) return { kind: 'found', session: last.id, at: last.startedAt, visit, started };
    left = left.filter((one) => one.id !== last.id);
  }
}
