import type { ExamAnatomy, Placements } from '../anatomy-service';
import type { Training } from '../training/training-kit';
import type { AssessmentDesk } from './assessment-desk';
import type { LearningDesk } from './learning-desk';
import type { TourDesk } from './tour-desk';

/** What Learn's screens are given beside the services of the app. */
export type LearnKit = {
  readonly examiner: ExamAnatomy;
  readonly desk: LearningDesk;
  readonly tour: TourDesk;
  readonly assessments: AssessmentDesk;
  /** Dry runs, fetched when one is begun. */
  readonly training: () => Promise<Training>;
  /** Where the sites stand on the standard head. */
  readonly placements: Placements;
  /** A clock that only ever goes forward, ms: how long an exam took. */
  readonly clock: () => number;
  /** A whole number that nobody chose: which sites are drawn by lot. */
  readonly seed: () => number;
};
