import type { StoreApi } from 'zustand/vanilla';
import type { SessionStore } from '../record/ports';
import type { ChartState } from '../state/chart-state';
import { orderOf, type PracticeStore } from '../state/practice';
import { routeFragment } from '../state/route';
import type { SecondDesk } from '../state/second/desk';
import { createSecond } from '../state/second/follow';
import { tellSecond } from '../state/second/tell';
import { readTold, type SecondChannel } from '../state/second/told';
import type { SettingsStore } from '../state/settings';
import type { SigningDesk } from '../state/signing';
import type { Channel } from '../storage/session-news';
import { newId } from './browser';
import { named } from './demo';

/** What windows tell each other over a channel of their own; whatever is not understood is passed over. */
const secondChannel = (channel: Channel): SecondChannel => ({
  post: (told) => {
    channel.postMessage(told);
  },
  hear: (listener) => {
    const hear = ({ data }: MessageEvent<unknown>) => {
      const told = readTold(data);
      if (told !== null) listener(told);
    };
    channel.addEventListener('message', hear);
    return () => {
      channel.removeEventListener('message', hear);
    };
  },
});

export type SecondParts = {
  readonly chart: StoreApi<ChartState>;
  readonly store: SessionStore;
  readonly settings: SettingsStore;
  readonly practice: PracticeStore;
  readonly signing: () => Promise<Pick<SigningDesk, 'opened'>>;
};

/** Second screens, on both sides, put together with this browser. */
export function openSecond({ chart, store, settings, practice, signing }: SecondParts): SecondDesk {
  const channel = secondChannel(new BroadcastChannel(named('aliquot-second')));
  const window = newId();
  let telling: ReturnType<typeof tellSecond> | null = null;
  return {
    tell: () => {
      const told = tellSecond({ chart, channel, window, now: Date.now });
      telling = told;
      addEventListener('pagehide', told.left);
      return () => {
        removeEventListener('pagehide', told.left);
        if (telling === told) telling = null;
        told.stop();
      };
    },
    open: () => {
      telling?.lead();
      const there = new URL(routeFragment({ screen: 'second' }), location.href);
      // By its name the same window is used again; then it lets go of this one.
      const opened = globalThis.open(there, named('aliquot-second'), 'popup,width=1280,height=800');
      if (opened === null) return false;
      opened.opener = null;
      opened.focus();
      return true;
    },
    follow: () =>
      createSecond({
        sessions: store,
        channel,
        order: () => orderOf(settings.getState(), practice.getState()),
        opened: async (session, how) => (await signing()).opened(session, how),
        after: (ms, done) => {
          const timer = setTimeout(done, ms);
          return () => {
            clearTimeout(timer);
          };
        },
      }),
  };
}
