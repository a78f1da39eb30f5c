import * as z from 'zod/mini';
import type { IncidentKind, Together } from '../ledger/entry';
import { offProtocolMuscles } from '../protocol/off-protocol';
import { aliquot, muscles } from '../protocol/paradigm';
import type { LandmarkName } from '../protocol/rule';
import { id, instant, named, namesOf, text, vector, whole } from './value-schemas';

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
const incidentKind = namesOf<IncidentKind>({
  'extra-dose': true,
  'double-dose': true,
  'partial-dose': true,
  leak: true,
  other: true,
});
const together = namesOf<Together>({ muscle: true, side: true });
export const muscle = z.enum(muscles.map((row) => row.id));
const offProtocolMuscle = z.enum(Object.values(offProtocolMuscles).map((row) => row.id));
export const side = z.enum(['left', 'right', 'midline']);
const pairedSide = z.enum(['left', 'right']);
const aliquots = z.int().check(z.positive(), z.multipleOf(aliquot.units));
/** May be a fraction; that it is no finer than a thousandth is a rule of the ledger. */
const amount = z.number().check(z.positive());

// Every object is loose: a field that this version does not know is kept where it stands.
export const headSchema = z.looseObject({ model: named, contentHash: named, variant: text });

export const offsetSchema = z.looseObject({
  landmark,
  side,
  upMm: z.number(),
  toward: z.enum(['forward', 'back', 'lateral', 'medial']),
  alongMm: z.number(),
});

const anchorSchema = z.looseObject({
  muscle,
  side,
  triangle: whole,
  weights: vector,
  positionMm: vector,
  normal: vector,
  head: headSchema,
  offset: offsetSchema,
  sentence: text,
});

// The order of the fields here is their order in a session file.
const begin = <Kind extends string>(kind: Kind) => ({ id, at: instant, kind: z.literal(kind) });
const end = { by: text, step: id };
const atSite = <Kind extends string>(kind: Kind) => ({ ...begin(kind), site: id, units: aliquots, ...end });

const warned = z.exactOptional(
  z.array(z.looseObject({ zone: named, side: pairedSide, mm: z.number().check(z.nonnegative()) })),
);
const length = z.number().check(z.nonnegative());

/** A void names a site, with the units, or an entry: one of them. */
const voidSchema = z
  .looseObject({
    ...begin('void'),
    site: z.exactOptional(id),
    units: z.exactOptional(aliquots),
    ...end,
    entry: z.exactOptional(id),
    reason: named,
  })
  .check(
    z.refine(({ site, entry }) => site !== undefined || entry !== undefined, { path: ['site'] }),
    z.refine(({ site, units }) => site === undefined || units !== undefined, { path: ['units'] }),
    z.refine(({ site, units, entry }) => entry === undefined || (site ?? units) === undefined, { path: ['entry'] }),
  );

export const entrySchema = z.discriminatedUnion('kind', [
  z.looseObject({ ...atSite('plan'), muscle, side, ftp: z.boolean(), anchor: anchorSchema, warned }),
  z.looseObject({ ...atSite('give'), vial: id, together: z.exactOptional(together) }),
  z.looseObject({ ...atSite('skip'), reason: named }),
  z.looseObject({
    ...atSite('move'),
    anchor: anchorSchema,
    shiftMm: length,
    outsideMm: length,
    reason: named,
    warned,
  }),
  voidSchema,
  z.looseObject({
    ...begin('incident'),
    site: z.exactOptional(id),
    units: amount,
    ...end,
    vial: id,
    what: incidentKind,
    reason: named,
  }),
  z.looseObject({
    ...begin('off-protocol'),
    units: aliquots,
    ...end,
    vial: id,
    muscle: offProtocolMuscle,
    side: pairedSide,
    where: named,
    reason: named,
  }),
  z.looseObject({ ...begin('waste'), units: amount, ...end, vial: id, reason: z.exactOptional(named) }),
  z.looseObject({ ...begin('stop'), ...end, reason: named }),
]);
