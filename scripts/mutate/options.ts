import type { PartialStrykerOptions } from '@stryker-mutator/api/core';
import type { Mutated } from './modules.ts';

/** Where a run keeps its copy of the sources, what it knows from the last run, and its report. Ignored by git. */
const cache = '.cache/mutate';
/** What an earlier run of a module has judged. */
export const judgedBefore = (module: Mutated): string => `${cache}/${module}.incremental.json`;
export const reportOf = (module: Mutated): string => `${cache}/${module}.json`;

/** How Stryker mutates one module; what is counted, and why so, stands in docs/mutation.md. */
export function optionsFor(module: Mutated, concurrency: number, sampled: boolean): PartialStrykerOptions {
  return {
    mutate: [`src/${module}/**/*.ts`],
    testRunner: 'resident',
    plugins: ['./scripts/mutate/runner.ts'],
    coverageAnalysis: 'perTest',
    // A mutant in a table is there before any test begins: each would cost all tests of its module.
    ignoreStatic: true,
    // What was not drawn must not be taken for judged the next time.
    incremental: !sampled,
    incrementalFile: judgedBefore(module),
    tempDirName: `${cache}/sandbox`,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: reportOf(module) },
    ignorePatterns: ['/dist', '/docs/pictures', '/test-results', '/tests/browser', '/.cache', '/assets/head/pipeline'],
    disableTypeChecks: false,
    concurrency,
    // An endless loop is seen by its count of turns. Time alone should decide nothing on a busy machine.
    timeoutMS: 10_000,
    allowEmpty: false,
  };
}
