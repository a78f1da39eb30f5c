import { relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { root } from '../vite/build-inputs.ts';

export type Score = {
  /** A test failed, or the mutant ran in circles. */
  readonly found: number;
  readonly survived: number;
  /** Met by no test at all. */
  readonly unmet: number;
  /** There before any test begins: not judged, and in no figure. */
  readonly ignored: number;
  /** Could not be run; must be 0. */
  readonly unjudged: number;
  /** Found, of all that were judged, in per cent; 100 where there was nothing. */
  readonly percent: number;
};

export function scoreOf(mutants: readonly MutantResult[]): Score {
  const count = (...states: readonly MutantResult['status'][]): number =>
    mutants.filter(({ status }) => states.includes(status)).length;
  const found = count('Killed', 'Timeout');
  const survived = count('Survived');
  const unmet = count('NoCoverage');
  const judged = found + survived + unmet;
  const percent = judged === 0 ? 100 : (100 * found) / judged;
  const ignored = count('Ignored');
  return { found, survived, unmet, ignored, unjudged: mutants.length - judged - ignored, percent };
}

/** What no test noticed, a line each: where it is, and what stood there instead. */
export const survivors = (mutants: readonly MutantResult[]): readonly string[] =>
  mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ fileName, location, mutatorName, replacement, status }) => {
      const where = `${relative(root, fileName)}:${location.start.line}:${location.start.column}`;
      return `${where} ${mutatorName}${status === 'NoCoverage' ? ', met by no test' : ''}: ${replacement.replaceAll(/\s+/g, ' ')}`;
    })
    .sort();

/** The table of docs/mutation.md. */
export function scoreTable(scores: readonly (readonly [string, Score])[]): string {
  const rows = scores.map(
    ([name, { found, survived, unmet, ignored, percent }]) =>
      `| ${name} | ${percent.toFixed(1)} % | ${found} | ${survived} | ${unmet} | ${ignored} |`,
  );
  return [
    '| Module | Score | Found | Survived | Met by no test | Not judged |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
