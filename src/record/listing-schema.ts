import * as z from 'zod/mini';
import { units } from '../protocol/words';
import type { ListedSession } from './listing';
import { parseWith, patientSchema } from './schema';
import { instant, named, text } from './value-schemas';
import { day, indicationSchema } from './visit-schema';

const amount = z.number().check(z.nonnegative());
const rowSchema = z.object({
  kind: z.literal('session'),
  id: text,
  patient: patientSchema,
  startedAt: instant,
  finishedAt: z.exactOptional(instant),
  signed: z.boolean(),
  versions: z.exactOptional(z.int().check(z.positive())),
  firstNeedleAt: z.exactOptional(instant),
  indication: z.exactOptional(indicationSchema),
  map: text,
  given: z.int().check(z.nonnegative()),
  vials: z.array(
    z.object({
      vial: text,
      product: text,
      strength: z.int().check(z.positive()),
      lot: z.exactOptional(named),
      expiry: z.exactOptional(named),
      reconstitutedAt: z.exactOptional(instant),
      units: amount,
      opened: z.boolean(),
    }),
  ),
  elsewhere: z.array(z.object({ units: amount, day })),
  otherToxins: z.array(z.object({ product: text, units: z.exactOptional(amount), when: z.exactOptional(text) })),
  savedAt: text,
});

/** Reads a listing row that a store held; null if it is none, and then the record itself has to be asked. */
export function parseListing(value: unknown): ListedSession | null {
  const read = parseWith(rowSchema, value);
  return read.ok ? { ...read.value, given: units(read.value.given) } : null;
}
