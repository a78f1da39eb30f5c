import {
  type Build,
  busyWith,
  createUpdates,
  type Kept,
  type NotKept,
  type UpdatePorts,
  type Updates,
} from '../state/updates';
import type { Kit } from './app';
import type { BeforeLock } from './open-outcomes';
import { canKeep } from './register-offline';
import { atWork, watchTyping } from './under-way';
import type { AboutBuild, Standing, Taking, ToWindow, ToWorker } from './update-talk';

export type UpdateParts = Pick<Kit, 'chart' | 'lock' | 'settings'> & { readonly beforeLock: BeforeLock };

const putOffKey = 'aliquot.putOff';

/** With the window; a browser that forbids it only offers again after a reload. */
const putOff: UpdatePorts['putOff'] = {
  read: () => {
    try {
      return sessionStorage.getItem(putOffKey);
    } catch {
      return null;
    }
  },
  write: (hash) => {
    try {
      sessionStorage.setItem(putOffKey, hash);
    } catch {
      // It is put off in this page all the same.
    }
  },
};

/** A worker asks the windows for 3 s; it is given twice that. */
const answerMs = 6_000;

/** How often a window that is looked at again asks whether there is a newer version, ms. Chosen: once an hour. */
const lookMs = 3_600_000;

/** Keeps the app on this device, sees what newer versions come, and takes one where the user chooses to. */
export function openUpdates({ chart, lock, settings, beforeLock }: UpdateParts): Updates {
  let registration: ServiceWorkerRegistration | null = null;
  const standing = async () => {
    await Promise.all([...beforeLock].map((flush) => flush()));
    return busyWith(chart.store.getState(), atWork());
  };
  const updates = createUpdates({
    standing,
    async take() {
      const waiting = registration?.waiting;
      if (waiting == null) {
        // Another window was quicker.
        await updates.taken();
        return null;
      }
      const answer = await ask<Taking>(waiting, { aliquot: 'take' });
      return answer === null ? { why: 'silent', where: 'elsewhere' } : answer.refused;
    },
    reload: () => {
      location.reload();
    },
    putOff,
  });
  if (!canKeep()) {
    updates.store.setState({ kept: { kind: 'cannot' } });
    return updates;
  }
  watchTyping();
  forgetRefusals(updates, chart);
  showWhenWaiting(updates, { chart, lock, settings });

  const { serviceWorker } = navigator;
  const entry = entryFile();
  /** The build that this window is of, or stood under first, answers no more once another is in charge. */
  let inCharge = serviceWorker.controller;
  serviceWorker.addEventListener('controllerchange', () => {
    const before = inCharge;
    inCharge = serviceWorker.controller;
    if (before !== null && before !== inCharge) void updates.taken();
    else void look();
  });
  serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    const said = data as ToWindow | null;
    if (said?.aliquot === 'may-take') {
      void standing()
        // What could not be asked is not known to be free.
        .catch(() => 'work' as const)
        .then((busy) => ports[0]?.postMessage({ busy } satisfies Standing));
    } else if (said?.aliquot === 'not-kept') missed(said.why);
  });

  const missed = (why: NotKept) => {
    const newer = registration !== null && registration.active !== null;
    updates.store.setState(newer ? { missed: why } : { kept: { kind: 'failed', why } });
  };

  const look = async (): Promise<void> => {
    if (registration === null) return;
    const { active, waiting } = registration;
    const about = (worker: ServiceWorker | null) =>
      worker === null ? null : ask<AboutBuild>(worker, { aliquot: 'tell', entry });
    // The first of all waits for a moment as well, and is nothing newer.
    const [here, newer] = await Promise.all([about(active), about(active === null ? null : waiting)]);
    if (here?.yours === true) {
      const kept: Kept = here.whole ? { kind: 'whole' } : { kind: 'failed', why: 'not-loaded' };
      updates.store.setState({ here: buildOf(here), kept });
    } else if (here !== null && inCharge !== null && waiting === null) {
      // This window was slow to begin, and another build was taken in the meantime.
      updates.store.setState({ waiting: { ...buildOf(here), taken: true } });
    }
    if (newer !== null && registration.waiting === waiting)
      updates.store.setState({ waiting: { ...buildOf(newer), taken: false }, missed: null });
  };

  const follow = (worker: ServiceWorker): void => {
    let before = worker.state;
    worker.addEventListener('statechange', () => {
      // One that was whole and is given up made way for a newer one.
      if (worker.state === 'redundant' && before === 'installing') {
        const { kept, missed: why } = updates.store.getState();
        if (kept.kind !== 'failed' && why === null) missed('not-loaded');
      }
      if (worker.state === 'installed' || worker.state === 'activated') void look();
      before = worker.state;
    });
  };

  const begin = (found: ServiceWorkerRegistration) => {
    registration = found;
    if (found.installing !== null) follow(found.installing);
    found.addEventListener('updatefound', () => {
      if (found.installing !== null) follow(found.installing);
    });
    void look();
    askNowAndThen(found);
  };

  serviceWorker
    // The worker's file must never come from the browser's cache, or a new version would not be seen.
    .register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' })
    // With no network, the one that is there goes on.
    .catch(() => serviceWorker.getRegistration())
    .then(
      (found) => {
        if (found === undefined) missed('not-loaded');
        else begin(found);
      },
      () => {
        missed('not-loaded');
      },
    );
  return updates;
}

const buildOf = ({ app, hash }: Build): Build => ({ app, hash });

/**
 * This very file, as a build names it: its name tells of what it loads, and what that loads, and so of the whole build that this
 * window was loaded from.
 */
const entryFile = (): string => import.meta.url.slice(new URL('.', document.baseURI).href.length);

/** What a worker answers; null where it does not in time, as those of before this was asked. */
function ask<T>(worker: ServiceWorker, question: ToWorker): Promise<T | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const told = (answer: T | null) => {
      clearTimeout(late);
      port1.close();
      resolve(answer);
    };
    const late = setTimeout(() => {
      told(null);
    }, answerMs);
    port1.onmessage = ({ data }: MessageEvent<T>) => {
      told(data);
    };
    worker.postMessage(question, [port2]);
  });
}

/** The browser looks for a newer version when a page is opened; one that stays open for weeks has it look as well. */
function askNowAndThen(registration: ServiceWorkerRegistration): void {
  let asked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - asked < lookMs) return;
    asked = performance.now();
    // With no network there is nothing newer to be had.
    registration.update().catch(() => undefined);
  });
}

/** Why it was not taken is no longer true for long: what is open has changed with the session, or the screen. */
function forgetRefusals({ store }: Updates, chart: Kit['chart']): void {
  const forget = () => {
    if (store.getState().refused !== null) store.setState({ refused: null });
  };
  addEventListener('hashchange', forget);
  chart.store.subscribe((now, before) => {
    if (now.session?.finishedAt !== before.session?.finishedAt) forget();
  });
}

/** The notice is fetched when there is something to say. */
function showWhenWaiting(updates: Updates, kit: Pick<Kit, 'chart' | 'lock' | 'settings'>): void {
  const stop = updates.store.subscribe(({ waiting }) => {
    if (waiting === null) return;
    stop();
    import('./show-update-notice').then(
      ({ showUpdateNotice }) => {
        showUpdateNotice(updates, kit);
      },
      // Settings offers the same.
      () => undefined,
    );
  });
}
