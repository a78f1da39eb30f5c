import type { MutantCoverage } from '@stryker-mutator/api/core';

/** What the runner asks of the resident tests. */
export type Question =
  | { readonly ask: 'tests' }
  | {
      readonly ask: 'mutant';
      readonly id: string;
      readonly hitLimit: number | undefined;
      readonly tests: readonly string[];
    };

/** A test as it ran without a mutant. `failure` is null where it passed. */
export type Ran = {
  readonly id: string;
  readonly file: string;
  readonly timeMs: number;
  readonly failure: string | null;
};

/**
 * What they answer. `spoilt`: a test failed under the mutant and fails without it too, so that an earlier mutant has left
 * something behind; nothing is known until the modules are read anew.
 */
export type Answer =
  | { readonly is: 'ready' }
  | { readonly is: 'tests'; readonly ran: readonly Ran[]; readonly coverage: MutantCoverage }
  | { readonly is: 'survived'; readonly ran: number }
  | {
      readonly is: 'killed';
      readonly by: string;
      readonly failure: string;
      readonly ran: number;
      readonly spoilt: boolean;
    }
  | { readonly is: 'endless' };

/** The channel between the two: threads of one process. */
export const channelName = 'mutants';
