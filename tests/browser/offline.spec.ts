import { serve } from '../../scripts/serve';
import { dist } from '../../scripts/vite/build-inputs';
import { AppDriver } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';

test.use({ serviceWorkers: 'allow' });

test('once loaded, the app starts and charts with its server gone and the network off', async ({ context, page }) => {
  // A server of its own: this one is switched off in the middle.
  const served = await serve({ directory: dist, port: 0 });
  const app = new AppDriver(page, served.url);
  try {
    await app.newSession();
    await app.give('Procerus midline 1');
    await app.saved();
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active === null) throw new Error('no worker is active');
    });
    const names = await page.evaluate(async () => {
      const kept: string[] = [];
      for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
      }
      return kept;
    });
    expect(names).toContain('/index.html');
    expect(names.filter((name) => name.endsWith('.glb')).length).toBeGreaterThanOrEqual(2);
  } finally {
    await served.close();
  }
  await context.setOffline(true);
  try {
    expect(await page.evaluate((url) => fetch(`${url}nothing-here`).then(String, () => 'gone'), served.url)).toBe(
      'gone',
    );

    await page.reload();
    await app.usable();
    await expect(app.ledger).toContainText('Given 5 U');
    await app.give('Trapezius left 1');
    await app.saved();
    await page.getByRole('radio', { name: 'Muscles' }).check();
    await app.settled();
    await page.getByRole('link', { name: 'Records' }).click();
    await expect(page.getByRole('row').filter({ hasText: '10 U' })).toHaveCount(1);
  } finally {
    // The next test may get this window.
    await context.setOffline(false);
  }
});

test('the page and its worker ask only their own origin for anything, on every screen', async ({
  app,
  page,
  context,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await app.newSession();
  await page.getByRole('radio', { name: 'Muscles' }).check();
  await app.settled();
  for (const screen of ['Learn', 'Preview', 'Records', 'Settings']) {
    await page.getByRole('link', { name: screen }).click();
    await page.waitForTimeout(300);
  }
  expect(asked.length).toBeGreaterThan(5);
  const origin = new URL(app.url).origin;
  expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url))).toEqual([]);
});

test('every answer carries the security headers, and the page repeats its policy', async ({ request, served }) => {
  for (const path of ['', 'index.html', 'service-worker.js', 'missing.js']) {
    const response = await request.get(`${served.url}${path}`);
    const headers = response.headers();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  }
  expect(await (await request.get(served.url)).text()).toContain('http-equiv="Content-Security-Policy"');
  expect((await request.get(`${served.url}.inputs`)).status()).toBe(404);
  expect((await request.get(`${served.url}..%2fpackage.json`)).status()).toBe(404);
  expect((await request.post(served.url)).status()).toBe(405);
});
