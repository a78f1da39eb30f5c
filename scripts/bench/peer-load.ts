import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Browser, BrowserContext } from '@playwright/test';
import { median } from './figures';

const viewport = { width: 1440, height: 900 };
const usableMark = '/bench-usable';
const kilobyte = 1000;
const lateMs = 120_000;

/** One answer of the server, in the order asked. */
type Answered = { readonly path: string; bytes: number };

/** The server's own log: it sees what workers and lazy chunks ask for, which a page's does not always. */
export function serverLog() {
  let answered: Answered[] = [];
  let marked = deferred();
  return {
    note(request: IncomingMessage, response: ServerResponse): void {
      const one: Answered = { path: new URL(request.url ?? '/', 'http://localhost').pathname, bytes: 0 };
      answered.push(one);
      if (one.path === usableMark) marked.done();
      // By its connection, whoever answers: one answer after the other goes over it.
      const { socket } = request;
      const before = socket.bytesWritten;
      response.on('finish', () => {
        one.bytes = socket.bytesWritten - before;
      });
    },
    begin(): void {
      answered = [];
      marked = deferred();
    },
    /** Settles when the page's word that it can be operated has come here: its network may have been idle before. */
    marked: (): Promise<void> => marked.promise,
    /** Everything that was asked for before the page said that it can be operated. */
    untilUsable(): readonly Answered[] {
      const mark = answered.findIndex(({ path }) => path === usableMark);
      if (mark === -1) throw new Error('the page did not say when it could be operated');
      const before = answered.slice(0, mark);
      if (before.every(({ bytes }) => bytes === 0)) throw new Error('the log does not know what was sent');
      return before;
    },
  };
}
export type ServerLog = ReturnType<typeof serverLog>;

function deferred(): { readonly promise: Promise<void>; readonly done: () => void } {
  let done: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { promise, done };
}

/** Times in ms, sizes in kB as sent. */
export type Load = { readonly ms: number; readonly kB: number; readonly scriptKB: number; readonly requests: number };
export type Loads = { readonly cold: readonly Load[]; readonly warm: readonly Load[] };

/** Tells the page's own clock when it can be operated, and the server's log. */
const usableScript = `
  const found = () => document.querySelector('[data-usable="true"]') !== null;
  new MutationObserver((_, observer) => {
    if (!found()) return;
    observer.disconnect();
    window.benchUsable?.(performance.now());
    fetch('${usableMark}');
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-usable'] });
`;

/**
 * Loads the pages in turn, `runs` times, so that whatever slows the machine slows all. Each time in a context that has
 * nothing from before (cold), then the same page once more in a new tab of it, which finds in the browser's cache what
 * the server let it keep (warm). Service workers are off. Throws where a page asks anybody but the bench's own server.
 */
export async function loadInTurn(
  bench: { readonly browser: Browser; readonly url: string; readonly log: ServerLog },
  paths: readonly string[],
  runs: number,
): Promise<readonly Loads[]> {
  const all = paths.map((path) => ({ path, ...noLoads() }));
  for (let run = 0; run < runs; run += 1) {
    for (const { path, ...loads } of all) {
      const context = await bench.browser.newContext({ viewport, serviceWorkers: 'block' });
      context.setDefaultTimeout(lateMs);
      try {
        await context.addInitScript(usableScript);
        for (const kind of ['cold', 'warm'] as const) {
          bench.log.begin();
          const ms = await loadOnce(context, bench, path);
          const answered = bench.log.untilUsable();
          const size = (of: readonly Answered[]) => of.reduce((sum, { bytes }) => sum + bytes, 0) / kilobyte;
          loads[kind].push({
            ms,
            kB: size(answered),
            scriptKB: size(answered.filter(({ path }) => path.endsWith('.js'))),
            requests: answered.length,
          });
        }
      } finally {
        await context.close();
      }
    }
  }
  return all;
}

const noLoads = (): { readonly cold: Load[]; readonly warm: Load[] } => ({ cold: [], warm: [] });

async function loadOnce(
  context: BrowserContext,
  { url, log }: { readonly url: string; readonly log: ServerLog },
  path: string,
): Promise<number> {
  const page = await context.newPage();
  try {
    const strays: string[] = [];
    // Watched, not routed: a page whose requests are routed has no cache.
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) strays.push(request.url());
    });
    let told: (at: number) => void = () => undefined;
    const usable = new Promise<number>((resolve) => {
      told = resolve;
    });
    // The page calls back: under the app's policy nothing can be evaluated in it from outside before it stands.
    await page.exposeFunction('benchUsable', (at: number) => told(at));
    await page.goto(`${url}${path}`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${path} did not become usable`)), lateMs);
    });
    const ms = await Promise.race([usable.then((at) => log.marked().then(() => at)), late]).finally(() =>
      clearTimeout(timer),
    );
    // What it has asked for by itself is answered, or the next load would be slowed by it.
    await page.waitForLoadState('networkidle');
    if (strays.length > 0) throw new Error(`a request left the origin: ${strays.join(', ')}`);
    return ms;
  } finally {
    await page.close();
  }
}

export const medianOf = (loads: readonly Load[], part: keyof Load): number => median(loads.map((load) => load[part]));
