import * as z from 'zod/mini';
import { type Assessment, assessmentLimits, type AssessmentResult, mostSeed } from '../learn/assessment';
import type { ZoneId } from '../protocol/danger-zone';
import type { MuscleId } from '../protocol/words';
import { headSchema } from '../record/entry-schema';
import { mapId } from '../record/schema';
import { id, instant, named, namesOf, text, whole } from '../record/value-schemas';

/** What tells these files from any other JSON. */
export const assessmentFormat = 'aliquot-assessment';
export const certificateFormat = 'aliquot-certificate';
/** Of either format. */
export const certificateFormatVersion = 1;
/** Larger files are not read: a certificate of the whole map takes less than a tenth of this. */
export const maxCertificateBytes = 200_000;

const share = z.number().check(z.gte(0), z.lte(1));
const line = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const within = (least: number, most: number) => z.number().check(z.gte(least), z.lte(most));
const wholeWithin = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));

const muscle = namesOf<MuscleId>({
  corrugator: true,
  procerus: true,
  frontalis: true,
  temporalis: true,
  occipitalis: true,
  paraspinal: true,
  trapezius: true,
});
const zone = namesOf<ZoneId>({
  'supraorbital-nerve': true,
  'supratrochlear-nerve': true,
  'orbital-rim': true,
  'superficial-temporal-artery': true,
  'superficial-temporal-artery-frontal': true,
  'superficial-temporal-artery-parietal': true,
  'auriculotemporal-nerve': true,
  'greater-occipital-nerve': true,
  'lesser-occipital-nerve': true,
  'third-occipital-nerve': true,
  'occipital-artery': true,
  'lung-apex': true,
});

const passMark = z.looseObject({
  withinMm: within(assessmentLimits.mm.least, assessmentLimits.mm.most),
  share,
  meanMm: z.nullable(within(assessmentLimits.mm.least, assessmentLimits.mm.most)),
  rightMuscle: z.boolean(),
  rightSide: z.boolean(),
  zones: z.nullable(wholeWithin(0, assessmentLimits.zones)),
  questions: share,
});

export const assessmentSchema = z.looseObject({
  id,
  title: line(assessmentLimits.title),
  by: line(assessmentLimits.by),
  madeAt: instant,
  map: mapId,
  head: named,
  muscles: z.array(muscle).check(z.minLength(1), z.maxLength(7)),
  side: z.enum(['left', 'right', 'both']),
  count: wholeWithin(1, assessmentLimits.sites),
  questions: wholeWithin(0, assessmentLimits.questions),
  seed: wholeWithin(0, mostSeed),
  limitMinutes: z.nullable(wholeWithin(1, assessmentLimits.minutes)),
  pass: passMark,
});

const mm = z.number().check(z.gte(0), z.lte(1000));
const leg = z.number().check(z.gte(-1000), z.lte(1000));

const siteResult = z.looseObject({
  site: named,
  mm: z.nullable(mm),
  ruleMm: z.exactOptional(mm),
  off: z.nullable(z.looseObject({ upMm: leg, alongMm: leg, toward: z.enum(['forward', 'back', 'lateral', 'medial']) })),
  rightMuscle: z.boolean(),
  rightSide: z.boolean(),
  zones: z.array(zone),
});

const resultSchema = z.looseObject({
  sites: z.array(siteResult).check(z.minLength(1), z.maxLength(assessmentLimits.sites)),
  questions: z.looseObject({ asked: whole, right: whole }),
  tookMs: whole,
});

const criterion = z.looseObject({
  kind: z.enum(['placed', 'within', 'mean', 'muscle', 'side', 'zones', 'questions', 'time']),
  met: z.boolean(),
  found: z.nullable(z.number()),
  wanted: z.number(),
  of: z.nullable(whole),
});

/** A file with an assessment in it, as read from JSON. */
export const assessmentFileSchema = z.looseObject({
  format: z.literal(assessmentFormat),
  formatVersion: z.literal(certificateFormatVersion),
  /** Version of the program that wrote the file. */
  app: text,
  assessment: assessmentSchema,
});

/** A certificate, as read from JSON. */
export const certificateSchema = z.looseObject({
  format: z.literal(certificateFormat),
  formatVersion: z.literal(certificateFormatVersion),
  id,
  app: text,
  /** The head that was measured on. */
  head: headSchema,
  learner: line(80),
  /** Whose key signed it. */
  author: z.looseObject({ profile: named, name: named, credentials: z.exactOptional(named) }),
  takenAt: instant,
  signedAt: instant,
  assessment: assessmentSchema,
  result: resultSchema,
  verdict: z.looseObject({ passed: z.boolean(), why: z.array(criterion) }),
  key: z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: named, y: named }),
  hash: named,
  signature: named,
});

type Agree<Wanted, Read extends Wanted> = Read;
/** Fails to compile when schema and type drift apart. */
export type ReadAssessment = Agree<Assessment, z.output<typeof assessmentSchema>>;
export type ReadResult = Agree<AssessmentResult, z.output<typeof resultSchema>>;
