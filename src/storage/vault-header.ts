import type { PassphraseWrap, RecoveryWrap } from './key-wraps';

/**
 * What lies before the lock: how the vault's secret is wrapped, how often a wrong passphrase was tried, when the last
 * backup was made, what the audit log has yet to be told. Nothing of it is about a person.
 */
export type VaultHeader = {
  readonly id: 'vault';
  readonly format: 2;
  readonly lock: PassphraseWrap | NoLock;
  readonly recovery: RecoveryWrap | null;
  readonly tries: Tries;
  /** Milliseconds since 1970; null before the first. */
  readonly lastBackupAt: number | null;
  /** Absent in headers of before it was kept. */
  readonly untold?: readonly Untold[];
};

/** All that is left of a device that was wiped: when. It becomes the first line of the next vault's audit log. */
export type WipeMark = { readonly id: 'wiped'; readonly at: number };

/** What lies under `vault` is a header. */
export const headerIn = (row: VaultHeader | WipeMark | undefined): VaultHeader | null =>
  row?.id === 'vault' ? row : null;

/**
 * What the audit log could not be told when it happened, because the vault was locked or opened to be read only. It waits
 * in the header, in plain: what and when, never whose. `at` is the last time, in milliseconds since 1970.
 */
export type Untold = { readonly kind: string; readonly times: number; readonly at: number };

/** Rows that are kept apart. What comes after them is counted in the last one of its kind, so that nobody fills the disk. */
const mostRows = 64;

/** The header with something more to be told. */
export function withUntold(header: VaultHeader, kind: string, at: number, times = 1): VaultHeader {
  if (times <= 0) return header;
  const untold = header.untold ?? [];
  const same = untold.findLastIndex((one) => one.kind === kind);
  if (same === -1 || (same < untold.length - 1 && untold.length < mostRows))
    return { ...header, untold: [...untold, { kind, times, at }] };
  return {
    ...header,
    untold: untold.map((one, n) => (n === same ? { kind, times: one.times + times, at } : one)),
  };
}

/** The secret itself: nothing is protected. `chosen` where the practice chose so knowingly, false as long as nobody did. */
type NoLock = { readonly by: 'none'; readonly secret: string; readonly chosen: boolean };

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
