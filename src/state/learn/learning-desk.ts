import type { StoreApi } from 'zustand/vanilla';
import type { Score } from '../../learn/exam';
import type { Learner, Learning, TourKept } from '../../learn/learning';
import type { CardId, Rating } from '../../learn/review';
import type { Message } from '../../messages/translate';
import type { StoreError } from '../../record/ports';

/** What is shown of what was learned here. `learning` is null until a learner is chosen; `problem` says why nothing is kept. */
export type LearningState = {
  readonly learners: readonly Learner[];
  readonly learning: Learning | null;
  readonly problem: StoreError | null;
  /** Answers and placements that are shown and not kept yet: they are kept with the next that can be. */
  readonly unkept: number;
  /** Documents that do not open, or that this version cannot read. They are left as they are, and in nothing that is shown. */
  readonly unread: number;
};

/** What became of a file: what is said of it, and whether it was read. */
export type FileOutcome = { readonly ok: boolean; readonly message: Message };

/** Keeps what was learned in the vault. Null where it was done; what could not be kept is shown until it is, and said. */
export type LearningDesk = {
  readonly store: StoreApi<LearningState>;
  /** Reads the learners and the one who learned here last, and keeps what was not kept yet. */
  readonly ready: () => Promise<StoreError | null>;
  readonly choose: (learner: string) => Promise<StoreError | null>;
  readonly add: (name: string) => Promise<StoreError | null>;
  readonly addReviews: (
    reviews: readonly { readonly card: CardId; readonly rating: Rating }[],
  ) => Promise<StoreError | null>;
  /** Keeps a placement, and what it says of its sites as reviews of them. */
  readonly addPlacement: (score: Score, of: 'practice' | 'assessment') => Promise<StoreError | null>;
  readonly keepTour: (tour: TourKept) => Promise<StoreError | null>;
  /** Takes the one who learns here from the list, and all that was learned with it. There is no way back but a file or a backup. */
  readonly forget: () => Promise<StoreError | null>;
  /** Hands out everything of the one who learns here as a file; null where nobody does. */
  readonly exportFile: () => FileOutcome | null;
  /** Takes a file in: what is missing here is added to its learner, who is chosen then. */
  readonly importFile: (file: Pick<File, 'text' | 'size'>) => Promise<FileOutcome>;
  /** The time now, ISO 8601 with offset: what is due is worked out at it. */
  readonly now: () => string;
};
