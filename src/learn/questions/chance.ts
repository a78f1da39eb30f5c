import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Answer, type Value, valueKey } from './question';

/** Chance from a seed: the same seed gives the same again. */
export type Chance = {
  /** A whole number from 0 to below `n`. */
  readonly below: (n: number) => number;
  readonly one: <T>(from: readonly T[]) => T;
  readonly shuffled: <T>(all: readonly T[]) => readonly T[];
};

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const below = (n: number): number => uniformInt(generator, 0, n - 1);
  return {
    below,
    one(from) {
      const found = from[below(from.length)];
      if (found === undefined) throw new RangeError('nothing to choose from');
      return found;
    },
    shuffled(all) {
      const left = [...all];
      return all.map(() => left.splice(below(left.length), 1)).flat();
    },
  };
}

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
