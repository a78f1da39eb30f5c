import * as z from 'zod/mini';
import { check } from '../ledger/check';
import type { BmiBand } from '../protocol/depths';
import type { LandmarkName } from '../protocol/rule';
import { aliquot, muscles } from '../protocol/paradigm';
import { err, ok, type MapId, type Result, type Units } from '../protocol/words';
import { type Damage, type DamageKind, pathText } from './damage';
import type { Session } from './session';

// zod compiles its checks with `new Function` where it may, and tries out whether it may: both are what the page's
// content security policy forbids. Must stand before the first schema.
z.config({ jitless: true });

/** The names of a closed union, as data: the compiler demands each of them exactly once. */
const namesOf = <T extends string>(all: Record<T, true>) => z.enum(Object.keys(all) as T[]);

const landmark = namesOf<LandmarkName>({
  nasion: true,
  glabella: true,
  hairline: true,
  inion: true,
  c7: true,
  'inner-canthus': true,
  'outer-canthus': true,
  'medial-orbital-rim': true,
  brow: true,
  'mid-pupil': true,
  tragus: true,
  helix: true,
  'mastoid-tip': true,
  'superior-nuchal-line': true,
  'neck-shoulder': true,
  acromion: true,
});
const mapId = namesOf<MapId>({ 'preempt-2010': true, 'preempt-2017': true });
const bmiBand = namesOf<BmiBand>({ 'under-25': true, '25-30': true, '30-35': true, 'over-35': true });
const muscle = z.enum(muscles.map((row) => row.id));
const side = z.enum(['left', 'right', 'midline']);

/** Ids are made by the app (random) and stand in addresses and file names: letters, digits, `_` and `-`. */
const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));
const text = z.string();
const named = z.string().check(z.minLength(1));
/** ISO 8601 with offset; seconds and offset (`Z` or `+01:00`) may not be left out. */
const instant = z.iso.datetime({ offset: true });
const whole = z.int().check(z.nonnegative());
/** Finite: what is NaN or infinite is no number to zod. */
const vector = z.tuple([z.number(), z.number(), z.number()]);
const aliquots = z.int().check(z.positive(), z.multipleOf(aliquot.units));

// Every object is loose: a field that this version does not know is kept where it stands.
export const headSchema = z.looseObject({ model: named, contentHash: named, variant: text });

const anchorSchema = z.looseObject({
  muscle,
  side,
  triangle: whole,
  weights: vector,
  positionMm: vector,
  normal: vector,
  head: headSchema,
  offset: z.looseObject({
    landmark,
    side,
    upMm: z.number(),
    toward: z.enum(['forward', 'back', 'lateral', 'medial']),
    alongMm: z.number(),
  }),
  sentence: text,
});

// The order of the fields here is their order in a session file.
const entry = <Kind extends string>(kind: Kind) => ({
  id,
  at: instant,
  kind: z.literal(kind),
  site: id,
  units: aliquots,
  by: text,
  step: id,
});

const warned = z.exactOptional(
  z.array(z.looseObject({ zone: named, side: z.enum(['left', 'right']), mm: z.number().check(z.nonnegative()) })),
);
const length = z.number().check(z.nonnegative());

export const entrySchema = z.discriminatedUnion('kind', [
  z.looseObject({ ...entry('plan'), muscle, side, ftp: z.boolean(), anchor: anchorSchema, warned }),
  z.looseObject({ ...entry('give'), vial: id }),
  z.looseObject({ ...entry('skip'), reason: named }),
  z.looseObject({
    ...entry('move'),
    anchor: anchorSchema,
    shiftMm: length,
    outsideMm: length,
    reason: named,
    warned,
  }),
  z.looseObject({ ...entry('void'), reason: named }),
]);

export const vialSchema = z.looseObject({
  id,
  product: named,
  strength: z.int().check(z.positive()),
  diluentMl: z.number().check(z.positive()),
});

export const patientSchema = z.looseObject({ id, label: text });
export const protocolSchema = z.looseObject({ id: named, version: named });
export const mapSchema = z.looseObject({ id: mapId, version: named });

/** What a session says of itself beside the parts above; a session file keeps these together. */
export const visitShape = {
  id,
  injector: text,
  startedAt: instant,
  finishedAt: z.exactOptional(instant),
  bmiBand: z.exactOptional(bmiBand),
  note: text,
};

const sessionSchema = z.looseObject({
  ...visitShape,
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
type Unbranded<T> = T extends Units ? number : T extends object ? { [K in keyof T]: Unbranded<T[K]> } : T;
type Agree<Read extends Unbranded<Session>> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadSession = Agree<z.output<typeof sessionSchema>>;

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
      return issue.format === 'datetime' ? 'not a date and time with offset' : 'not an id';
    default:
      return 'not an allowed value';
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here: unknown = value;
  for (const key of path) here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
  return here;
}
