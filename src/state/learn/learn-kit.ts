import type { ExamAnatomy } from '../anatomy-service';
import type { Training } from '../training/training-kit';

/** What Learn's screens are given beside the services of the app. */
export type LearnKit = {
  readonly examiner: ExamAnatomy;
  /** Dry runs, fetched when one is begun. */
  readonly training: () => Promise<Training>;
};
