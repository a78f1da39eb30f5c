import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Profile } from './profiles';

/** `open`: the records can be used. `locked`: nothing of them is shown. `read-only`: emergency view. `gone`: the page is being loaded anew. */
export type LockState = 'open' | 'locked' | 'read-only' | 'gone';
export type Lock = StoreApi<LockBox>;
type LockBox = {
  readonly state: LockState;
  /** The passphrase was given, and one of these may be at work: that is asked while nothing is shown yet. */
  readonly mayWork?: readonly Profile[];
  /** This window is deleting everything: it stays until that is done. */
  readonly wiping?: boolean;
};

/** Begins locked where the device is known to have a passphrase: the vault is asked behind the lock, not in front of it. */
export const createLock = (locked: boolean): Lock =>
  createStore<LockBox>()(() => ({ state: locked ? 'locked' : 'open' }));
