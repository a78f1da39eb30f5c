import { createStore, type StoreApi } from 'zustand/vanilla';
import { err, type Result } from '../record/ports';
import type { AuditLog } from './audit-log';
import type { Profile, ProfileRefusal, Profiles } from './profiles';

/** Who said to be at work in this window; null while nobody did. It is forgotten with the window, and so by every lock. */
export type AtWork = { readonly worker: { readonly profile: Profile; readonly pin: boolean } | null };

export type AtWorkDesk = {
  readonly store: StoreApi<AtWork>;
  /** Says who is at work. With the PIN the log says that it was given; null: without. A wrong one changes nothing. */
  readonly begin: (profile: Profile, pin: string | null) => Promise<Result<null, ProfileRefusal>>;
  readonly leave: () => Promise<void>;
  /**
   * Somebody signed, and so gave the PIN. On a device of one injector nobody has to say more than that; on one of several,
   * who signs a record is not therefore the one who goes on working.
   */
  readonly signed: (profile: string) => Promise<void>;
};

/** Nobody at first. Apart from the desk, since the log that the desk writes to asks it who is at work. */
export const createAtWorkStore = (): StoreApi<AtWork> => createStore<AtWork>()(() => ({ worker: null }));

/**
 * Puts every change in the log; who is at work changes even where that fails, and `begin` alone answers the failure.
 */
export function createAtWork(
  store: StoreApi<AtWork>,
  { profiles, log }: { readonly profiles: Pick<Profiles, 'list' | 'open'>; readonly log: Pick<AuditLog, 'append'> },
): AtWorkDesk {
  const leave = async (): Promise<void> => {
    const { worker } = store.getState();
    if (worker === null) return;
    store.setState({ worker: null });
    await log.append(
      { kind: 'left-work', profile: worker.profile.id },
      { profile: worker.profile.id, pin: worker.pin },
    );
  };
  return {
    store,
    leave,

    async begin(profile, pin) {
      if (pin !== null) {
        const opened = await profiles.open(profile.id, pin);
        if (!opened.ok) return err(opened.error);
      }
      await leave();
      store.setState({ worker: { profile, pin: pin !== null } });
      return log.append({ kind: 'at-work', profile: profile.id });
    },

    async signed(id) {
      if (store.getState().worker !== null) return;
      const all = await profiles.list();
      const [only, another] = all.ok ? all.value.filter(({ elsewhere }) => elsewhere !== true) : [];
      if (only?.id !== id || another !== undefined || store.getState().worker !== null) return;
      store.setState({ worker: { profile: only, pin: true } });
      await log.append({ kind: 'at-work', profile: id });
    },
  };
}

/** Those of whom one may be at work here, where that has to be asked: on a device of several, while nobody said so. */
export function whoMayWork(profiles: readonly Profile[], { worker }: AtWork): readonly Profile[] {
  const own = profiles.filter(({ elsewhere }) => elsewhere !== true);
  return worker === null && own.length > 1 ? own : [];
}

/** For the log: who, and whether the PIN says so. */
export function workerOf({ worker }: AtWork): { readonly profile: string; readonly pin: boolean } | null {
  return worker === null ? null : { profile: worker.profile.id, pin: worker.pin };
}
