import type { ExamAnatomy } from '../anatomy-service';
import type { LearningDesk } from './learning-desk';
import type { TourDesk } from './tour-desk';

/** What Learn's screens are given beside the services of the app. */
export type LearnKit = {
  readonly examiner: ExamAnatomy;
  readonly desk: LearningDesk;
  readonly tour: TourDesk;
};
