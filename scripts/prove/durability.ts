import type { Browser } from '@playwright/test';
import { median, quantile } from '../bench/figures';
import { Desk } from './desk';
import { type Ground, withProbe } from './ground';
import { preparedSession } from './prepared';

const saves = 100;

/** What `strict` durability costs beside `relaxed`, in words: a save of one step of a full session, by turns, on this machine. */
export async function timeDurability(browser: Browser, ground: Ground): Promise<string> {
  const times = await Desk.with(browser, ground, (desk) =>
    withProbe(desk.context, ground, (ask) => ask('timeSaves', preparedSession('timed', 0, Date.now()), saves)),
  );
  const said = (ms: readonly number[]): string => `${median(ms).toFixed(1)} ms (p95 ${quantile(ms, 0.95).toFixed(1)})`;
  return `a save of one step: relaxed ${said(times.relaxed)}, strict ${said(times.strict)}, medians of ${String(saves)}`;
}
