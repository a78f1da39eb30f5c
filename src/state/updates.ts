import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChartState } from './chart-state';
import type { LockState } from './lock';
import type { Route } from './route';
import { isLocked } from './signature';

/** A build of the app: the version that people say, and the hash over its files that tells it from every other. */
export type Build = { readonly app: string; readonly hash: string };

/** Why a build could not be kept: the disk is full, or not every file of it arrived. */
export type NotKept = 'full' | 'not-loaded';

/** How far this window's own version is kept on the device. */
export type Kept =
  /** Not known yet, or being copied. */
  | { readonly kind: 'keeping' }
  | { readonly kind: 'whole' }
  /** Not in this browser, or not at this address. */
  | { readonly kind: 'cannot' }
  | { readonly kind: 'failed'; readonly why: NotKept };

/** What keeps a window from being loaded anew now: an open session, a step that is not kept, or something else under way. */
export type Busy = 'session' | 'not-saved' | 'work';

/** Why a newer version is not taken now. `silent`: a window does not say what is open in it. */
export type Refused = { readonly why: Busy | 'silent'; readonly where: 'here' | 'elsewhere' };

export type UpdatesState = {
  /** What this window was loaded from; null while that is not known. */
  readonly here: Build | null;
  readonly kept: Kept;
  /**
   * A newer build that lies on the device whole. `taken`: another window took it while this one was at work, so that this
   * one alone is still of the version before.
   */
  readonly waiting: (Build & { readonly taken: boolean }) | null;
  /** A newer build was there and could not be kept. */
  readonly missed: NotKept | null;
  /** The hash of the build that was put off: it is offered in Settings alone. */
  readonly putOff: string | null;
  readonly taking: boolean;
  readonly refused: Refused | null;
};

export type UpdatePorts = {
  /** Saves what is being saved, then says what keeps this window from being loaded anew; null where nothing does. */
  readonly standing: () => Promise<Busy | null>;
  /** Has every window asked, and the waiting build take over where none is at work; null where it does. */
  readonly take: () => Promise<Refused | null>;
  readonly reload: () => void;
  /** Which build was put off in this window, across its reloads. */
  readonly putOff: { readonly read: () => string | null; readonly write: (hash: string) => void };
};

export type Updates = {
  readonly store: StoreApi<UpdatesState>;
  /** By the user's choice alone: takes the waiting build if nobody is at work in any window, else says why not. */
  readonly take: () => Promise<void>;
  /** Offers it no more in this window; it is taken once every window was closed. */
  readonly later: () => void;
  /** The worker in charge has changed: another build answers from now on, and this window follows once it may. */
  readonly taken: () => Promise<void>;
};

/** A chart's part in it: an open session is never taken from under a hand, nor a step that is not kept. */
export function busyWith(
  { session, signature, save }: Pick<ChartState, 'session' | 'signature' | 'save'>,
  atWork: boolean,
): Busy | null {
  if (session !== null && session.finishedAt === undefined && !isLocked(signature)) return 'session';
  if (session !== null && save !== null && save.kind !== 'saved') return 'not-saved';
  return atWork ? 'work' : null;
}

/**
 * Whether the notice may stand above the screen. Not over an open chart, where it would move what a hand is about to press, nor
 * where a patient looks. Settings has the same offer always, and needs no second one.
 */
export function noticeFits(
  { waiting, putOff }: Pick<UpdatesState, 'waiting' | 'putOff'>,
  shown: { readonly screen: Route['screen']; readonly lock: LockState; readonly sessionOpen: boolean },
): boolean {
  if (waiting === null || waiting.hash === putOff || shown.lock !== 'open') return false;
  if (shown.screen === 'preview' || shown.screen === 'second' || shown.screen === 'settings') return false;
  return shown.screen !== 'chart' || !shown.sessionOpen;
}

/** Knows of builds what others put into its store, and by itself only which one was put off. */
export function createUpdates({ standing, take, reload, putOff }: UpdatePorts): Updates {
  const store = createStore<UpdatesState>()(() => ({
    here: null,
    kept: { kind: 'keeping' },
    waiting: null,
    missed: null,
    putOff: putOff.read(),
    taking: false,
    refused: null,
  }));
  return {
    store,
    async take() {
      const { waiting, taking } = store.getState();
      if (waiting === null || taking) return;
      store.setState({ taking: true, refused: null });
      try {
        // Of those that are asked this window is one, but for a build that is in charge already.
        const busy = waiting.taken ? await standing() : null;
        const refused: Refused | null = waiting.taken
          ? busy === null
            ? null
            : { why: busy, where: 'here' }
          : await take();
        if (refused !== null) store.setState({ taking: false, refused });
        else if (waiting.taken) reload();
      } catch (error) {
        store.setState({ taking: false });
        throw error;
      }
    },
    later() {
      const { waiting } = store.getState();
      if (waiting === null) return;
      putOff.write(waiting.hash);
      store.setState({ putOff: waiting.hash, refused: null });
    },
    async taken() {
      if ((await standing()) === null) {
        reload();
        return;
      }
      const { waiting } = store.getState();
      store.setState({
        taking: false,
        refused: null,
        ...(waiting === null ? {} : { waiting: { ...waiting, taken: true } }),
      });
    },
  };
}
