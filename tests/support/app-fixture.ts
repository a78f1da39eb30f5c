import { test as base, expect } from '@playwright/test';
import { type Served, serve } from '../../scripts/serve';
import { dist } from '../../scripts/vite/build-inputs';
import type { Settings } from '../../src/state/settings';
import { AppDriver, beginWith, withoutWebGl } from './app-driver';

type Options = {
  readonly settings: Partial<Settings>;
  /** `false`: a browser without WebGL, where every site is charted from the list. Much quicker, where no head matters. */
  readonly head: boolean;
};
type Fixtures = { readonly app: AppDriver; readonly strays: string[]; readonly defects: string[] };
type WorkerFixtures = { readonly served: Served };

/**
 * A browser test with the built app open on it. Every test fails if the page asked another origin for anything, threw,
 * or was refused something by its own Content-Security-Policy, whatever else it looked at.
 */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  // What the app begins with. Software draws the small head in half the time of the large one.
  settings: [{ detail: 'light' }, { option: true }],
  head: [true, { option: true }],

  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs
    async ({}, use) => {
      const served = await serve({ directory: dist, port: 0 });
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],

  strays: async ({ context, served }, use) => {
    const strays: string[] = [];
    const origin = new URL(served.url).origin;
    const local = (url: string) => url.startsWith(`${origin}/`) || /^(data|blob|about|chrome-error):/.test(url);
    await context.route(
      (url) => !local(url.href),
      async (route) => {
        strays.push(route.request().url());
        await route.abort();
      },
    );
    context.on('request', (request) => {
      if (!local(request.url())) strays.push(request.url());
    });
    await use(strays);
    expect(strays, 'requests that left the origin').toEqual([]);
  },

  defects: async ({ context }, use) => {
    const defects: string[] = [];
    context.on('weberror', (error) => defects.push(`thrown: ${String(error.error())}`));
    context.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) defects.push(`policy: ${message.text()}`);
    });
    await use(defects);
    expect(defects, 'errors thrown in the page').toEqual([]);
  },

  // Asking for `strays` and `defects` sets them watching every test that has the app.
  app: async ({ context, page, served, strays, defects, settings, head }, use) => {
    expect([...strays, ...defects]).toEqual([]);
    await beginWith(context, settings);
    if (!head) await withoutWebGl(context);
    await use(new AppDriver(page, served.url, head));
  },
});

export { expect };
