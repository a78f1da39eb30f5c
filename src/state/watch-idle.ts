import { createIdleLock, type IdleLock } from '../storage/idle-lock';
import type { Channel } from '../storage/session-news';

export type IdleWatchDeps = {
  /** 0: never. */
  readonly minutes: () => number;
  /** Calls back when the choice was changed. */
  readonly onMinutes: (changed: () => void) => void;
  /** The time now, in milliseconds. */
  readonly now: () => number;
  readonly after: (ms: number, done: () => void) => () => void;
  /** Calls back whenever somebody is here. */
  readonly presence: (here: () => void) => void;
  /** Who works in another window is here as well. */
  readonly channel: Pick<Channel, 'postMessage' | 'addEventListener'>;
  readonly onLock: () => void;
};

/** How often the other windows are told that somebody is here, ms. Chosen: far below the shortest limit. */
const tellEveryMs = 5_000;

/** Watches a device that is open: locks it when nobody was here for the minutes chosen, in any of its windows. */
export function watchIdle({ minutes, onMinutes, now, after, presence, channel, onLock }: IdleWatchDeps): void {
  let idle: IdleLock | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;

  const begin = () => {
    idle?.stop();
    idle = minutes() === 0 ? null : createIdleLock({ now, after, limitMs: minutes() * 60_000, onLock });
    idle?.start();
  };

  begin();
  onMinutes(begin);
  presence(() => {
    idle?.touched();
    // A clock that was set back tells at once.
    if (Math.abs(now() - toldAt) < tellEveryMs) return;
    toldAt = now();
    channel.postMessage({ vault: 'somebody-here' });
  });
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const said = event.data;
    if (typeof said === 'object' && said !== null && 'vault' in said && said.vault === 'somebody-here') idle?.touched();
  });
}
