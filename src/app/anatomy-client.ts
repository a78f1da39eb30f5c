import type { HeadModel } from '../anatomy/head-model';
import type { MoveError } from '../anatomy/move-site';
import type { MapId } from '../protocol/words';
import type {
  AnatomyService,
  DistanceService,
  ExamAnatomy,
  MovedElsewhere,
  SkinAnswer,
} from '../state/anatomy-service';
import { placementsOf } from '../state/placements';
import type { Ahead, Answer, Question } from './anatomy-desk';
import type { FromAnatomy, ToAnatomy } from './anatomy-worker';

export type AnatomyClient = AnatomyService &
  DistanceService &
  ExamAnatomy & {
    /**
     * Fetches the full head and hands it to the worker. Called once the map can be operated, so that it does not compete.
     * `asked`: works ahead only from the first question on, or from `ahead`.
     */
    readonly prepare: (when: Ahead) => void;
    /** A point of the skin will be asked about before long: what takes long is worked out until then. */
    readonly ahead: () => void;
  };

/**
 * The anatomy in a worker. A question that comes early waits for the head; without one it is answered `not-ready`.
 * @param map in use: its sites are those that a point may be near
 */
export function createAnatomyClient(loadModel: () => Promise<HeadModel>, map: () => MapId): AnatomyClient {
  let ready: Promise<Worker> | null = null;
  let when: Ahead = 'asked';
  let begun: () => void = () => undefined;
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
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
        waiting.get(data.n)?.(data);
        waiting.delete(data.n);
      });
      send({ kind: 'model', model, map: map(), when }, [model.positions.buffer, model.indices.buffer]);
    });
    return worker;
  };

  const prepared = (): Promise<Worker> => {
    begun();
    // A failed start is forgotten, so that the next question tries again.
    ready ??= start().catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  };

  /** Puts a question to the worker; null where there is no head to ask. */
  const ask = async (question: (n: number) => Question): Promise<Answer | null> => {
    let worker: Worker;
    try {
      worker = await prepared();
    } catch {
      return null;
    }
    asked += 1;
    const n = asked;
    return new Promise<Answer>((resolve) => {
      waiting.set(n, resolve);
      worker.postMessage(question(n));
    });
  };

  return {
    prepare: (how) => {
      if (ready === null) when = how;
      prepared().catch(() => undefined);
    },
    ahead: () => {
      prepared().then(
        (worker) => {
          worker.postMessage({ kind: 'ahead' } satisfies ToAnatomy);
        },
        () => undefined,
      );
    },
    async resolve(query, head) {
      const answer = await ask((n) => ({ kind: 'ask', n, head, map: map(), query }));
      return answer?.kind === 'answer' ? plain(answer.answer) : 'not-ready';
    },
    async move(question, head) {
      const answer = await ask((n) => ({ kind: 'move', n, head, map: map(), question }));
      if (answer?.kind !== 'move') return 'not-ready';
      return answer.answer.ok ? answer.answer.value : moveProblem(answer.answer.error);
    },
    async pain(question, head) {
      const answer = await ask((n) => ({ kind: 'pain', n, head, map: map(), question }));
      return answer?.kind === 'pain' ? answer.answer : 'not-ready';
    },
    async place(head) {
      await beginning;
      const answer = await ask((n) => ({ kind: 'place', n, head, map: map() }));
      return answer?.kind === 'place' && answer.answer !== null ? placementsOf(answer.answer) : null;
    },
    async cut(query, head) {
      // A picture is no reason to fetch the head before the map can be operated: it waits for whoever does.
      await beginning;
      const answer = await ask((n) => ({ kind: 'cut', n, head, map: map(), query }));
      return answer?.kind === 'cut' ? (answer.answer ?? 'off-skin') : 'not-ready';
    },
    async score(task, attempt) {
      const answer = await ask((n) => ({ kind: 'score', n, head: task.head, map: task.map, task, attempt }));
      return answer?.kind === 'score' ? (answer.answer ?? 'not-ready') : 'not-ready';
    },
    async between(from, to, head) {
      const answer = await ask((n) => ({ kind: 'between', n, head, map: map(), from, to }));
      return answer?.kind === 'between' ? answer.answer : 'not-ready';
    },
  };
}

function moveProblem(error: MoveError): MovedElsewhere | 'off-skin' | 'too-far' {
  switch (error.kind) {
    case 'elsewhere':
      return { under: error.under, other: error.other };
    case 'too-far':
      return 'too-far';
    default:
      return 'off-skin';
  }
}

function plain(answer: Extract<Answer, { kind: 'answer' }>['answer']): SkinAnswer | 'off-skin' {
  if (!answer.ok) return 'off-skin';
  const { under, other, positionMm, normal, anchor, nearestSite, zones } = answer.value;
  const found: SkinAnswer = { under, other, positionMm, normal, anchor, nearestSite, zones };
  return found;
}
