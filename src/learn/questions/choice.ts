import type { Chance } from '../chance';
import { type Answer, type Value, valueKey } from './question';

/** So many answers are offered where there are as many: one right and three that are not. */
const mostOptions = 4;

/** A choice of one right value among others that are not right; others that say the same as it, or as another, are left out. */
export function choiceOf(chance: Chance, right: Value, others: readonly Value[]): Extract<Answer, { kind: 'choice' }> {
  const taken = new Set([valueKey(right)]);
  const wrong = chance.shuffled(others).filter((value) => {
    const key = valueKey(value);
    return !taken.has(key) && taken.add(key);
  });
  const options = chance.shuffled([right, ...wrong.slice(0, mostOptions - 1)]);
  return { kind: 'choice', options, right: options.indexOf(right) };
}
