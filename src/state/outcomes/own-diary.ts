import type { DocumentStore, SessionStore } from '../../record/ports';

/** Whose diary it is on a device that has no record of the patient: the patient's own. */
export const ownDiary = 'own';

/**
 * Whether this device may be one patient's own: it holds no session, and nothing of anybody else. On a practice's device a diary of
 * nobody would be everybody's. False where that cannot be told.
 */
export async function isOwnDevice(
  documents: Pick<DocumentStore, 'readAll'>,
  sessions: Pick<SessionStore, 'list'>,
): Promise<boolean> {
  const listed = await sessions.list();
  if (!listed.ok || listed.value.length > 0) return false;
  const all = await Promise.all((['patient', 'diary'] as const).map((kind) => documents.readAll(kind)));
  return all.every(
    (one) => one.ok && one.value.damaged.length === 0 && one.value.found.every(({ id }) => id === ownDiary),
  );
}
