import type { Busy, Refused } from '../state/updates';

/** A window, and what it said of itself; `silent` where it said nothing in time. */
export type Answered = { readonly id: string; readonly busy: Busy | 'silent' | null };

/** Who does not answer is not known to be free; but what is known to be open is the better reason. */
const weightiest: readonly (Busy | 'silent')[] = ['session', 'not-saved', 'work', 'silent'];

/**
 * Why a newer build does not take over now: the weightiest reason of all windows, and of those with the same one the window
 * that asks. Null where every window is free. Only the service worker may import this: shared with a page it would become
 * a file of its own, which a worker cannot load.
 */
export function refusalOf(asker: string, windows: readonly Answered[]): Refused | null {
  for (const why of weightiest) {
    const those = windows.filter(({ busy }) => busy === why);
    if (those.length > 0) return { why, where: those.some(({ id }) => id === asker) ? 'here' : 'elsewhere' };
  }
  return null;
}
