import * as z from 'zod/mini';
import { muscles } from '../protocol/paradigm';
import type { MuscleId } from '../protocol/words';
import { entrySchema, headSchema } from './entry-schema';
import { mapSchema, patientSchema, protocolSchema, vialSchema, visitShape } from './schema';
import { whole } from './value-schemas';
import { visitSchema } from './visit-schema';

/** What tells a session file from any other JSON. */
export const fileFormat = 'aliquot-session';
/**
 * The versions of the format; each session is written in the oldest that can hold it. From 2 on sites are moved; from 3
 * on there are incidents, off-protocol doses, waste and stops, the totals they need, what a vial's label says, the
 * patient's birth and record number, and the visit; from 4 on doses given together by one press, what a plan was made
 * after, pain drawn on the head, and tenderness.
 */
export const fileVersions = [1, 2, 3, 4] as const;
export type FileVersion = (typeof fileVersions)[number];
export const formatVersion: FileVersion = 4;
/** Larger texts are not read: a full session takes less than a twentieth of this. */
export const maxFileBytes = 5_000_000;

const amount = z.number().check(z.nonnegative());
/** Stated from version 3 on. */
const added = z.exactOptional;

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
const totalsSchema = z.looseObject({
  given: whole,
  planned: whole,
  cap: whole,
  sitesGiven: whole,
  sitesSkipped: whole,
  sitesPlanned: whole,
  byMuscle: z.looseObject(byMuscle),
  byVial: z.array(
    z.looseObject({
      vial: z.string(),
      strength: added(whole),
      given: added(amount),
      offProtocol: added(amount),
      incidents: added(amount),
      wasted: added(amount),
      drawn: amount,
      left: amount,
    }),
  ),
  offProtocol: added(whole),
  incidents: added(amount),
  total: added(amount),
  stopped: added(z.boolean()),
});

/** A session file, as read from JSON. docs/session.schema.json is generated from it. */
export const sessionFileSchema = z.looseObject({
  format: z.literal(fileFormat),
  formatVersion: z.literal(fileVersions),
  /** Version of the program that wrote the file. */
  app: z.string(),
  protocol: protocolSchema,
  map: mapSchema,
  head: headSchema,
  patient: patientSchema,
  session: z.looseObject(visitShape),
  visit: z.exactOptional(visitSchema),
  vials: z.array(vialSchema),
  entries: z.array(entrySchema),
  totals: totalsSchema,
});

export type SessionFile = z.output<typeof sessionFileSchema>;
export type FileTotals = z.output<typeof totalsSchema>;
