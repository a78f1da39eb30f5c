import type { Assessment } from './assessment';
import { drillOf, factCards } from './cards';
import type { Question } from './questions/question';

/**
 * Whether someone may fail by it: what its answer rests on was read in a sound source, each part of it; and no case, of
 * which sources only suggest what to do.
 */
const isSettled = ({ topic, because }: Question): boolean =>
  topic !== 'cases' && because.length > 0 && because.every(({ evidence }) => evidence === 'confirmed');

/** The questions of an assessment, by its seed: the same on every device, each about another fact. */
export const assessmentQuestions = ({ seed, questions }: Pick<Assessment, 'seed' | 'questions'>): readonly Question[] =>
  drillOf('mixed', seed, factCards.length).filter(isSettled).slice(0, questions);
