import type { Told } from './diary-asked';

/** What a record says to a question: `unknown` where it was not written down, or not asked. It is never taken for a no. */
export type Known = 'yes' | 'no' | 'unknown';

/** An answer that was given. */
export const known = (answer: boolean): Known => (answer ? 'yes' : 'no');

/** Yes where all are; no as soon as one is, whatever is unknown of the others. */
export function allOf(answers: readonly Known[]): Known {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** Yes as soon as one is, whatever is unknown of the others; no where all are. */
export function anyOf(answers: readonly Known[]): Known {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** What a diary tells, as an answer: what nobody wrote down is unknown. */
export const toldAs = (told: Told): Known => (told === null ? 'unknown' : known(told));
