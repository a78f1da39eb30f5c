import type { ExamAnatomy } from '../anatomy-service';

/** What Learn's screens are given beside the services of the app. */
export type LearnKit = {
  readonly examiner: ExamAnatomy;
};
