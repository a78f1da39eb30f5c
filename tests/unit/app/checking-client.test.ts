import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startChecking } from '../../../src/app/checking-client';
import type { FromChecking, ToChecking } from '../../../src/app/checking-worker';
import type { SignedVersion } from '../../../src/record/signed-version';
import { signedRecord, smallSession, twoInjectors } from '../../support/signing';

let versions: readonly SignedVersion[] = [];
beforeAll(async () => {
  versions = await signedRecord(smallSession(), await twoInjectors());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const ended: unknown[] = [];
/** A worker that does with each question what the test says. */
function workers(on: (worker: EventTarget, question: ToChecking) => void): void {
  ended.length = 0;
  class Stub extends EventTarget {
    postMessage(question: ToChecking) {
      on(this, question);
    }
    terminate() {
      ended.push(this);
    }
  }
  vi.stubGlobal('Worker', Stub);
}
const answer = (data: FromChecking) => new MessageEvent('message', { data });
const ask = () => ({ session: smallSession().id, versions, app: null });

describe('versions checked beside the page', () => {
  it('are those that the worker was given, each with its own answer, in whatever order they come', async () => {
    const questions: ToChecking[] = [];
    workers((worker, question) => {
      questions.push(question);
      if (questions.length === 2)
        for (const { n } of questions.toReversed())
          worker.dispatchEvent(answer({ n, checked: n === 1 ? null : { file: null } }));
    });
    const { check, end } = startChecking();
    expect(await Promise.all([check(ask()), check(ask())])).toEqual([null, { file: null }]);
    expect(questions.map(({ text }) => JSON.parse(text) as unknown)).toEqual([versions, versions]);
    end();
    expect(ended).toHaveLength(1);
  });

  it('are checked by the page where the worker does not start, or breaks, those already asked included', async () => {
    vi.stubGlobal('Worker', undefined);
    expect(await startChecking().check(ask())).toEqual({ file: null });
    workers((worker, { n }) => {
      if (n === 2) worker.dispatchEvent(new Event('error'));
    });
    const { check } = startChecking();
    const damaged = { ...ask(), versions: [null] };
    expect(await Promise.all([check(ask()), check(damaged)])).toEqual([{ file: null }, null]);
    expect(await check(ask())).toEqual({ file: null });
    expect(ended).toHaveLength(1);
  });
});
