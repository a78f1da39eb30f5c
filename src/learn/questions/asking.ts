import type { Chance } from '../chance';
import type { Fact, Question } from './question';

/** A fact and how it is asked; chance is seeded, so the same seed asks the same. */
export type Asking = Fact & { readonly ask: (chance: Chance) => Pick<Question, 'asked' | 'answer' | 'because'> };
