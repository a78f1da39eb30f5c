import { createStore, type StoreApi } from 'zustand/vanilla';

/** `open`: the records can be used. `locked`: nothing of them is shown. `read-only`: emergency view. `gone`: the page is being loaded anew. */
export type LockState = 'open' | 'locked' | 'read-only' | 'gone';
export type Lock = StoreApi<LockBox>;
type LockBox = {
  readonly state: LockState;
  /** The passphrase was given in this window: neither a device that has none nor the emergency view. */
  readonly unlocked?: boolean;
  /** This window is deleting everything: it stays until that is done. */
  readonly wiping?: boolean;
};

/** Begins locked where the device is known to have a passphrase: the vault is asked behind the lock, not in front of it. */
export const createLock = (locked: boolean): Lock =>
  createStore<LockBox>()(() => ({ state: locked ? 'locked' : 'open' }));
