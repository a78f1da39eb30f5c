import type { TourKept } from './learning';
import {
  type LearnersDocument,
  type MonthDocument,
  parseLearners,
  parseMonth,
  parseTour,
  type TourDocument,
} from './learning-schema';

/** The rows of both, those only the other has at the end: the same list where there are none. */
export function union<T extends { readonly id: string }>(here: readonly T[], there: readonly T[]): readonly T[] {
  const known = new Set(here.map(({ id }) => id));
  const missing = there.filter(({ id }) => !known.has(id) && known.add(id));
  return missing.length === 0 ? here : [...here, ...missing];
}

/** Muscles gone through on either side; where it was left stays what is said here. */
export function joinTours(here: TourKept, there: TourKept): TourKept {
  const missing = there.done.filter((muscle) => !here.done.includes(muscle));
  const at = here.at ?? there.at;
  return missing.length === 0 && at === here.at ? here : { ...here, at, done: [...here.done, ...missing] };
}

/** Reviews and placements of both copies of a month; the very object that is here where nothing is missing. */
export function joinMonths(here: MonthDocument, there: Pick<MonthDocument, 'reviews' | 'placements'>): MonthDocument {
  const reviews = union(here.reviews, there.reviews);
  const placements = union(here.placements, there.placements);
  return reviews === here.reviews && placements === here.placements ? here : { ...here, reviews, placements };
}

function joinLearners(here: LearnersDocument, there: LearnersDocument): LearnersDocument {
  const learners = union(here.learners, there.learners);
  return learners === here.learners ? here : { ...here, learners };
}

/**
 * Two copies of a document of what was learned, as one: what is here with what only the other has added to it. The very
 * object that is here where nothing is missing; null where either cannot be read by this version, or they are of two kinds.
 */
export function joinLearning(here: unknown, there: unknown): unknown {
  const joined =
    both(parseLearners(here), parseLearners(there), joinLearners) ??
    both(parseMonth(here), parseMonth(there), (a, b) => (a.learner === b.learner ? joinMonths(a, b) : null)) ??
    both(parseTour(here), parseTour(there), joinTourDocuments);
  return joined === null ? null : joined.changed ? joined.doc : here;
}

function joinTourDocuments(here: TourDocument, there: TourDocument): TourDocument | null {
  if (here.learner !== there.learner) return null;
  const tour = joinTours(here.tour, there.tour);
  return tour === here.tour ? here : { ...here, tour };
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

function both<T>(
  here: Read<T>,
  there: Read<T>,
  join: (here: T, there: T) => T | null,
): { readonly doc: T; readonly changed: boolean } | null {
  if (!here.ok || !there.ok) return null;
  const doc = join(here.value, there.value);
  return doc === null ? null : { doc, changed: doc !== here.value };
}
