import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../find-browser';
import { serve } from '../serve';
import { dist } from '../vite/build-inputs';
import { type Figure, figure, median } from './figures';
import { peerHandler } from './peer';

const viewport = { width: 1440, height: 900 };
const usableMark = '/bench-usable';
const ready = '[data-usable="true"]';
const kilobyte = 1000;
const budgets = {
  scriptKilobytes: { atMost: 380 },
  firstModelKilobytes: { atMost: 250 },
  drawCalls: { atMost: 40 },
  triangles: { full: { atMost: 200_000 }, light: { atMost: 110_000 } },
  idleFrames: { atMost: 0 },
  loadRatio: { atMost: 1 },
} as const;

type Asked = { readonly path: string };
type Bench = { readonly browser: Browser; readonly url: string; readonly asked: Asked[] };

/** Everything that is measured in a browser: what is loaded, what is drawn, how long it takes beside the peer. */
export async function measureLoading(runs: number): Promise<readonly Figure[]> {
  const asked: Asked[] = [];
  let canvas = { width: 832, height: 800 };
  const peer = peerHandler(() => canvas);
  const served = await serve({
    directory: dist,
    port: 0,
    // The server's own log sees what workers and lazy chunks ask for, which a page's does not always.
    before: (request, response) => {
      asked.push({ path: new URL(request.url ?? '/', 'http://localhost').pathname });
      return peer(request, response);
    },
  });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags] });
  try {
    const bench: Bench = { browser, url: served.url, asked };
    const drawing = [...(await measureDrawing(bench, 'full')), ...(await measureDrawing(bench, 'light'))];
    canvas = await canvasSize(bench);
    return [...(await measureTransfer(bench)), ...drawing, ...(await measureColdLoads(bench, runs))];
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
        window.benchUsable?.(performance.now());
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

async function canvasSize(bench: Bench): Promise<{ width: number; height: number }> {
  return withPage(bench, async (page) => {
    await page.goto(bench.url);
    const box = await page.locator(ready).boundingBox();
    if (box === null) throw new Error('the map has no size');
    return { width: Math.round(box.width), height: Math.round(box.height) };
  });
}

const gzipBytes = (path: string): number => gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
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
  const packed = (paths: readonly string[]) => sum(paths.map(gzipBytes)) / kilobyte;
  return [
    figure('JS until the sites can be operated, gzip', packed(distinct(until, '.js')), 'kB', budgets.scriptKilobytes),
    figure('JS with what follows by itself (lazy chunks, workers), gzip', packed(scripts), 'kB'),
    figure('JS of the whole build, gzip', packed(everyScript), 'kB'),
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

/** Cold loads of the app and of the peer in turn, so that whatever slows the machine slows both. */
async function measureColdLoads(bench: Bench, runs: number): Promise<readonly Figure[]> {
  const model = (name: string) => {
    const file = readdirSync(join(dist, 'assets')).find((path) => path.startsWith(`${name}-`) && path.endsWith('.glb'));
    if (file === undefined) throw new Error(`the build has no ${name}.glb`);
    return encodeURIComponent(`/assets/${file}`);
  };
  // The page calls back: under its policy nothing can be evaluated in it from outside.
  const usableAt = (path: string) =>
    withPage(bench, async (page) => {
      let told: (at: number) => void = () => undefined;
      const usable = new Promise<number>((resolve) => {
        told = resolve;
      });
      await page.exposeFunction('benchUsable', (at: number) => {
        told(at);
      });
      await page.goto(`${bench.url}${path}`);
      const late = page.waitForTimeout(120_000).then(() => {
        throw new Error(`${path} did not become usable`);
      });
      // When the page closes, the wait ends with an error that nobody needs.
      late.catch(() => undefined);
      return Promise.race([usable, late]);
    });
  const contenders = {
    ours: () => usableAt(''),
    same: () => usableAt(`peer/?model=${model('head-light')}`),
    full: () => usableAt(`peer/?model=${model('head')}`),
  };
  const times: Record<keyof typeof contenders, number[]> = { ours: [], same: [], full: [] };
  for (let run = 0; run < runs; run += 1) {
    for (const name of ['ours', 'same', 'full'] as const) times[name].push(await contenders[name]());
  }
  return [
    figure('cold loads of each', runs, ''),
    figure('cold load to usable map, median', median(times.ours), 'ms'),
    figure('model-viewer with the same GLB (the first model), median', median(times.same), 'ms'),
    figure('model-viewer with the full head, median', median(times.full), 'ms'),
    figure(
      'cold load as a ratio to model-viewer with the same GLB',
      median(times.ours) / median(times.same),
      '×',
      budgets.loadRatio,
    ),
    figure('cold load as a ratio to model-viewer with the full head', median(times.ours) / median(times.full), '×'),
  ];
}
