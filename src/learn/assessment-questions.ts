import type { Assessment } from './assessment';
import { drillOf, factCards } from './cards';
import { awaitsSignOff, type Question } from './questions/question';

/**
 * Whether someone may fail by it: nothing that awaits clinical sign-off, and no case, of which sources only suggest what to
 * do.
 */
const isSettled = ({ topic, because }: Question): boolean => topic !== 'cases' && !because.some(awaitsSignOff);

/** The questions of an assessment, by its seed: the same on every device, each about another fact. */
export const assessmentQuestions = ({ seed, questions }: Pick<Assessment, 'seed' | 'questions'>): readonly Question[] =>
  drillOf('mixed', seed, factCards.length).filter(isSettled).slice(0, questions);
