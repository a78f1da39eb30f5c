import type { PatientWords } from '../../src/messages/patient/words';
import { homePictures, paperSpot } from '../../src/scene/preview/home-pictures';
import type { GivenSpot } from '../../src/state/preview/given';
import type { HomeArt } from '../../src/state/preview/take-home';
import { lightSkin, plainHead } from './note-art';

/** A patient's map on a head so plain that it is drawn in no time. */
export const homeArt = async (spots: readonly GivenSpot[], words: PatientWords): Promise<HomeArt> => ({
  pictures: homePictures(spots, plainHead, await lightSkin(), words),
  spots: { given: paperSpot('given'), extra: paperSpot('extra'), 'left-out': paperSpot('left-out') },
});
