import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { MutantCoverage } from '@stryker-mutator/api/core';
import { describe, it, type RunnerTestCase, type RunnerTestSuite, TestRunner } from 'vitest';
import { type Answer, channelName, type Question, type Ran } from './exchange.ts';
import { mutatedModule, slowTests } from './modules.ts';

/**
 * All tests of a module in one file, read once. The first test answers what the runner asks: it runs the others again and
 * again, each time with another mutant switched on.
 */

/** What the mutated sources and their tests share, by the name that Stryker gives it. */
type Switch = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
};
declare global {
  var __stryker__: Switch | undefined;
}
globalThis.__stryker__ ??= {};
const mutants = globalThis.__stryker__;

const root = process.cwd();
const folder = join(root, 'tests/unit', mutatedModule());
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => relative(root, join(folder, name)))
  .filter((name) => name.endsWith('.test.ts') && !slowTests.has(name))
  .sort();

type Known = { readonly file: string; readonly test: RunnerTestCase; readonly suites: readonly RunnerTestSuite[] };
const known = new Map<string, Known>();

function know(suite: RunnerTestSuite, file: string, within: readonly RunnerTestSuite[], name: string): void {
  const suites = [...within, suite];
  const { beforeEach, afterEach } = TestRunner.getSuiteHooks(suite);
  if (beforeEach.length + afterEach.length > 0) throw new Error(`${file}: hooks of each test are not run here`);
  for (const task of suite.tasks) {
    const named = `${name} ${task.name}`.trim();
    if (task.type === 'suite') know(task, file, suites, named);
    else
      known.set(known.has(`${file}#${named}`) ? `${file}#${named} (${known.size})` : `${file}#${named}`, {
        file,
        test: task,
        suites,
      });
  }
}

/** Runs one test; `prepared` are the suites whose preparation was done in this round. Null where it passes. */
async function failureOf({ test, suites }: Known, prepared: Set<RunnerTestSuite>): Promise<string | null> {
  try {
    for (const suite of suites) {
      if (prepared.has(suite)) continue;
      for (const hook of TestRunner.getSuiteHooks(suite).beforeAll) await hook(suite);
      prepared.add(suite);
    }
    await TestRunner.getTestFn(test)();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function everyTest(): Promise<Answer> {
  const ran: Ran[] = [];
  for (const [id, one] of known) {
    // What prepares a suite is a part of each of its tests.
    mutants.currentTestId = id;
    const start = performance.now();
    const failure = await failureOf(one, new Set());
    ran.push({ id, file: one.file, timeMs: performance.now() - start, failure });
    mutants.currentTestId = undefined;
  }
  return { is: 'tests', ran, coverage: mutants.mutantCoverage ?? { static: {}, perTest: {} } };
}

async function underMutant({ id, hitLimit, tests }: Question & { ask: 'mutant' }): Promise<Answer> {
  let ran = 0;
  const prepared = new Set<RunnerTestSuite>();
  for (const name of tests) {
    const one = known.get(name);
    if (one === undefined) throw new Error(`There is no test ${name}`);
    ran += 1;
    mutants.activeMutant = id;
    mutants.hitLimit = hitLimit;
    if (ran === 1) mutants.hitCount = 0;
    const failure = await failureOf(one, prepared);
    mutants.activeMutant = undefined;
    // The error that ends an endless loop may have been caught on its way here.
    if (hitLimit !== undefined && (mutants.hitCount ?? 0) > hitLimit) return { is: 'endless' };
    if (failure !== null) {
      const spoilt = (await failureOf(one, new Set())) !== null;
      return { is: 'killed', by: name, failure, ran, spoilt };
    }
  }
  return { is: 'survived', ran };
}

it('answers the runner', { timeout: 0 }, async ({ task }) => {
  for (const suite of task.file.tasks) if (suite.type === 'suite') know(suite, suite.name, [], '');
  const channel = new BroadcastChannel(channelName);
  await new Promise<never>(() => {
    const answer = async (question: Question) => {
      channel.postMessage(question.ask === 'tests' ? await everyTest() : await underMutant(question));
    };
    channel.onmessage = ({ data }: { data: Question }) => void answer(data);
    channel.postMessage({ is: 'ready' } satisfies Answer);
  });
});

for (const file of files) {
  describe(file, async () => {
    await import(join(root, file));
  });
}
