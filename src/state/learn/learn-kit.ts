import type { ExamAnatomy } from '../anatomy-service';
import type { Training } from '../training/training-kit';
import type { LearningDesk } from './learning-desk';
import type { TourDesk } from './tour-desk';

/** What Learn's screens are given beside the services of the app. */
export type LearnKit = {
  readonly examiner: ExamAnatomy;
  /** Dry runs, fetched when one is begun. */
  readonly training: () => Promise<Training>;
  readonly desk: LearningDesk;
  readonly tour: TourDesk;
};
