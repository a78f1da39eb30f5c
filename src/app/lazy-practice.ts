import type { PracticeDesk } from '../state/practice-desk';
import { once } from './once';
import type { PracticeParts } from './open-practice';

/** The practice's own order and templates, read from the vault when first asked for. */
export const createLazyPractice = (parts: PracticeParts): (() => Promise<PracticeDesk>) =>
  once(() => import('./open-practice').then(({ openPractice }) => openPractice(parts)));
