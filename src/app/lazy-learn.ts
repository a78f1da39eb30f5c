import type { LearnKit } from '../state/learn/learn-kit';
import type { openLearn } from './open-learn';
import { once } from './once';

/** Learn, fetched when it is first opened. */
export const createLazyLearn = (kit: () => Parameters<typeof openLearn>[0]): (() => Promise<LearnKit>) =>
  once(() => import('./open-learn').then((opened) => opened.openLearn(kit())));
