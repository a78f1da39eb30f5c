import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { moduleVariable, modules, sampleVariable } from './mutate/modules.ts';
import { judgedBefore, optionsFor } from './mutate/options.ts';
import { type Score, scoreOf, scoreTable, survivors } from './mutate/report.ts';

/**
 * `npm run mutate`: plants small bugs in the pure modules, one at a time, and counts how many of them the module's own
 * unit tests notice. `--only MODULE,MODULE` takes some alone, `--survivors` lists what was not noticed, `--fresh` judges
 * anew what an earlier run has judged already, `--concurrency N` uses more cores than one, `--sample N` judges one mutant in
 * N. Fails where a score is under the goal. What is counted stands in docs/mutation.md.
 */
const goal = 85;
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    survivors: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '1' },
    sample: { type: 'string', default: '1' },
  },
});
const only = values.only?.split(',') ?? [];
const unknown = only.filter((name) => !modules.some((module) => module === name));
const concurrency = Number(values.concurrency);
const sample = Number(values.sample);
if (unknown.length > 0 || !(concurrency >= 1 && sample >= 1)) {
  console.error(
    unknown.length > 0
      ? `There is no module ${unknown.join(', ')}. There are: ${modules.join(', ')}.`
      : '--concurrency and --sample take a number from 1 on.',
  );
  process.exit(1);
}

const scores: [string, Score][] = [];
for (const module of modules) {
  if (only.length > 0 && !only.includes(module)) continue;
  if (values.fresh) rmSync(judgedBefore(module), { force: true });
  // Stryker's processes inherit which module it is, how many are judged, and how to read TypeScript.
  process.env[moduleVariable] = module;
  process.env[sampleVariable] = String(sample);
  process.env.NODE_OPTIONS = '--import=tsx';
  const mutants = await new Stryker(optionsFor(module, concurrency, sample > 1)).runMutationTest();
  scores.push([module, scoreOf(mutants)]);
  if (values.survivors) console.log(survivors(mutants).join('\n'));
  console.log(`\n${scoreTable(scores)}`);
}
process.exitCode = scores.every(([, { percent, unjudged }]) => percent >= goal && (unjudged === 0 || sample > 1))
  ? 0
  : 1;
