import type { Placements } from '../anatomy-service';
import type { GivenDesk } from './given-desk';
import type { MarksDesk } from './marks';
import type { Reader } from './reader';
import type { TakeHomeDesk } from './take-home-desk';
import type { PreviewViewStore } from './view';

/** What Preview's screens are given beside the services of the app. */
export type PreviewKit = {
  /** Where the sites stand on the standard head. */
  readonly placements: Placements;
  readonly view: PreviewViewStore;
  readonly reader: Reader;
  readonly given: GivenDesk;
  readonly marks: MarksDesk;
  readonly takeHome: TakeHomeDesk;
};
