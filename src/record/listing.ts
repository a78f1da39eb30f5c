import * as z from 'zod/mini';
import { fold } from '../ledger/fold';
import { units } from '../protocol/words';
import type { SessionListing } from './ports';
import { parseWith } from './schema';
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

const instant = z.iso.datetime({ offset: true });
const rowSchema = z.object({
  kind: z.literal('session'),
  id: z.string(),
  patientLabel: z.string(),
  startedAt: instant,
  finishedAt: z.exactOptional(instant),
  map: z.string(),
  given: z.int().check(z.nonnegative()),
  savedAt: z.string(),
});

/** Reads a listing row that a store held; null if it is none, and then the record itself has to be asked. */
export function parseListing(value: unknown): SessionListing | null {
  const read = parseWith(rowSchema, value);
  return read.ok ? { ...read.value, given: units(read.value.given) } : null;
}
