import { test as base, expect } from '@playwright/test';
import { type Served, serve } from '../../scripts/serve';
import { dist } from '../../scripts/vite/build-inputs';
import type { Settings } from '../../src/state/settings';
import { AppDriver, beginWith, withEmptyDrawing, withoutWebGl } from './app-driver';

type Options = {
  readonly settings: Partial<Settings>;
  /**
   * `drawn`: a browser without WebGL, where the head is a drawing. `false`: the sheet stays empty too, and every site is
   * charted from the list; the quickest by far, where no head matters.
   */
  readonly head: boolean | 'drawn';
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
    // Only told of: that they reach nothing is seen to by how the browser is launched. To stop each request and look at it
    // here would keep the browser from keeping any file from one test to the next.
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
      if (/Content Security Policy|'Trusted(?:HTML|Script|ScriptURL)'/i.test(message.text()))
        defects.push(`policy: ${message.text()}`);
    });
    await use(defects);
    expect(defects, 'errors thrown in the page').toEqual([]);
  },

  // Asking for `strays` and `defects` sets them watching every test that has the app.
  app: async ({ context, page, served, strays, defects, settings, head }, use) => {
    expect([...strays, ...defects]).toEqual([]);
    // Read and put away; the tests that are about it begin without.
    await beginWith(context, { understood: true, ...settings });
    if (head !== true) await withoutWebGl(context);
    if (head === false) await withEmptyDrawing(context);
    await use(new AppDriver(page, served.url, head === true));
  },
});

export { expect };
