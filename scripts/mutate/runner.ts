import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { createVitest, type Vitest } from 'vitest/node';
import { type Answer, channelName, type Question } from './exchange.ts';
import { sampleVariable } from './modules.ts';

/**
 * Runs a mutant against tests that stay in memory (resident.ts), so that it costs no more than its tests do: Stryker's own
 * runner for vitest begins a new thread for each and reads all modules anew. Only mutants that are met while a test runs
 * can be judged so; those of tables are not (docs/mutation.md).
 */
class ResidentRunner implements TestRunner {
  #vitest: Vitest | null = null;
  #channel: BroadcastChannel | null = null;
  /** How long each test took without a mutant: the quickest are asked first. */
  #timeMs: ReadonlyMap<string, number> = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const answer = await this.#ask({ ask: 'tests' });
    if (answer.is !== 'tests') throw new Error(`unexpected: ${answer.is}`);
    this.#timeMs = new Map(answer.ran.map(({ id, timeMs }) => [id, timeMs]));
    return {
      status: DryRunStatus.Complete,
      tests: answer.ran.map(({ id, file, timeMs, failure }) => {
        const said = { id, name: id, fileName: file, timeSpentMs: timeMs };
        return failure === null
          ? { ...said, status: TestStatus.Success }
          : { ...said, status: TestStatus.Failed, failureMessage: failure };
      }),
      mutantCoverage: answer.coverage,
    };
  }

  async mutantRun({
    activeMutant,
    hitLimit,
    testFilter,
    mutantActivation,
  }: MutantRunOptions): Promise<MutantRunResult> {
    if (mutantActivation === 'static' || testFilter === undefined)
      return { status: MutantRunStatus.Error, errorMessage: 'is there before any test begins' };
    if (Number(activeMutant.id) % Number(process.env[sampleVariable] ?? 1) !== 0)
      return { status: MutantRunStatus.Error, errorMessage: 'not drawn' };
    const time = (test: string): number => this.#timeMs.get(test) ?? 0;
    const tests = testFilter.toSorted((a, b) => time(a) - time(b));
    const question: Question = { ask: 'mutant', id: activeMutant.id, hitLimit, tests };
    let answer = await this.#ask(question);
    if (answer.is === 'killed' && answer.spoilt) {
      await this.dispose();
      answer = await this.#ask(question);
      // What this one has spoilt itself must not meet the next.
      if (answer.is === 'killed' && answer.spoilt) await this.dispose();
    }
    if (answer.is === 'survived') return { status: MutantRunStatus.Survived, nrOfTests: answer.ran };
    if (answer.is === 'endless') return { status: MutantRunStatus.Timeout, reason: 'too many turns' };
    if (answer.is !== 'killed') throw new Error(`unexpected: ${answer.is}`);
    const { by, failure, ran } = answer;
    return { status: MutantRunStatus.Killed, killedBy: [by], failureMessage: failure, nrOfTests: ran };
  }

  async dispose(): Promise<void> {
    this.#channel?.close();
    this.#channel = null;
    await this.#vitest?.close();
    this.#vitest = null;
  }

  async #ask(question: Question): Promise<Answer> {
    const channel = this.#channel ?? (await this.#begin());
    const answer = answerOn(channel);
    channel.postMessage(question);
    return answer;
  }

  async #begin(): Promise<BroadcastChannel> {
    const channel = new BroadcastChannel(channelName);
    this.#channel = channel;
    const ready = answerOn(channel);
    this.#vitest = await createVitest('test', {
      config: 'scripts/mutate/vitest.config.ts',
      watch: false,
      reporters: [{}],
    });
    const ended = this.#vitest.start().then(() => {
      throw new Error('the tests of this module cannot be read');
    });
    await Promise.race([ready, ended]);
    ended.catch(() => undefined);
    return channel;
  }
}

const answerOn = (channel: BroadcastChannel): Promise<Answer> =>
  new Promise((resolve) => {
    channel.onmessage = ({ data }) => resolve(data as Answer);
  });

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'resident', () => new ResidentRunner())];
