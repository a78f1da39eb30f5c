import './zod-setup';
import * as z from 'zod/mini';
import { muscles } from '../protocol/paradigm';
import { readSiteId } from '../protocol/site-id';
import { err, type MapId, type MuscleId, ok, type Result } from '../protocol/words';
import { assessmentDocuments } from './assessment-documents';
import type { KeptPlacement, Learner, TourKept } from './learning';
import type { Rating, Review } from './review';

/** The version of what is kept and of the file; a later one is told and left alone. */
export const learningVersion = 1;

/** The names of a closed union, as data: the compiler demands each of them exactly once. */
const namesOf = <T extends string>(all: Record<T, true>) => z.enum(Object.keys(all) as T[]);

const id = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/));
/** Documents are named by it: none may be taken for an assessment's, which nobody would look for a learner's months in. */
const learnerId = id.check(z.regex(new RegExp(`^(?!(?:${assessmentDocuments.join('|')})$)`)));
/** ISO 8601 with offset, of years that the calendar counts. */
const instant = z.iso.datetime({ offset: true }).check(z.regex(/^(?:19|20)\d\d-/));
const whole = z.int().check(z.nonnegative());
const version = z.literal(learningVersion);
const site = z.string().check(z.refine((text) => readSiteId(text) !== null));
const muscle = namesOf<MuscleId>({
  corrugator: true,
  procerus: true,
  frontalis: true,
  temporalis: true,
  occipitalis: true,
  paraspinal: true,
  trapezius: true,
});
const map = namesOf<MapId>({ 'preempt-2017': true, 'preempt-2010': true });
const rating = namesOf<Rating>({ again: true, hard: true, good: true, easy: true });
// A card that this version does not know is kept: another version asks for it.
const card = z.union([
  z.templateLiteral(['site:', z.string(), ':', z.string()]),
  z.templateLiteral(['fact:', z.string()]),
]);

// Every object is loose: a field that this version does not know is kept where it stands.
const reviewSchema = z.looseObject({ id, card, rating, at: instant });
const placementSchema = z.looseObject({
  id,
  at: instant,
  of: z.enum(['practice', 'assessment']),
  map,
  head: z.string(),
  sites: z.array(
    z.looseObject({
      site,
      mm: z.nullable(z.number().check(z.nonnegative())),
      ruleMm: z.exactOptional(z.number().check(z.nonnegative())),
      rightMuscle: z.boolean(),
      rightSide: z.boolean(),
      zones: whole,
    }),
  ),
  tookMs: z.number().check(z.nonnegative()),
});
const learnerSchema = z.looseObject({ id: learnerId, name: z.string().check(z.minLength(1)) });
const tourSchema = z.looseObject({
  at: z.nullable(z.looseObject({ muscle, step: z.string() })),
  done: z.array(muscle).check(z.maxLength(muscles.length)),
});

const learnersSchema = z.looseObject({ version, learners: z.array(learnerSchema), last: z.nullable(learnerId) });
const monthSchema = z.looseObject({
  version,
  learner: learnerId,
  reviews: z.array(reviewSchema),
  placements: z.array(placementSchema),
});
const tourDocumentSchema = z.looseObject({ version, learner: learnerId, tour: tourSchema });

export const fileFormat = 'aliquot-learning';
/** One learner, whole. `madeAt` is when it was exported. */
export const learningFileSchema = z.looseObject({
  format: z.literal(fileFormat),
  formatVersion: version,
  madeAt: instant,
  learner: learnerSchema,
  reviews: z.array(reviewSchema),
  placements: z.array(placementSchema),
  tour: tourSchema,
});

/** Who learns here, and who did last. */
export type LearnersDocument = {
  readonly version: 1;
  readonly learners: readonly Learner[];
  readonly last: string | null;
};
/** What one learner did in a month: a review rewrites its month and nothing older. */
export type MonthDocument = {
  readonly version: 1;
  readonly learner: string;
  readonly reviews: readonly Review[];
  readonly placements: readonly KeptPlacement[];
};
export type TourDocument = { readonly version: 1; readonly learner: string; readonly tour: TourKept };
export type LearningFile = {
  readonly format: typeof fileFormat;
  readonly formatVersion: 1;
  readonly madeAt: string;
  readonly learner: Learner;
  readonly reviews: readonly Review[];
  readonly placements: readonly KeptPlacement[];
  readonly tour: TourKept;
};

/** Why a document or a file was not read. `path` is where it does not hold; empty for the whole. */
export type LearningProblem =
  | { readonly kind: 'Damaged'; readonly path: string }
  | { readonly kind: 'NewerVersion'; readonly found: number; readonly known: number };

/** Reads the document of learners from whatever a store held; says where it does not hold, or that it is newer. */
export const parseLearners = (doc: unknown): Result<LearnersDocument, LearningProblem> => parse(learnersSchema, doc);
/** The same for what a learner did in a month. */
export const parseMonth = (doc: unknown): Result<MonthDocument, LearningProblem> => parse(monthSchema, doc);
/** The same for where a learner left the tour. */
export const parseTour = (doc: unknown): Result<TourDocument, LearningProblem> => parse(tourDocumentSchema, doc);
/** The same for a file of what was learned. */
export const parseLearningFile = (value: unknown): Result<LearningFile, LearningProblem> =>
  parse(learningFileSchema, value);

function parse<S extends z.ZodMiniType>(schema: S, value: unknown): Result<z.output<S>, LearningProblem> {
  const found = versionIn(value);
  if (found !== null && found > learningVersion) return err({ kind: 'NewerVersion', found, known: learningVersion });
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  return err({ kind: 'Damaged', path: read.error.issues[0]?.path.map(String).join('.') ?? '' });
}

function versionIn(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null;
  const said = 'version' in value ? value.version : 'formatVersion' in value ? value.formatVersion : null;
  return Number.isSafeInteger(said) ? Number(said) : null;
}
