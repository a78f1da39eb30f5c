import { fold } from '../ledger/fold';
import type { SessionListing } from './ports';
import type { Session } from './session';

/** What the records screen shows of a session, folded once when it is saved. `savedAt` is ISO 8601 with offset. */
export function listingOf(session: Session, savedAt: string): SessionListing {
  return {
    kind: 'session',
    id: session.id,
    patientLabel: session.patient.label,
    startedAt: session.startedAt,
    ...(session.finishedAt === undefined ? {} : { finishedAt: session.finishedAt }),
    map: session.map.id,
    given: fold(session.entries, session.vials).totals.given,
    savedAt,
  };
}
