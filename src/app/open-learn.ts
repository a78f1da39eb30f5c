import type { LearnKit } from '../state/learn/learn-kit';
import type { Kit } from './app';
import { once } from './once';

/** Learn with everything that it takes from the rest of the app. */
export const openLearn = (kit: Kit): LearnKit => ({
  examiner: kit.anatomy,
  training: once(() => import('./open-training').then(({ openTraining }) => openTraining(kit))),
});
