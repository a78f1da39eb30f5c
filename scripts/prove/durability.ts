import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, quantile } from '../bench/figures';
import { openGround, withProbe } from './ground';
import { startMortalBrowser } from './mortal-browser';
import { preparedSession } from './prepared';

const saves = 100;

/**
 * What `strict` durability costs beside `relaxed`, in words: a save of one step of a full session, by turns, on a profile on
 * this machine's disk. In a window without a profile nothing is flushed, and strict would cost nothing.
 */
export async function timeDurability(): Promise<string> {
  const ground = await openGround();
  const profile = await mkdtemp(join(tmpdir(), 'aliquot-durability-'));
  const browser = await startMortalBrowser(profile);
  try {
    const times = await withProbe(browser.context, ground, (ask) =>
      ask('timeSaves', preparedSession('timed', 0, Date.now()), saves),
    );
    const said = (ms: readonly number[]): string =>
      `${median(ms).toFixed(1)} ms (p95 ${quantile(ms, 0.95).toFixed(1)})`;
    return `a save of one step: relaxed ${said(times.relaxed)}, strict ${said(times.strict)}, medians of ${String(saves)}`;
  } finally {
    await browser.kill();
    await ground.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
