import { joinMonths, joinTours } from '../../learn/learning-join';
import type { KeptPlacement, Learning, TourKept } from '../../learn/learning';
import {
  type LearnersDocument,
  type LearningProblem,
  type MonthDocument,
  parseLearners,
  parseMonth,
  parseTour,
  type TourDocument,
} from '../../learn/learning-schema';
import type { Review } from '../../learn/review';
import { type DocumentStore, err, ok, type Result, type StoreError } from '../../record/ports';
import { isAssessmentDocument } from './assessment-ids';

/** What is added at once. */
export type Additions = {
  readonly reviews: readonly Review[];
  readonly placements: readonly KeptPlacement[];
};
export const nothingAdded: Additions = { reviews: [], placements: [] };

const nth = (n: number): string => (n === 1 ? '' : `.${String(n)}`);

export const learnersId = 'learners';
/** The n-th document of a tour, counted as those of a month are. */
const tourId = (learner: string, n: number): string => `${learner}.tour${nth(n)}`;
/** The n-th document of a month: there is a second only where the first cannot be read, and it is left alone then. */
const monthId = (learner: string, at: string, n: number): string => `${learner}.${at.slice(0, 7)}${nth(n)}`;

export const noTour: TourKept = { at: null, done: [] };
const nobody: LearnersDocument = { version: 1, learners: [], last: null };

export type Kept<T> = { readonly doc: T; readonly revision: number };

/** A month, or a tour, holds no more documents that cannot be read than this before nothing is kept in it. */
const mostParts = 9;

const asStoreError = (id: string, problem: LearningProblem): StoreError =>
  problem.kind === 'NewerVersion' ? problem : { kind: 'Damaged', id, why: problem.path };

/** Reads a document; `empty` where there is none. */
async function readOne<T>(
  documents: Pick<DocumentStore, 'read'>,
  id: string,
  parse: (doc: unknown) => Result<T, LearningProblem>,
  empty: T,
): Promise<Result<Kept<T>, StoreError>> {
  const found = await documents.read('learning', id);
  if (!found.ok) return found.error.kind === 'NotFound' ? ok({ doc: empty, revision: 0 }) : found;
  const parsed = parse(found.value.doc);
  return parsed.ok ? ok({ doc: parsed.value, revision: found.value.revision }) : err(asStoreError(id, parsed.error));
}

/** `nobody` at revision 0 where none was kept yet; `Damaged` or `NewerVersion` where it is there and cannot be read. */
export const readLearners = (documents: Pick<DocumentStore, 'read'>) =>
  readOne(documents, learnersId, parseLearners, nobody);

/**
 * The document that the tour's place goes to: the last there is, for the last says where it was left, or a new one where
 * that one cannot be read.
 */
export async function readTour(
  documents: Pick<DocumentStore, 'read'>,
  learner: string,
): Promise<Result<Kept<TourDocument> & { readonly id: string }, StoreError>> {
  let last: (Kept<TourDocument> & { readonly id: string }) | null = null;
  for (let n = 1; ; n += 1) {
    const id = tourId(learner, n);
    const read = await readOne<TourDocument>(documents, id, parseTour, { version: 1, learner, tour: noTour });
    if (read.ok && read.value.revision === 0) return ok(last ?? { ...read.value, id });
    if (!read.ok && (!cannotBeRead(read.error) || n === mostParts)) return read;
    last = read.ok ? { ...read.value, id } : null;
    if (last !== null && n === mostParts) return ok(last);
  }
}

/** It is there, and is left as it is. */
const cannotBeRead = ({ kind }: StoreError): boolean => kind === 'Damaged' || kind === 'NewerVersion';

/** The document that a month's additions go to: the first that can be read, or a new one beside those that cannot. */
export async function readMonth(
  documents: Pick<DocumentStore, 'read'>,
  learner: string,
  at: string,
): Promise<Result<Kept<MonthDocument> & { readonly id: string }, StoreError>> {
  for (let n = 1; ; n += 1) {
    const id = monthId(learner, at, n);
    const read = await readOne(documents, id, parseMonth, { version: 1, learner, reviews: [], placements: [] });
    if (read.ok) return ok({ ...read.value, id });
    if (!cannotBeRead(read.error) || n === mostParts) return read;
  }
}

export type ReadLearning = {
  readonly learners: LearnersDocument;
  /** By the learner's id. */
  readonly learning: ReadonlyMap<string, Omit<Learning, 'learner'>>;
  readonly unread: number;
};

/** Everything of every learner. Documents that cannot be read are counted; that of the learners itself is an error. */
export async function readAll(documents: Pick<DocumentStore, 'readAll'>): Promise<Result<ReadLearning, StoreError>> {
  const all = await documents.readAll('learning');
  if (!all.ok) return all;
  let learners = nobody;
  let unread = all.value.damaged.length;
  const found = new Map<string, Omit<Learning, 'learner'>>();
  const of = (learner: string) => found.get(learner) ?? { ...nothingAdded, tour: noTour };
  // In the order of their ids, so that it is the same on every reading.
  for (const { id, doc } of all.value.found.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    // Assessments are read by a desk of their own.
    if (isAssessmentDocument(id)) continue;
    if (id === learnersId) {
      const read = parseLearners(doc);
      if (!read.ok) return err(asStoreError(id, read.error));
      learners = read.value;
      continue;
    }
    const month = parseMonth(doc);
    const tour = month.ok ? null : parseTour(doc);
    if (month.ok) {
      const { learner } = month.value;
      const joined = joinMonths({ version: 1, learner, ...of(learner) }, month.value);
      found.set(learner, { ...of(learner), reviews: joined.reviews, placements: joined.placements });
    } else if (tour?.ok === true) {
      const { learner } = tour.value;
      found.set(learner, { ...of(learner), tour: joinTours(tour.value.tour, of(learner).tour) });
    } else unread += 1;
  }
  // One that is not there while others are did not open.
  if (learners === nobody && unread > 0) return err({ kind: 'Damaged', id: learnersId, why: '' });
  return ok({ learners, learning: found, unread });
}
