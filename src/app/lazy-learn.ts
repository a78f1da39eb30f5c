import type { LearnKit } from '../state/learn/learn-kit';
import type { Kit } from './app';
import { once } from './once';

/** Learn, fetched when it is first opened. */
export const createLazyLearn = (kit: () => Kit): (() => Promise<LearnKit>) =>
  once(() => import('./open-learn').then(({ openLearn }) => openLearn(kit())));
