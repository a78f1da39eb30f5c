import type { StoreApi } from 'zustand/vanilla';
import type { ChartState } from '../chart-state';
import type { SecondChannel } from './told';

type Deps = {
  readonly chart: StoreApi<ChartState>;
  readonly channel: SecondChannel;
  /** Names this window among those of the browser; means nothing else. */
  readonly window: string;
  /** The time now, in milliseconds. */
  readonly now: () => number;
};

/** A window that was just opened asks within this time, ms. Chosen: also on a slow device. */
const leadMs = 15_000;

/** The charting side: tells second screens which session is charted, which site is selected and where the view is. */
export function tellSecond({ chart, channel, window, now }: Deps) {
  let leadUntil = Number.NEGATIVE_INFINITY;

  const tell = (asked: boolean) => {
    const { session, selected, next, view } = chart.getState();
    if (session === null) return;
    const lead = now() < leadUntil;
    channel.post({ kind: 'charting', window, session: session.id, selected, next, view, asked, lead });
  };

  const unsubscribe = chart.subscribe((after, before) => {
    const asked = after.turnTo !== before.turnTo && after.turnTo !== null && 'preset' in after.turnTo;
    const changed =
      after.session?.id !== before.session?.id ||
      after.selected !== before.selected ||
      after.next !== before.next ||
      after.view !== before.view;
    if (asked || changed) tell(asked);
  });
  const off = channel.hear(({ kind }) => {
    if (kind === 'who') tell(false);
  });
  tell(false);

  return {
    /** A second screen is being opened from here: it belongs to this window, whoever else charts. */
    lead: () => {
      leadUntil = now() + leadMs;
      tell(false);
    },
    left: () => {
      channel.post({ kind: 'left', window });
    },
    stop: () => {
      unsubscribe();
      off();
      channel.post({ kind: 'left', window });
    },
  };
}
