import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../find-browser';
import { compositionFlags } from './composition';
import { median } from './figures';
import { atRest, drawn, drawWatchScript, nextFrame, pressForMarker } from './peer-watch';
import type { Place } from './peers/peer-page';

const viewport = { width: 1440, height: 900 };
const megabyte = 1e6;
const presses = 7;
/** The drag that turns the head: so many steps over so much of the map's width, from beside the head. */
const drag = { steps: 60, from: 0.06, to: 0.46, height: 0.5 } as const;
const idleMs = 5000;
const quietMs = 1500;
/** A head in software on a busy machine. */
const patienceMs = 120_000;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** How the bench works one page. */
export type Worked = {
  readonly url: string;
  /** Before any page of it is opened. */
  readonly prepare: (context: BrowserContext) => Promise<void>;
  /** Opens it and brings it where markers can be added. */
  readonly open: (
    page: Page,
  ) => Promise<{ readonly box: Box; readonly place: Place; readonly selector: string | null }>;
  /** Takes back the marker that was added last; a page that cannot keeps it. */
  readonly undo: (page: Page) => Promise<void>;
  /** Brings it to all its markers. */
  readonly fill: (page: Page) => Promise<void>;
  /** Whether a drag turns it. */
  readonly turns: boolean;
};

/** What it costs to have such a page at work. ms of work are those of the page's own thread, whatever else ran. */
export type Work = {
  readonly addMs: number;
  readonly addWorkMs: number;
  readonly orbit: null | {
    readonly frames: number;
    readonly workMsAFrame: number;
    readonly msBetween: number;
    readonly drawsAFrame: number;
  };
  readonly heapMB: number;
  /** null where the system does not tell */
  readonly processMB: number | null;
  readonly idleFrames: number;
  readonly idleCallbacks: number;
};

/** Works one page in a browser of its own: adds markers, turns it, lets it rest. */
export async function measureWork(worked: Worked): Promise<Work> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...browserFlags, ...compositionFlags],
  });
  try {
    const context = await browser.newContext({ viewport, serviceWorkers: 'block', locale: 'en-GB' });
    context.setDefaultTimeout(patienceMs);
    // What runs this script names the functions that it hands to the page by a helper, which the page then needs too.
    await context.addInitScript('globalThis.__name = (named) => named');
    await context.addInitScript(drawWatchScript);
    await worked.prepare(context);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const { box, place, selector } = await worked.open(page);
    await atRest(page, quietMs);

    const adds: { readonly ms: number; readonly work: number }[] = [];
    for (let n = 0; n < presses; n += 1) {
      const before = await workMs(cdp);
      const ms = await pressForMarker(page, place, selector);
      await atRest(page, 300);
      adds.push({ ms, work: (await workMs(cdp)) - before });
      await worked.undo(page);
      await atRest(page, 300);
    }
    await worked.fill(page);
    await atRest(page, quietMs);
    const orbit = worked.turns ? await turn(page, cdp, box) : null;
    await atRest(page, quietMs);
    const rested = await drawn(page);
    await page.waitForTimeout(idleMs);
    const idle = await drawn(page);
    await cdp.send('HeapProfiler.collectGarbage');
    const heap = await cdp.send('Runtime.getHeapUsage');
    return {
      addMs: median(adds.map(({ ms }) => ms)),
      addWorkMs: median(adds.map(({ work }) => work)),
      orbit,
      heapMB: (heap.usedSize + heap.backingStorageSize) / megabyte,
      processMB: await processMB(browser),
      idleFrames: idle.frames - rested.frames,
      idleCallbacks: idle.callbacks - rested.callbacks,
    };
  } finally {
    await browser.close();
  }
}

async function workMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
}

/** Drags beside the head, one step a frame, until it stands again. */
async function turn(page: Page, cdp: CDPSession, box: Box): Promise<Work['orbit']> {
  const at = (share: number) => [box.x + share * box.width, box.y + drag.height * box.height] as const;
  await page.mouse.move(...at(drag.from));
  await page.mouse.down();
  await nextFrame(page);
  const before = { work: await workMs(cdp), drawn: await drawn(page) };
  for (let step = 1; step <= drag.steps; step += 1) {
    await page.mouse.move(...at(drag.from + ((drag.to - drag.from) * step) / drag.steps));
    await nextFrame(page);
  }
  await page.mouse.up();
  await atRest(page, 500);
  const after = { work: await workMs(cdp), drawn: await drawn(page) };
  const frames = after.drawn.frames - before.drawn.frames;
  if (frames < drag.steps / 2) throw new Error(`${page.url()} drew ${String(frames)} frames while it was turned`);
  const times = after.drawn.at.slice(-frames);
  return {
    frames,
    workMsAFrame: (after.work - before.work) / frames,
    msBetween: median(times.slice(1).map((time, n) => time - (times[n] ?? time))),
    drawsAFrame: (after.drawn.draws - before.drawn.draws) / frames,
  };
}

/** What the process of the page has for itself alone, as Linux tells it. */
async function processMB(browser: Browser): Promise<number | null> {
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const own = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        const status = readFileSync(`/proc/${String(id)}/status`, 'utf8');
        return 1024 * Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0);
      } catch {
        return 0;
      }
    });
  const most = Math.max(0, ...own);
  return most === 0 ? null : most / megabyte;
}
