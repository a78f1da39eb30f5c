import type { StoreApi } from 'zustand/vanilla';
import type { Score } from '../../learn/exam';
import type { Learner, Learning, TourKept } from '../../learn/learning';
import type { CardId, Rating } from '../../learn/review';
import type { StoreError } from '../../record/ports';

/** What is shown of what was learned here. `learning` is null until a learner is chosen; `problem` says why nothing is kept. */
export type LearningState = {
  readonly learners: readonly Learner[];
  readonly learning: Learning | null;
  readonly problem: StoreError | null;
};

/** Keeps what was learned in the vault. Null where it was done; what could not be kept is shown until it is, and said. */
export type LearningDesk = {
  readonly store: StoreApi<LearningState>;
  /** Reads the learners and the one who learned here last. */
  readonly ready: () => Promise<StoreError | null>;
  readonly choose: (learner: string) => Promise<StoreError | null>;
  readonly add: (name: string) => Promise<StoreError | null>;
  readonly addReviews: (
    reviews: readonly { readonly card: CardId; readonly rating: Rating }[],
  ) => Promise<StoreError | null>;
  /** Keeps a placement, and what it says of its sites as reviews of them. */
  readonly addPlacement: (score: Score, of: 'practice' | 'assessment') => Promise<StoreError | null>;
  readonly keepTour: (tour: TourKept) => Promise<StoreError | null>;
};
