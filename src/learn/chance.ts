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

/** @param seed a whole number, of which the lowest 32 bits count */
export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed | 0);
  const below = (limit: number): number => uniformInt(generator, 0, limit - 1);
  const shuffled = <T>(of: readonly T[]): readonly T[] => {
    const out = [...of];
    for (let last = out.length - 1; last > 0; last -= 1) {
      const other = below(last + 1);
      [out[last], out[other]] = [out[other]!, out[last]!];
    }
    return out;
  };
  const one = <T>(of: readonly T[]): T => {
    if (of.length === 0) throw new RangeError('there is nothing to choose from');
    return of[below(of.length)]!;
  };
  return { below, one, shuffled };
}
