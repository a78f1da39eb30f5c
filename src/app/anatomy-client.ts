import type { HeadModel } from '../anatomy/head-model';
import type { AnatomyService, SkinAnswer } from '../state/anatomy-service';
import type { FromAnatomy, ToAnatomy } from './anatomy-worker';

type Answer = Extract<FromAnatomy, { kind: 'answer' }>['answer'];

export type AnatomyClient = AnatomyService & {
  /** Fetches the full head and hands it to the worker. Called once the map can be operated, so that it does not compete. */
  readonly prepare: () => void;
};

/** The anatomy in a worker. A question that comes early waits for the head; without one it is answered `not-ready`. */
export function createAnatomyClient(loadModel: () => Promise<HeadModel>): AnatomyClient {
  let ready: Promise<Worker> | null = null;
  let asked = 0;
  const waiting = new Map<number, (answer: Answer) => void>();

  const start = async (): Promise<Worker> => {
    const model = await loadModel();
    const worker = new Worker(new URL('./anatomy-worker.ts', import.meta.url), { type: 'module' });
    const send = (message: ToAnatomy, transfer: Transferable[] = []) => {
      worker.postMessage(message, transfer);
    };
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener('error', (event) => {
        reject(new Error(event.message));
      });
      worker.addEventListener('message', ({ data }: MessageEvent<FromAnatomy>) => {
        if (data.kind === 'ready') {
          resolve();
          return;
        }
        waiting.get(data.n)?.(data.answer);
        waiting.delete(data.n);
      });
      send({ kind: 'model', model }, [model.positions.buffer, model.indices.buffer]);
    });
    return worker;
  };

  const prepared = (): Promise<Worker> => {
    // A failed start is forgotten, so that the next question tries again.
    ready ??= start().catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  };

  return {
    prepare: () => {
      prepared().catch(() => undefined);
    },
    async resolve(query) {
      let worker: Worker;
      try {
        worker = await prepared();
      } catch {
        return 'not-ready';
      }
      asked += 1;
      const n = asked;
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(n, resolve);
        worker.postMessage({ kind: 'ask', n, query } satisfies ToAnatomy);
      });
      return plain(answer);
    },
  };
}

function plain(answer: Answer): SkinAnswer | 'off-skin' {
  if (!answer.ok) return 'off-skin';
  const { under, other, positionMm, anchor } = answer.value;
  const found: SkinAnswer = { under, other, positionMm, anchor };
  return found;
}
