import type { Durability, SessionStore, StoreError } from '../record/ports';
import type { Session } from '../record/session';

/** What may be said of the newest state of a session. `saved` only ever follows a completed transaction. */
export type SaveQueueState =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'not-saved'; readonly error: StoreError };

export type SaveQueueDeps = {
  readonly store: Pick<SessionStore, 'save'>;
  /** The time now, ISO 8601 with offset. */
  readonly now: () => string;
  /** The revision of the session that was loaded; 0 for a new one. */
  readonly revision: number;
  /** Called on every change of state. */
  readonly onState: (state: SaveQueueState) => void;
  readonly durability?: Durability;
};

export type SaveQueue = {
  /** Null until the first save is asked for. */
  readonly state: () => SaveQueueState | null;
  /** The revision last written. */
  readonly revision: () => number;
  /** Asks for a state to be kept. States that come while one is being written are coalesced to the newest. */
  readonly put: (session: Session) => void;
  /** Tries again what was not saved. After a Conflict it does nothing. */
  readonly retry: () => void;
  /** Resolves once nothing is being written, with what became of the newest state. */
  readonly flush: () => Promise<SaveQueueState | null>;
  /**
   * After a Conflict: takes `revision` for the one this window has seen, and writes the waiting state over it.
   * Only for a user who looked at the other version and chose this one.
   */
  readonly overwrite: (revision: number) => void;
};

/**
 * Writes the states of one session one after another. A failure keeps the newest state waiting: the next `put` or
 * `retry` tries again. A Conflict stops the queue, since writing on would erase what another window did.
 */
export function createSaveQueue(deps: SaveQueueDeps): SaveQueue {
  let revision = deps.revision;
  let waiting: Session | null = null;
  let working: Promise<void> | null = null;
  let stopped = false;
  let state: SaveQueueState | null = null;

  const say = (next: SaveQueueState) => {
    state = next;
    deps.onState(next);
  };

  const takeWaiting = () => {
    const next = waiting;
    waiting = null;
    return next;
  };

  const work = async (first: Session) => {
    let session = first;
    for (;;) {
      const written = await attempt(session, revision);
      const newer = takeWaiting();
      if (written.ok) {
        revision = written.value;
        if (newer !== null) {
          session = newer;
          continue;
        }
      } else {
        waiting = newer ?? session;
        stopped = written.error.kind === 'Conflict';
      }
      // Idle before anyone hears of it: who answers the news with another `put` must find the queue ready.
      working = null;
      say(written.ok ? { kind: 'saved', at: deps.now() } : { kind: 'not-saved', error: written.error });
      return;
    }
  };

  const attempt = async (session: Session, expected: number) => {
    try {
      return await deps.store.save(session, expected, deps.durability);
    } catch (error) {
      // A store that throws is a defect; losing the step over it would be a worse one.
      return { ok: false, error: { kind: 'Unavailable', why: String(error) } } as const;
    }
  };

  const start = () => {
    if (working !== null || stopped) return;
    const session = takeWaiting();
    if (session === null) return;
    // Busy before anyone hears of it: who answers the news with a `put` must not start a second writer.
    working = work(session);
    say({ kind: 'saving' });
  };

  return {
    state: () => state,
    revision: () => revision,
    put(session) {
      waiting = session;
      start();
    },
    retry: start,
    async flush() {
      while (working !== null) await working;
      return state;
    },
    overwrite(seen) {
      revision = seen;
      stopped = false;
      start();
    },
  };
}
