export type IdleLockDeps = {
  /** The time now, in milliseconds; of the wall clock, which goes on while the machine sleeps. */
  readonly now: () => number;
  /** Calls back after so many milliseconds, or later; the answer takes it back. */
  readonly after: (ms: number, done: () => void) => () => void;
  readonly limitMs: number;
  readonly onLock: () => void;
};

export type IdleLock = {
  /** Somebody is here: a key, a press, a touch. */
  readonly touched: () => void;
  /** How long until it locks; 0 once it has. */
  readonly leftMs: () => number;
  /** Begins to watch, as after an unlocking. */
  readonly start: () => void;
  readonly stop: () => void;
};

/**
 * Locks when nobody was here for a while. A timer stands still while the machine sleeps, so the clock decides: the
 * first touch after a long sleep locks instead of counting as presence. A clock that is set back gains one more period
 * at most.
 */
export function createIdleLock({ now, after, limitMs, onLock }: IdleLockDeps): IdleLock {
  let lastAt: number | null = null;
  let cancel: () => void = () => undefined;

  const left = (): number => {
    if (lastAt === null) return 0;
    // Set back, the clock would let the desk lie open until it has caught up: the time begins anew from there.
    if (now() < lastAt) lastAt = now();
    return Math.max(0, lastAt + limitMs - now());
  };

  const stop = () => {
    cancel();
    cancel = () => undefined;
    lastAt = null;
  };

  const look = () => {
    if (lastAt === null) return;
    if (left() > 0) {
      cancel = after(left(), look);
      return;
    }
    stop();
    onLock();
  };

  const begin = () => {
    cancel();
    lastAt = now();
    cancel = after(limitMs, look);
  };

  return {
    start: begin,
    stop,
    leftMs: left,
    touched() {
      if (lastAt === null) return;
      if (left() === 0) look();
      // The timer is left as it is: it looks at the clock when it rings.
      else lastAt = now();
    },
  };
}
