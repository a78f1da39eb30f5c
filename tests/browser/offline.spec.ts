import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve';
import { dist } from '../../scripts/vite/build-inputs';
import { AppDriver, beginWith, withEmptyDrawing, withoutWebGl } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';

test.use({ serviceWorkers: 'allow' });

test('once loaded, the session and the head with its muscles come back with the server gone and the network off', async ({
  context,
  page,
}) => {
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
    await page.getByRole('radio', { name: 'Muscles' }).check();
    await app.settled();
  } finally {
    // The next test may get this window.
    await context.setOffline(false);
  }
});

test('it installs and asks no other origin for anything; a newer version is taken by choice and under no open session; then all of it starts with the server gone', async ({
  context,
  page,
}) => {
  await beginWith(context, { detail: 'light' });
  await withoutWebGl(context);
  await withEmptyDrawing(context);
  // In a folder of its host, and a copy: it is built anew below.
  const host = mkdtempSync(join(tmpdir(), 'aliquot-host-'));
  const built = join(host, 'clinic');
  cpSync(dist, built, { recursive: true });
  const served = await serve({ directory: host, port: 0 });
  const app = new AppDriver(page, `${served.url}clinic/`, false);
  // Of the pages and of their worker.
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const offer = (of: AppDriver) => of.page.getByRole('region', { name: 'A new version is ready' });
  const press = (of: AppDriver) => of.page.getByRole('button', { name: 'Update now' }).click();
  try {
    await app.newSession();
    await app.give('Procerus midline 1');
    await app.saved();
    const other = app.inWindow(await context.newPage());
    await other.open('#/settings');

    await test.step('the browser finds nothing that speaks against installing it', async () => {
      await expect(other.page.getByText('on this device whole')).toBeVisible();
      const cdp = await context.newCDPSession(other.page);
      const { errors, data = '' } = await cdp.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      expect(JSON.parse(data)).toMatchObject({ name: 'Aliquot', display: 'standalone' });
      const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
      // A test's window keeps nothing of its own, which a browser does not install from.
      expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    });

    await test.step('a newer version waits, and is refused while a session is open in any window', async () => {
      const change = (file: string, how: (text: string) => string) => {
        writeFileSync(join(built, file), how(readFileSync(join(built, file), 'utf8')));
      };
      change('index.html', (text) => `${text}<!-- a later build -->`);
      change('service-worker.js', (text) =>
        text.replace(/"app":"[^"]+","version":"[0-9a-f]+"/, `"app":"9.9.9","version":"${'f'.repeat(16)}"`),
      );
      await other.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await other.page.getByRole('link', { name: 'Records' }).click();
      await expect(offer(other)).toContainText('9.9.9');
      await press(other);
      await expect(other.alert()).toContainText('a session is open in another window');
      // Nothing moves under the hand that charts.
      await expect(offer(app)).toBeHidden();
      await app.give('Frontalis left 1');
      await app.saved();
    });

    await test.step('it is taken once the session is finished, in every window', async () => {
      await page.getByRole('button', { name: 'Finish' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click();
      await app.saved();
      await expect(offer(app)).toBeVisible();
      const again = [app, other].map((of) => of.page.waitForEvent('load'));
      await press(app);
      await Promise.all(again);
      for (const each of [app, other]) {
        await each.page.getByRole('link', { name: 'Settings' }).click();
        await expect(each.page.getByText('Build fffffff.')).toBeVisible();
        await expect(each.page.getByText('on this device whole')).toBeVisible();
        await expect(offer(each)).toBeHidden();
      }
      expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
    });

    await served.close();
    await context.setOffline(true);
    await test.step('every screen opens with the server gone, and the records are as before', async () => {
      await page.reload();
      for (const screen of ['Learn', 'Preview', 'Records', 'Settings']) {
        await page.getByRole('link', { name: screen }).click();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      }
      await page.getByRole('link', { name: 'Chart' }).click();
      await app.usable();
      await expect(app.ledger).toContainText('Given 10 U');
    });
    const { origin } = new URL(served.url);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url))).toEqual([]);
  } finally {
    await context.setOffline(false);
    await served.close();
    rmSync(host, { recursive: true, force: true });
  }
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
