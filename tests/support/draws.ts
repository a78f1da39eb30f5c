import { moduleVariable } from '../../scripts/mutate/modules';

/**
 * How many cases a test draws: all of `whole`, but a quarter where thousands of mutants wait for it (`npm run mutate`), so that
 * it can take part.
 */
export const draws = (whole: number): number =>
  process.env[moduleVariable] === undefined ? whole : Math.ceil(whole / 4);
