import type { Lock } from '../state/lock';

/**
 * Takes everything off the screen at once, then loads the page anew: no store, no component and no key of this window
 * outlives that. A wiped device begins without an address either.
 */
export function shut(lock: Lock, wiped: boolean): void {
  const { state, wiping } = lock.getState();
  if (state === 'gone' || wiping === true) return;
  lock.setState({ state: 'gone' });
  if (wiped) history.replaceState(null, '', location.pathname);
  location.reload();
}
