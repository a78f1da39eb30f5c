import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Suites whose preparation meets no mutant: it is done once. */
const settled = new Set<RunnerTestSuite>();
const unmet = new Set([...slowTests].filter((one) => one.includes(`tests/unit/${mutatedModule()}/`)));

const root = process.cwd();
const folder = join(root, 'tests/unit', mutatedModule());
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => relative(root, join(folder, name)))
  .filter((name) => name.endsWith('.test.ts') && !(slowTests.has(name) && unmet.delete(name)))
  .sort();

/**
 * How often each mutant is met by the test that meets it most. Kept in a file of the copy that is tested, for whoever goes on
 * after an endless loop.
 */
const hitsFile = join(root, 'hits.json');
let mostHits: Readonly<Record<string, number>> = existsSync(hitsFile)
  ? (JSON.parse(readFileSync(hitsFile, 'utf8')) as Record<string, number>)
  : {};
/** A test that meets a mutant so many times as often as without it runs in circles. */
const circles = 100;

type Known = { readonly file: string; readonly test: RunnerTestCase; readonly suites: readonly RunnerTestSuite[] };
const known = new Map<string, Known>();

async function know(
  suite: RunnerTestSuite,
  file: string,
  within: readonly RunnerTestSuite[],
  name: string,
): Promise<void> {
  const suites = [...within, suite];
  const { beforeEach, afterEach } = TestRunner.getSuiteHooks(suite);
  if (beforeEach.length + afterEach.length > 0) throw new Error(`${file}: hooks of each test are not run here`);
  if (!(await meetsMutants(suite))) settled.add(suite);
  for (const task of suite.tasks) {
    const named = `${name} ${task.name}`.trim();
    const id = `${file}#${named}`;
    if (task.type === 'suite') await know(task, file, suites, named);
    else if (slowTests.has(id)) unmet.delete(id);
    else known.set(known.has(id) ? `${id} (${known.size})` : id, { file, test: task, suites });
  }
}

async function meetsMutants(suite: RunnerTestSuite): Promise<boolean> {
  mutants.currentTestId = 'preparation';
  await prepare(suite);
  mutants.currentTestId = undefined;
  const met = mutants.mutantCoverage?.perTest ?? {};
  const some = met.preparation !== undefined;
  delete met.preparation;
  return some;
}

async function prepare(suite: RunnerTestSuite): Promise<void> {
  for (const hook of TestRunner.getSuiteHooks(suite).beforeAll) await hook(suite);
}

/** Runs one test; `prepared` are the suites whose preparation was done in this round. Null where it passes. */
async function failureOf({ test, suites }: Known, prepared: Set<RunnerTestSuite>): Promise<string | null> {
  try {
    for (const suite of suites) {
      if (settled.has(suite) || prepared.has(suite)) continue;
      await prepare(suite);
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
  const coverage = mutants.mutantCoverage ?? { static: {}, perTest: {} };
  const most: Record<string, number> = {};
  for (const met of Object.values(coverage.perTest))
    for (const [id, hits] of Object.entries(met)) most[id] = Math.max(hits, most[id] ?? 0);
  mostHits = most;
  writeFileSync(hitsFile, JSON.stringify(most));
  return { is: 'tests', ran, coverage };
}

async function underMutant({ id, hitLimit, tests }: Question & { ask: 'mutant' }): Promise<Answer> {
  const limit = Math.min(hitLimit ?? Infinity, circles * (mostHits[id] ?? Infinity));
  let ran = 0;
  const prepared = new Set<RunnerTestSuite>();
  for (const name of tests) {
    const one = known.get(name);
    if (one === undefined) throw new Error(`There is no test ${name}`);
    ran += 1;
    mutants.activeMutant = id;
    mutants.hitLimit = limit;
    mutants.hitCount = 0;
    const failure = await failureOf(one, prepared);
    mutants.activeMutant = undefined;
    // The error that ends an endless loop may have been caught on its way here.
    if (mutants.hitCount > limit) return { is: 'endless' };
    if (failure !== null) {
      const spoilt = (await failureOf(one, new Set())) !== null;
      return { is: 'killed', by: name, failure, ran, spoilt };
    }
  }
  return { is: 'survived', ran };
}

it('answers the runner', { timeout: 0 }, async ({ task }) => {
  for (const suite of task.file.tasks) if (suite.type === 'suite') await know(suite, suite.name, [], '');
  if (unmet.size > 0) throw new Error(`there is no test ${[...unmet].join(', ')}`);
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
