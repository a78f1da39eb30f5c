import * as z from 'zod/mini';
import { muscles } from '../protocol/paradigm';
import type { MuscleId } from '../protocol/words';
import { entrySchema, headSchema, mapSchema, patientSchema, protocolSchema, vialSchema, visitShape } from './schema';

/** What tells a session file from any other JSON. */
export const fileFormat = 'aliquot-session';
/** The newest version of the format, written where a session needs it: from 2 on sites are moved. */
export const formatVersion = 2;
/** Written for every session that it can hold. */
export const oldestVersion = 1;
/** Larger texts are not read: a full session takes less than a twentieth of this. */
export const maxFileBytes = 5_000_000;

const whole = z.int().check(z.nonnegative());
const muscleTotals = z.looseObject({
  given: whole,
  planned: whole,
  extras: whole,
  extrasAllowed: whole,
  extrasLeft: whole,
});
const byMuscle = Object.fromEntries(muscles.map((row) => [row.id, muscleTotals])) as Record<
  MuscleId,
  typeof muscleTotals
>;

/** Derived from the entries; stated so that a reader without the rules sees them, and checked on import. */
export const totalsSchema = z.looseObject({
  given: whole,
  planned: whole,
  cap: whole,
  sitesGiven: whole,
  sitesSkipped: whole,
  sitesPlanned: whole,
  byMuscle: z.looseObject(byMuscle),
  byVial: z.array(z.looseObject({ vial: z.string(), drawn: whole, left: whole })),
});

/** A session file, as read from JSON. docs/session.schema.json is generated from it. */
export const sessionFileSchema = z.looseObject({
  format: z.literal(fileFormat),
  formatVersion: z.literal([oldestVersion, formatVersion]),
  /** Version of the program that wrote the file. */
  app: z.string(),
  protocol: protocolSchema,
  map: mapSchema,
  head: headSchema,
  patient: patientSchema,
  session: z.looseObject(visitShape),
  vials: z.array(vialSchema),
  entries: z.array(entrySchema),
  totals: totalsSchema,
});

export type SessionFile = z.output<typeof sessionFileSchema>;
export type FileTotals = z.output<typeof totalsSchema>;
