import { readFileSync, rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../find-browser';
import { serve } from '../serve';
import type { ExportBench } from './export-page';
import { type Figure, figure } from './figures';
import { buildScriptPage } from './script-page';

const size = 10_000;
const budgets = { ms: { atMost: 60_000 }, mb: { atMost: 500 } } as const;

type Page = { readonly exportBench: ExportBench };

/** All sessions of a full vault out as one file, in a real browser with the app's own code: time, memory, pauses. */
export async function measureExport(count = size): Promise<readonly Figure[]> {
  const directory = await buildScriptPage('export-page.ts');
  const served = await serve({ directory, port: 0 });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags] });
  const system = await browser.newBrowserCDPSession();
  const peaks = async (): Promise<readonly number[]> => {
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
  };
  try {
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
    const open = async () => {
      const page = await context.newPage();
      await page.goto(served.url);
      await page.waitForFunction('window.exportBench !== undefined');
      return page;
    };
    const filling = await open();
    await filling.evaluate((n) => (window as unknown as Page).exportBench.fill(n), count);
    await filling.close();
    const figures: Figure[] = [];
    for (const format of ['csv', 'json'] as const) {
      // A new page: in its process nothing was made yet.
      const page = await open();
      const done = await page.evaluate((one) => (window as unknown as Page).exportBench.run(one), format);
      if (done.count !== count) throw new Error('not everything was exported');
      const peak = Math.max(0, ...(await peaks()));
      await page.close();
      const of = `${String(count)} sessions as ${format === 'csv' ? 'CSV' : 'session files in a ZIP'}`;
      figures.push(
        figure(`export: ${of}`, done.ms, 'ms', count === size ? budgets.ms : undefined),
        figure(`export: ${of}, size of the file`, done.bytes / 1e6, 'MB'),
        figure(`export: ${of}, longest that the page did not answer`, done.longest, 'ms'),
        ...(peak > 0 ? [figure(`export: ${of}, most memory of the page's process`, peak / 1e6, 'MB', budgets.mb)] : []),
      );
    }
    return figures;
  } finally {
    await browser.close();
    await served.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The most memory that a process ever had in use, in bytes, as Linux tells it; 0 elsewhere. */
function peakOf(pid: number): number {
  try {
    return 1024 * Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
