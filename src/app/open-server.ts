import '../messages/later';
import type { HeadRef } from '../anatomy/anchor';
import { err, ok } from '../record/ports';
import type { ClinicServer } from '../state/clinic-server';
import type { Lock } from '../state/lock';
import { createOutboxDesk } from '../state/outbox-desk';
import { type BundleDeps, createMakeBundle } from '../state/server-bundle';
import { createServerDesk } from '../state/server-desk';
import { pullRecords } from '../state/server-pull';
import { takeFound } from '../state/server-take';
import type { SigningDesk } from '../state/signing';
import { randomBytes } from '../storage/bytes';
import type { Channel } from '../storage/session-news';
import { isoNow } from './browser';
import { named } from './demo';
import type { LazyStore } from './lazy-store';
import { network } from './network';

export type ServerParts = {
  readonly store: LazyStore;
  readonly signing: () => Promise<SigningDesk>;
  readonly lock: Lock;
  readonly channel: Channel;
  readonly head: HeadRef;
  readonly version: string;
  /** The procedure note of the last of these versions. */
  readonly pdf: BundleDeps['pdf'];
};

/** Milliseconds after the last file that came in, until it is looked what is to be sent. Chosen. */
const quietMs = 1000;

/** What other windows are told where they are to look again. */
const serverChanged = 'server-changed';

/** Puts the clinic's server together with this browser, and sends what is to be sent from now on. */
export async function openServer({
  store,
  signing,
  lock,
  channel,
  head,
  ...about
}: ServerParts): Promise<ClinicServer> {
  const [{ documents }, signingDesk] = await Promise.all([store.records(), signing()]);
  const mayWork = (): boolean => {
    const { state, wiping } = lock.getState();
    return state === 'open' && wiping !== true;
  };
  const tellOthers = () => {
    channel.postMessage(serverChanged);
  };
  const desk = createServerDesk({
    documents,
    fetch: network,
    now: isoNow,
    randomBytes,
    page: {
      origin: location.origin,
      address: `${location.origin}${location.pathname}`,
      query: () => location.search,
      dropQuery: () => {
        history.replaceState(null, '', `${location.pathname}${location.hash}`);
      },
      leaveFor: (url) => {
        location.assign(url);
      },
    },
    changed: (what) => {
      outbox.stop();
      if (what === 'server') void outbox.sendAgain();
      else {
        tellOthers();
        void outbox.run();
      }
    },
  });
  const outbox = createOutboxDesk({
    documents,
    sessions: store,
    versionsOf: signingDesk.versionsOf,
    makeBundle: createMakeBundle(about),
    connect: desk.connect,
    mayWork,
    now: isoNow,
    random: Math.random,
    oneAtATime: async (work) => {
      // Without them (an old browser) two windows may send the same: the server takes it as once.
      if ('locks' in navigator) await navigator.locks.request(named('aliquot-outbox'), work);
      else await work();
    },
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    log: (record) => signingDesk.log.append({ kind: 'sent', record }),
    tellOthers,
  });
  const look = async (): Promise<void> => {
    if (!mayWork()) return;
    if (await desk.look()) location.hash = '#/settings';
    await outbox.run();
  };
  let fetching = 0;
  let wake: ReturnType<typeof setTimeout> | undefined;
  signingDesk.onSigned((origin) => {
    clearTimeout(wake);
    if (origin === 'signed') void outbox.run();
    // Files come in by the thousand, and what the server itself has is known only once it was fetched.
    else if (fetching === 0) wake = setTimeout(() => void outbox.run(), quietMs);
  });
  addEventListener('online', () => void outbox.runNow());
  lock.subscribe(() => {
    // What is under way when the vault is locked is broken off, and sent again the same once it is open.
    if (!mayWork()) outbox.stop();
    void look();
  });
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === serverChanged) void look();
  });
  void look();

  return {
    desk,
    outbox,
    async fetchRecords(recordNumber, how) {
      const server = await desk.connect();
      if (!server.ok || server.value === null) return err({ key: server.ok ? 'server.none' : 'server.notRead' });
      const { client } = server.value;
      const same = (session: string, versions: number) => outbox.cameFrom(client.base, session, versions);
      const take = { store, signing: signingDesk, head, same };
      fetching += 1;
      try {
        return ok(await pullRecords({ client, take: (found) => takeFound(take, found) }, recordNumber, how));
      } finally {
        fetching -= 1;
        void outbox.run();
      }
    },
  };
}
