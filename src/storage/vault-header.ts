import type { PassphraseWrap, RecoveryWrap } from './key-wraps';

/**
 * What lies before the lock: how the vault's secret is wrapped, how often a wrong passphrase was tried, when the last
 * backup was made. Nothing of it is about a person.
 */
export type VaultHeader = {
  readonly id: 'vault';
  readonly format: 2;
  readonly lock: PassphraseWrap | NoLock;
  readonly recovery: RecoveryWrap | null;
  readonly tries: Tries;
  /** Milliseconds since 1970; null before the first. */
  readonly lastBackupAt: number | null;
};

/** The secret itself: nothing is protected. `chosen` where the practice chose so knowingly, false as long as nobody did. */
export type NoLock = { readonly by: 'none'; readonly secret: string; readonly chosen: boolean };

/** Failed tries since the vault was last unlocked. Times in milliseconds since 1970. */
export type Tries = { readonly failed: number; readonly lastAt: number | null; readonly notBefore: number };

export const noTries: Tries = { failed: 0, lastAt: null, notBefore: 0 };

const freeTries = 3;
const longestWaitMs = 5 * 60_000;

/** How long after the nth failed try the next is refused unseen: 1 s after the third, doubling, at most five minutes. */
export const waitAfter = (failed: number): number =>
  failed < freeTries ? 0 : Math.min(longestWaitMs, 1000 * 2 ** (failed - freeTries));

/**
 * A try that begins now: counted before it is judged, so that closing the window half-way takes nothing back; or how
 * long to wait instead. `tries` is to be kept either way: where the clock was set back, the wait begins again from
 * there, so that it locks nobody out for longer.
 */
export function beginTry(tries: Tries, now: number): { readonly tries: Tries; readonly waitMs: number } {
  const setBack = tries.lastAt !== null && now < tries.lastAt;
  const seen = setBack ? { ...tries, lastAt: now, notBefore: now + waitAfter(tries.failed) } : tries;
  const waitMs = seen.notBefore - now;
  if (waitMs > 0) return { tries: seen, waitMs };
  const failed = seen.failed + 1;
  return { tries: { failed, lastAt: now, notBefore: now + waitAfter(failed) }, waitMs: 0 };
}
