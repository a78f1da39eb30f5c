import { type CheckedVersions, createCheckVersions, type VersionsAsk } from '../exchange/checked-versions';
import type { Checking } from '../state/export-source';
import { webChecking } from '../storage/web-crypto';
import type { FromChecking, ToChecking } from './checking-worker';

const here = createCheckVersions(webChecking);

type Asked = {
  readonly ask: VersionsAsk;
  readonly answered: (checked: CheckedVersions | null | Promise<CheckedVersions | null>) => void;
};

/**
 * A worker that checks versions, until `end`: who still waits then waits for nothing. One is enough: checking is half of the work of
 * an export, and each worker takes as much memory as it does. What it cannot do, because it does not start or breaks, the page does.
 */
export function startChecking(): Checking {
  const waiting = new Map<number, Asked>();
  let asked = 0;
  let worker = startWorker();
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  const broken = () => {
    end();
    for (const { ask, answered } of waiting.values()) answered(here(ask));
    waiting.clear();
  };
  worker?.addEventListener('error', broken);
  worker?.addEventListener('messageerror', broken);
  worker?.addEventListener('message', ({ data }: MessageEvent<FromChecking>) => {
    waiting.get(data.n)?.answered(data.checked);
    waiting.delete(data.n);
  });
  return {
    check(ask) {
      if (worker === null) return here(ask);
      asked += 1;
      const n = asked;
      const { session, versions, app } = ask;
      const answer = new Promise<CheckedVersions | null>((answered) => waiting.set(n, { ask, answered }));
      worker.postMessage({ n, session, text: JSON.stringify(versions), app } satisfies ToChecking);
      return answer;
    },
    end,
  };
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./checking-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
