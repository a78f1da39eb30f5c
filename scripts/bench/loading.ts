import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../find-browser';
import { serve } from '../serve';
import { dist } from '../vite/build-inputs';
import { type Figure, figure } from './figures';
import { firstScriptKilobytes, gzipBytes, packedKilobytes } from './first-load';

const viewport = { width: 1440, height: 900 };
const usableMark = '/bench-usable';
const ready = '[data-usable="true"]';
const kilobyte = 1000;
const budgets = {
  scriptKilobytes: { atMost: firstScriptKilobytes },
  firstModelKilobytes: { atMost: 250 },
  drawCalls: { atMost: 25 },
  triangles: { full: { atMost: 200_000 }, light: { atMost: 110_000 } },
  idleFrames: { atMost: 0 },
} as const;

type Asked = { readonly path: string };
type Bench = { readonly browser: Browser; readonly url: string; readonly asked: Asked[] };

/** What is loaded until the sites can be operated, and what is drawn then. */
export async function measureLoading(): Promise<readonly Figure[]> {
  const asked: Asked[] = [];
  const served = await serve({
    directory: dist,
    port: 0,
    // The server's own log sees what workers and lazy chunks ask for, which a page's does not always.
    before: (request) => {
      asked.push({ path: new URL(request.url ?? '/', 'http://localhost').pathname });
      return false;
    },
  });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags] });
  try {
    const bench: Bench = { browser, url: served.url, asked };
    return [
      ...(await measureTransfer(bench)),
      ...(await measureDrawing(bench, 'full')),
      ...(await measureDrawing(bench, 'light')),
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

/** A page with nothing kept from before, which can reach nothing but the bench's own server. */
async function withPage<T>({ browser, url }: Bench, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  try {
    await context.route(
      (asked) => !asked.href.startsWith(url) && !/^(blob|data):/.test(asked.href),
      (route) => {
        throw new Error(`a request left the origin: ${route.request().url()}`);
      },
    );
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.addInitScript(`
      new MutationObserver((_, observer) => {
        if (document.querySelector('${ready}') === null) return;
        // In the server's log, between what was asked for before and what follows by itself.
        fetch('${usableMark}');
        observer.disconnect();
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-usable'] });
    `);
    return await use(page);
  } finally {
    await context.close();
  }
}

const distinct = (asked: readonly Asked[], extension: string): readonly string[] => [
  ...new Set(asked.map(({ path }) => path).filter((path) => path.endsWith(extension))),
];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Script and model bytes up to the moment the sites can be operated, and after three further quiet seconds. */
async function measureTransfer(bench: Bench): Promise<readonly Figure[]> {
  bench.asked.length = 0;
  await withPage(bench, async (page) => {
    await page.goto(bench.url);
    await page.locator(ready).waitFor();
    await page.locator('[data-detail="full"][data-muscles="true"]').waitFor();
    // The anatomy follows in a worker of its own.
    if (page.workers().length === 0) await page.waitForEvent('worker', { timeout: 20_000 });
    let seen = -1;
    while (seen !== bench.asked.length) {
      seen = bench.asked.length;
      await page.waitForTimeout(3000);
    }
  });
  const mark = bench.asked.findIndex(({ path }) => path === usableMark);
  if (mark === -1) throw new Error('the page did not say when it could be operated');
  const until = bench.asked.slice(0, mark);
  const scripts = distinct(bench.asked, '.js');
  const everyScript = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const [firstModel] = distinct(until, '.glb');
  if (firstModel === undefined) throw new Error('no model was loaded before the map was usable');
  const size = (path: string) => statSync(join(dist, path)).size / kilobyte;
  return [
    figure(
      'JS until the sites can be operated, gzip',
      packedKilobytes(distinct(until, '.js')),
      'kB',
      budgets.scriptKilobytes,
    ),
    figure('JS with what follows by itself (lazy chunks, workers), gzip', packedKilobytes(scripts), 'kB'),
    figure('JS of the whole build, gzip', packedKilobytes(everyScript), 'kB'),
    figure('first model', size(firstModel), 'kB', budgets.firstModelKilobytes),
    figure('first model, gzip', gzipBytes(firstModel) / kilobyte, 'kB'),
    figure('all models', sum(distinct(bench.asked, '.glb').map(size)), 'kB'),
    figure('requests until the sites can be operated', until.length, ''),
  ];
}

/** What the graphics card is asked to do with a session open, muscles shown and a site selected. */
async function measureDrawing(bench: Bench, detail: 'full' | 'light'): Promise<readonly Figure[]> {
  return withPage(bench, async (page) => {
    await page.goto(`${bench.url}#/settings`);
    await page.getByLabel('Head model').selectOption(detail);
    await page.getByRole('link', { name: 'Chart' }).click();
    await page.locator(ready).waitFor();
    await page.getByRole('button', { name: 'New session' }).click();
    await page.getByRole('radio', { name: 'Muscles' }).check();
    await page.getByRole('region', { name: 'Injection sites' }).getByRole('treeitem', { level: 2 }).first().click();
    const map = page.locator(ready);
    const read = async (name: string) => Number(await map.getAttribute(name));
    await page.locator(`[data-detail="${detail}"][data-muscles="true"]`).waitFor();
    const settled = async (quietMs: number): Promise<number> => {
      const before = await read('data-frames');
      await page.waitForTimeout(quietMs);
      return (await read('data-frames')) - before;
    };
    while ((await settled(1500)) > 0);
    const drawn = [
      figure(`draw calls, ${detail} head, everything on`, await read('data-draw-calls'), '', budgets.drawCalls),
      figure(`triangles, ${detail} head, everything on`, await read('data-triangles'), '', budgets.triangles[detail]),
    ];
    const idle = figure(`frames in 5 idle seconds, ${detail} head`, await settled(5000), '', budgets.idleFrames);
    return [...drawn, idle];
  });
}
