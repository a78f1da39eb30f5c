import { createStore, type StoreApi } from 'zustand/vanilla';

/** What a long job is doing. `total` is null while nobody knows it. */
export type JobState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number | null; readonly stopping: boolean };

type JobEnd<T> =
  /** It ran to its end, whatever its result says. */
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' }
  /** Another of its kind is running: nothing was begun. */
  | { readonly kind: 'busy' };

/** What a job gets to work with. */
export type JobHand = {
  /** Aborted once the user cancelled. */
  readonly signal: AbortSignal;
  /**
   * Tells how far the job is, and lets the page draw and answer when it is time. To be awaited between two pieces of work; where
   * the job was cancelled it rejects with the signal's reason, which the job lets pass after it has cleaned up.
   */
  readonly step: (done: number, total: number | null) => Promise<void>;
};

/** Jobs of one kind, one at a time. The store outlives whoever shows it: a dialog may be closed and opened again. */
export type LongJob = {
  readonly store: StoreApi<JobState>;
  /** Never rejects for a cancel; what the job throws otherwise is a defect and is passed on. */
  readonly run: <T>(work: (hand: JobHand) => Promise<T>) => Promise<JobEnd<T>>;
  readonly cancel: () => void;
};

export type LongJobDeps = {
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
  /** Resolves when the page has had its turn. */
  readonly pause: () => Promise<void>;
};

/** A page that waits no longer than this for its turn answers at once. */
const turnMs = 24;

const pageJobs: LongJobDeps = {
  clock: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

/** Gives the page a turn after 24 ms of work, and once all is done. Idle again however a job ends. */
export function createLongJob({ clock, pause }: LongJobDeps = pageJobs): LongJob {
  const store = createStore<JobState>()(() => ({ kind: 'idle' }));
  let abort: AbortController | null = null;
  return {
    store,
    async run(work) {
      if (abort !== null) return { kind: 'busy' };
      const mine = new AbortController();
      abort = mine;
      store.setState({ kind: 'running', done: 0, total: null, stopping: false }, true);
      let turn = clock();
      const step: JobHand['step'] = async (done, total) => {
        if (clock() - turn >= turnMs || done === total) {
          store.setState({ kind: 'running', done, total, stopping: mine.signal.aborted }, true);
          await pause();
          turn = clock();
        }
        mine.signal.throwIfAborted();
      };
      try {
        return { kind: 'done', value: await work({ signal: mine.signal, step }) };
      } catch (error) {
        if (mine.signal.aborted && error === mine.signal.reason) return { kind: 'cancelled' };
        throw error;
      } finally {
        abort = null;
        store.setState({ kind: 'idle' }, true);
      }
    },
    cancel() {
      const state = store.getState();
      if (abort === null || abort.signal.aborted || state.kind !== 'running') return;
      abort.abort();
      store.setState({ ...state, stopping: true }, true);
    },
  };
}
