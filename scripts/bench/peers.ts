import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../find-browser';
import { serve } from '../serve';
import { dist } from '../vite/build-inputs';
import { compositionFlags } from './composition';
import { type Figure, figure } from './figures';
import { appAtWork, peerAtWork, placesOver } from './peer-contenders';
import { loadInTurn, type Loads, medianOf, serverLog } from './peer-load';
import { buildPeerPages, type PeerName, peerNames, type PeerPages } from './peer-pages';
import { measureWork, type Work } from './peer-work';
import type { PickTime } from './peers/peer-page';
import type { PicksBench } from './peers/picks';
import { buildScriptPage } from './script-page';
import type { Cell, ContenderId, Row } from './side-by-side';

/** The area of the map in the app on a desktop; every page shows its model over the same. */
const size = { width: 832, height: 800 };
const markers = 39;
const budgets = { loadRatio: { atMost: 1 }, pickRatio: { atMost: 2 } } as const;
const flat = 'does not turn';

type Picks = Readonly<Record<ContenderId | 'bare-tree', PickTime>>;

/** The app beside its peers, everything in one run: figures with budgets, and all of it side by side. */
export async function measurePeers(
  runs: number,
  say: (what: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly rows: readonly Row[] }> {
  const pages = await buildPeerPages();
  const log = serverLog();
  const served = await serve({
    directory: dist,
    port: 0,
    before: (request, response) => {
      log.note(request, response);
      return pages.handler(request, response);
    },
  });
  try {
    const light = modelPath('head-light');
    const paths: readonly string[] = [
      '',
      ...peerNames.map((name) => pages.path(name, light, size)),
      pages.path('model-viewer', modelPath('head'), size),
    ];
    const browser = await chromium.launch({
      executablePath: ensureBrowser(),
      args: [...browserFlags, ...compositionFlags],
    });
    let loads: readonly Loads[];
    let picks: Picks;
    try {
      say('loads');
      loads = await loadInTurn({ browser, url: served.url, log }, paths, runs);
      say('picks');
      picks = await measurePicks(browser, served.url, pages, light);
    } finally {
      await browser.close();
    }
    say('Aliquot at work');
    const works = new Map<ContenderId, Work>([['app', await measureWork(appAtWork(served.url))]]);
    for (const name of peerNames) {
      const url = `${served.url}${pages.path(name, light, size)}`;
      say(`${name} at work`);
      works.set(name, await measureWork(peerAtWork(url, size, name !== 'body-map')));
    }
    const load = new Map<ContenderId | 'full', Loads>();
    (['app', ...peerNames, 'full'] as const).forEach((id, n) => {
      const one = loads[n];
      if (one !== undefined) load.set(id, one);
    });
    return { figures: figuresOf(load, picks, runs), rows: rowsOf(load, picks, works) };
  } finally {
    await served.close();
    pages.close();
  }
}

/** Where the built app has a model, from its root. */
function modelPath(name: string): string {
  const hashed = new RegExp(`^${name}-[\\w-]{8}\\.glb$`);
  const file = readdirSync(join(dist, 'assets')).find((path) => hashed.test(path));
  if (file === undefined) throw new Error(`the build has no ${name}.glb`);
  return `/assets/${file}`;
}

/** Picks over the same area: each page by its own means; the app's and the bare tree's on one mesh, in a page of their own. */
async function measurePicks(browser: Browser, url: string, pages: PeerPages, model: string): Promise<Picks> {
  const places = placesOver(size);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    bypassCSP: true,
  });
  await context.addInitScript('globalThis.__name = (named) => named');
  context.setDefaultTimeout(120_000);
  const ofPeer = async (name: PeerName): Promise<PickTime> => {
    const page = await context.newPage();
    await page.goto(`${url}${pages.path(name, model, size)}`);
    await page.locator('body[data-usable="true"]').waitFor({ timeout: 120_000 });
    const time = await page.evaluate((all) => {
      if (window.peer === undefined) throw new Error('the page offers nothing');
      return window.peer.timePicks(all);
    }, places);
    await page.close();
    return time;
  };
  const directory = await buildScriptPage('peers/picks.ts');
  const own = await serve({ directory, port: 0 });
  try {
    const page = await context.newPage();
    await page.goto(own.url);
    await page.waitForFunction('window.picksBench !== undefined');
    const ours = await page.evaluate(
      ([all, count]) => (window as unknown as { picksBench: PicksBench }).picksBench.time(all, count),
      [places, markers] as const,
    );
    await page.close();
    return {
      app: ours.app,
      'bare-tree': ours.bare,
      'model-viewer': await ofPeer('model-viewer'),
      'babylon-viewer': await ofPeer('babylon-viewer'),
      'bare-three': await ofPeer('bare-three'),
      'body-map': await ofPeer('body-map'),
    };
  } finally {
    await context.close();
    await own.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function figuresOf(load: ReadonlyMap<ContenderId | 'full', Loads>, picks: Picks, runs: number): readonly Figure[] {
  const cold = (id: ContenderId | 'full') => medianOf(load.get(id)?.cold ?? [], 'ms');
  const warm = (id: ContenderId | 'full') => medianOf(load.get(id)?.warm ?? [], 'ms');
  return [
    figure('cold loads of each', runs, ''),
    figure('cold load to usable map, median', cold('app'), 'ms'),
    figure('model-viewer with the same GLB (the first model) and 39 hotspots, median', cold('model-viewer'), 'ms'),
    figure('model-viewer with the full head and 39 hotspots, median', cold('full'), 'ms'),
    figure(
      'cold load as a ratio to model-viewer with the same GLB',
      cold('app') / cold('model-viewer'),
      '×',
      budgets.loadRatio,
    ),
    figure('cold load as a ratio to model-viewer with the full head', cold('app') / cold('full'), '×'),
    figure(
      'warm load as a ratio to model-viewer with the same GLB',
      warm('app') / warm('model-viewer'),
      '×',
      budgets.loadRatio,
    ),
    figure('pick as the map answers a pointer, mean', picks.app.micros, 'µs'),
    figure('pick by the bare search tree, same mesh, same page, mean', picks['bare-tree'].micros, 'µs'),
    figure(
      'pick as a ratio to the bare search tree',
      picks.app.micros / picks['bare-tree'].micros,
      '×',
      budgets.pickRatio,
    ),
  ];
}

function rowsOf(
  load: ReadonlyMap<ContenderId | 'full', Loads>,
  picks: Picks,
  works: ReadonlyMap<ContenderId, Work>,
): readonly Row[] {
  const of = (id: ContenderId) => {
    const [loads, work] = [load.get(id), works.get(id)];
    if (loads === undefined || work === undefined) throw new Error(`${id} was not measured`);
    return { id, loads, work };
  };
  const row = (what: string, unit: string, cell: (one: ReturnType<typeof of>) => Cell): Row => ({
    what,
    unit,
    cells: {
      app: cell(of('app')),
      'model-viewer': cell(of('model-viewer')),
      'babylon-viewer': cell(of('babylon-viewer')),
      'bare-three': cell(of('bare-three')),
      'body-map': cell(of('body-map')),
    },
  });
  const turning = (part: keyof NonNullable<Work['orbit']>) => (one: ReturnType<typeof of>) =>
    one.work.orbit === null ? flat : one.work.orbit[part];
  return [
    row('Sent until the map can be operated', 'kB', ({ loads }) => medianOf(loads.cold, 'kB')),
    row('of which JavaScript', 'kB', ({ loads }) => medianOf(loads.cold, 'scriptKB')),
    row('Time to it, cold', 'ms', ({ loads }) => medianOf(loads.cold, 'ms')),
    row('Time to it, warm', 'ms', ({ loads }) => medianOf(loads.warm, 'ms')),
    row('A pick', 'µs', ({ id }) => picks[id].micros),
    row('A marker added by a press, until it shows', 'ms', ({ work }) => work.addMs),
    row('of which the page worked', 'ms', ({ work }) => work.addWorkMs),
    row('Turning with 39 markers: work of a frame', 'ms', turning('workMsAFrame')),
    row('from frame to frame, drawn in software', 'ms', turning('msBetween')),
    row('draw calls of a frame', '', turning('drawsAFrame')),
    row('Memory: scripts and their buffers', 'MB', ({ work }) => work.heapMB),
    row("Memory of the page's process", 'MB', ({ work }) => work.processMB ?? 'not told'),
    row('Frames drawn in 5 idle seconds', '', ({ id, work }) => (id === 'body-map' ? 'not told' : work.idleFrames)),
    row('Wake-ups for a frame in 5 idle seconds', '', ({ work }) => work.idleCallbacks),
  ];
}
