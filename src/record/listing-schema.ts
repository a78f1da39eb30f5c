import * as z from 'zod/mini';
import { units } from '../protocol/words';
import type { SessionListing } from './ports';
import { parseWith } from './schema';

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
