import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../serve';
import { buildIfNeeded, dist, root } from '../vite/build-inputs';
import { join } from 'node:path';
import type { Holding, Probe } from './probe-page';

/** The built app on a port of this machine, and on the same origin the probe that reads what the app kept. */
export type Ground = { readonly url: string; readonly close: () => Promise<void> };

export async function openGround(): Promise<Ground> {
  await buildIfNeeded();
  const files = await probeFiles();
  const served = await serve({
    directory: dist,
    port: 0,
    before(request, response) {
      const name = /^\/probe\/([\w.-]*)$/.exec(request.url ?? '')?.[1];
      const text = name === undefined ? undefined : files.get(name);
      if (name === undefined || text === undefined) return false;
      response.writeHead(200, { 'Content-Type': name === '' ? 'text/html' : 'text/javascript' }).end(text);
      return true;
    },
  });
  return { url: served.url, close: served.close };
}

/** The probe as a page of its own: the app's own storage code, and nothing of its screens. */
async function probeFiles(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      lib: { entry: join(root, 'scripts/prove/probe-page.ts'), formats: ['es'], fileName: 'probe' },
    },
  });
  const files = new Map([['', '<!doctype html><title>probe</title><script type="module" src="probe.js"></script>']]);
  for (const { output } of Array.isArray(built) ? built : []) {
    for (const file of output) if (file.type === 'chunk') files.set(file.fileName, file.code);
  }
  return files;
}

/** Asks the probe for one thing that it offers. */
export type Ask = <Name extends keyof Probe>(name: Name, ...given: Parameters<Probe[Name]>) => ReturnType<Probe[Name]>;

/** Opens the probe beside the app, in the same browser, and closes it again. */
export async function withProbe<T>(
  context: BrowserContext,
  ground: Ground,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(`${ground.url}probe/`);
    await page.waitForFunction('window.probe !== undefined');
    return await work(askOf(page));
  } finally {
    await page.close();
  }
}

type Anything = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

const askOf = (page: Page): Ask =>
  ((name: string, ...given: readonly unknown[]) =>
    page.evaluate(([asked, rest]) => (window as unknown as { probe: Anything }).probe[asked]?.(...rest), [
      name,
      given,
    ] as const)) as Ask;

export const readStore = (context: BrowserContext, ground: Ground, passphrase: string | null): Promise<Holding> =>
  withProbe(context, ground, (ask) => ask('read', passphrase));
