import { rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../find-browser';
import { serve } from '../serve';
import { type Figure, figure, median, quantile } from './figures';
import type { RecordsBench } from './records-page';
import { buildScriptPage } from './script-page';

const sizes = [10, 1000, 10_000] as const;
const runs = 3;
const budgets = { unlockToListMs: { atMost: 1500 }, searchMs: { atMost: 50 } } as const;

type Page = { readonly recordsBench: RecordsBench };

/** The vault at three sizes, in a real browser with the app's own storage code: unlock, list, search, save, memory. */
export async function measureRecords(): Promise<readonly Figure[]> {
  const directory = await buildScriptPage('records-page.ts');
  const served = await serve({ directory, port: 0 });
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...browserFlags, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  });
  try {
    const figures: Figure[] = [];
    const least = new Map<'unlock' | 'search', number>();
    for (const size of sizes) {
      // Every size on a device of its own; every run a new page on it.
      const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
      const open = async () => {
        const page = await context.newPage();
        await page.goto(served.url);
        await page.waitForFunction('window.recordsBench !== undefined');
        return page;
      };
      const filling = await open();
      await filling.evaluate((count) => (window as unknown as Page).recordsBench.fill(count), size);
      await filling.close();
      const measured = [];
      for (let run = 0; run < runs; run += 1) {
        const page = await open();
        measured.push(await page.evaluate(() => (window as unknown as Page).recordsBench.measure()));
        await page.close();
      }
      if (measured.some(({ count }) => count !== size)) throw new Error('not everything was listed');
      const of = `${String(size)} sessions`;
      const largest = size === sizes.at(-1);
      const unlockToList = median(measured.map(({ unlock, list }) => unlock + list));
      const search = quantile(
        measured.flatMap(({ searches }) => searches),
        0.95,
      );
      /** How much longer it takes than with the fewest sessions. */
      const growth = (what: 'unlock' | 'search', now: number): number => {
        const before = least.get(what) ?? now;
        least.set(what, before);
        return now / before;
      };
      const grown = { unlock: growth('unlock', unlockToList), search: growth('search', search) };
      figures.push(
        figure(
          `records: unlock to list, ${of}, median`,
          unlockToList,
          'ms',
          largest ? budgets.unlockToListMs : undefined,
        ),
        figure(`records: of which the list, ${of}, median`, median(measured.map(({ list }) => list)), 'ms'),
        figure(`records: search made ready, ${of}, median`, median(measured.map(({ prepare }) => prepare)), 'ms'),
        figure(`records: search, ${of}, p95`, search, 'ms', largest ? budgets.searchMs : undefined),
        figure(
          `records: save of one step, ${of}, p95`,
          quantile(
            measured.flatMap(({ saves }) => saves),
            0.95,
          ),
          'ms',
        ),
        figure(
          `records: memory for list and search, ${of}, median`,
          median(measured.map(({ memory }) => memory)) / 1e6,
          'MB',
        ),
      );
      if (largest) {
        const from = `${of} over ${String(sizes[0])}`;
        figures.push(
          figure(`records: unlock to list, ${from}`, grown.unlock, '×'),
          figure(`records: search p95, ${from}`, grown.search, '×'),
        );
        const page = await open();
        const times: number[] = [];
        for (let n = 0; n < 5; n += 1)
          times.push(await page.evaluate(() => (window as unknown as Page).recordsBench.argon()));
        figures.push(figure('records: Argon2id at the standard cost (32 MiB, 3 rounds), median', median(times), 'ms'));
      }
      await context.close();
    }
    return figures;
  } finally {
    await browser.close();
    await served.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
