import * as z from 'zod/mini';
import { check } from '../ledger/check';
import type { BmiBand } from '../protocol/depths';
import { type Amount, err, type MapId, ok, type Result } from '../protocol/words';
import { soundMoment } from './calendar';
import { type Damage, type DamageKind, pathText } from './damage';
import { entrySchema, headSchema } from './entry-schema';
import type { Session } from './session';
import {
  id,
  idPattern,
  instant,
  monthOrDay,
  named,
  namesOf,
  sessionId,
  sessionIdPattern,
  text,
  yearOrDay,
} from './value-schemas';
import { visitSchema } from './visit-schema';

export const mapId = namesOf<MapId>({ 'preempt-2010': true, 'preempt-2017': true });
const bmiBand = namesOf<BmiBand>({ 'under-25': true, '25-30': true, '30-35': true, 'over-35': true });

export const vialSchema = z.looseObject({
  id,
  product: named,
  strength: z.int().check(z.positive()),
  diluentMl: z.number().check(z.positive()),
  lot: z.exactOptional(named),
  expiry: z.exactOptional(monthOrDay),
  diluent: z.exactOptional(named),
  reconstitutedAt: z.exactOptional(instant),
});

export const patientSchema = z.looseObject({
  id,
  label: text,
  born: z.exactOptional(yearOrDay),
  recordNumber: z.exactOptional(named),
});
export const protocolSchema = z.looseObject({ id: named, version: named });
export const mapSchema = z.looseObject({ id: mapId, version: named });

const plannedFrom = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('session'), session: sessionId }),
  z.looseObject({ kind: z.literal('template'), name: named }),
]);

/** What a session says of itself beside the parts above; a session file keeps these together. */
export const visitShape = {
  id: sessionId,
  injector: text,
  startedAt: instant,
  finishedAt: z.exactOptional(instant),
  bmiBand: z.exactOptional(bmiBand),
  plannedFrom: z.exactOptional(plannedFrom),
  note: text,
};

export const sessionSchema = z.looseObject({
  ...visitShape,
  visit: z.exactOptional(visitSchema),
  patient: patientSchema,
  protocol: protocolSchema,
  map: mapSchema,
  head: headSchema,
  vials: z.array(vialSchema),
  entries: z.array(entrySchema),
  undone: z.array(z.array(entrySchema)),
  unknown: z.exactOptional(z.record(z.string(), z.unknown())),
});

/** A session as plain JSON types: the brand of Units is this program's business, not a record's. */
type Unbranded<T> = T extends Amount ? number : T extends object ? { [K in keyof T]: Unbranded<T[K]> } : T;
/** What the schema checks of a void and its type cannot say: it names a site, with the units, or an entry. */
type Checked<T> = T extends { kind: 'void' }
  ? T & ({ site: string; units: number } | { entry: string })
  : T extends object
    ? { [K in keyof T]: Checked<T[K]> }
    : T;
type Agree<Read extends Unbranded<Session>> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadSession = Agree<Checked<z.output<typeof sessionSchema>>>;

/**
 * Reads a session from whatever a store held. The result shares no object with the input. Unknown fields stay where
 * they stand. Gives the first damage found, with its path.
 */
export function parseSession(value: unknown): Result<Session, Damage> {
  const read = parseWith(sessionSchema, value);
  if (!read.ok) return read;
  const twice = repeatedId(read.value.vials, 'vials') ?? repeatedId(read.value.entries, 'entries');
  if (twice !== null) return err(twice);
  const session = read.value as unknown as Session;
  // Whatever is folded later relies on the rules having been kept.
  const checked = check(session.entries, session.vials);
  if (checked.ok) return ok(session);
  return err({ path: pathText(['entries', checked.error.index]), what: 'against the rules of the ledger' });
}

/** Runs a schema over a value and says the first damage in the words of the record. */
export function parseWith<S extends z.ZodMiniType>(schema: S, value: unknown): Result<z.output<S>, Damage> {
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const issue = read.error.issues[0];
  if (issue === undefined) throw new Error('zod refused a value and gave no reason');
  return err({ path: pathText(issue.path), what: kindOf(issue, at(value, issue.path)) });
}

const ids = [idPattern, sessionIdPattern].map(String);

/** The first id that two rows share: `entries[4].id`. */
export function repeatedId(rows: readonly { readonly id: string }[], path: string): Damage | null {
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (seen.has(row.id)) return { path: pathText([path, index, 'id']), what: 'used twice' };
    seen.add(row.id);
  }
  return null;
}

type Issue = z.core.$ZodIssue;

const expectedKinds: Readonly<Record<string, DamageKind>> = {
  string: 'not text',
  number: 'not a number',
  int: 'not a whole number',
  boolean: 'not true or false',
  array: 'not a list',
  tuple: 'not a list',
  object: 'not an object',
  record: 'not an object',
};

function kindOf(issue: Issue, found: unknown): DamageKind {
  if (found === undefined) return 'missing';
  switch (issue.code) {
    case 'invalid_type':
      return expectedKinds[issue.expected] ?? 'not an allowed value';
    case 'not_multiple_of':
      return 'not a multiple of the aliquot';
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'array') return 'of the wrong length';
      return issue.origin === 'string' ? 'empty' : 'out of range';
    case 'invalid_format':
      if (issue.format === 'datetime') return 'not a date and time with offset';
      if (issue.pattern === String(soundMoment)) return 'a time that no clock shows';
      return ids.includes(issue.pattern ?? '') ? 'not an id' : 'not a date';
    default:
      return 'not an allowed value';
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here: unknown = value;
  for (const key of path) here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
  return here;
}
