import { join } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { describe, expect, it } from 'vitest';
import { scoreOf, scoreTable, survivors } from '../../../scripts/mutate/report';
import { root } from '../../../scripts/vite/build-inputs';

const mutant = (status: MutantResult['status'], line = 1): MutantResult => ({
  id: String(line),
  fileName: join(root, 'src/ledger/fold.ts'),
  location: { start: { line, column: 3 }, end: { line, column: 9 } },
  mutatorName: 'BooleanLiteral',
  replacement: 'a\n   b',
  status,
});

describe('a mutation score', () => {
  it('is what was found, of what was judged: turns without end are found, what no test meets is not', () => {
    const states = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'RuntimeError'] as const;
    const score = scoreOf(states.map((status) => mutant(status)));
    expect(score).toEqual({ found: 3, survived: 1, unmet: 1, ignored: 1, unjudged: 1, percent: 60 });
    expect(
      scoreTable([['ledger', score]])
        .split('\n')
        .at(-1),
    ).toBe('| ledger | 60.0 % | 3 | 1 | 1 | 1 |');
  });

  it('is full where there is nothing to judge', () => {
    expect(scoreOf([mutant('Ignored')]).percent).toBe(100);
  });

  it('comes with the place of each that was not found', () => {
    expect(survivors([mutant('Survived', 12), mutant('Killed', 5), mutant('NoCoverage', 7)])).toEqual([
      'src/ledger/fold.ts:12:3 BooleanLiteral: a b',
      'src/ledger/fold.ts:7:3 BooleanLiteral, met by no test: a b',
    ]);
  });
});
