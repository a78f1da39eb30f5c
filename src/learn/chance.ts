import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Choices that follow from a seed alone: the same on every device, in the same order. */
export type Chance = {
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number;
  /** One of them; of none a defect. */
  readonly one: <T>(of: readonly T[]) => T;
  /** All of them in another order. */
  readonly shuffled: <T>(of: readonly T[]) => readonly T[];
};

/**
 * Choices from a seed.
 * @param seed a whole number, of which the lowest 32 bits count
 */
export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed | 0);
  const below = (limit: number): number => uniformInt(generator, 0, limit - 1);
  const one = <T>(of: readonly T[]): T => {
    const [chosen] = of.slice(below(of.length));
    if (chosen === undefined) throw new RangeError('there is nothing to choose from');
    return chosen;
  };
  const shuffled = <T>(of: readonly T[]): readonly T[] => {
    const left = [...of];
    return of.flatMap(() => left.splice(below(left.length), 1));
  };
  return { below, one, shuffled };
}
