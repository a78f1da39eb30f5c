import type { Locator } from '@playwright/test';
import { answerVisit, describeVial } from '../support/answer-visit';
import { type AppDriver, type Marker, markersOf } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { signSession } from '../support/sign-session';

/** The drawn map, usable. */
const drawing = (app: AppDriver): Locator => app.map.locator('[data-drawn="true"]');

async function marker(app: AppDriver, site: string): Promise<Marker> {
  const found = (await markersOf(drawing(app))).find((each) => each.site === site);
  if (found === undefined) throw new Error(`${site} is not in sight`);
  return found;
}

test('a lost 3D view is drawn at once, charted on by taps, and comes back as it was left', async ({ app, page }) => {
  await app.newSession();
  await app.give('Procerus midline 1');
  await app.give('Corrugator left 1');
  await app.view('Left');
  const before = await app.markers();

  // Lost, and no other to be had until the browser's graphics are back.
  await app.canvas.evaluate((map) => {
    const lose = map.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    const { prototype } = HTMLCanvasElement;
    const given = Object.getOwnPropertyDescriptor(prototype, 'getContext') ?? {};
    Object.defineProperty(prototype, 'getContext', { ...given, value: () => null });
    Object.assign(globalThis, { giveBack: () => Object.defineProperty(prototype, 'getContext', given) });
    lose?.loseContext();
  });
  await expect(drawing(app)).toBeVisible();
  await expect(app.map.getByText('comes back by itself')).toBeVisible();
  await expect(app.inState('given')).toHaveCount(2);

  // Nothing has moved: each marker is drawn where the 3D view had it.
  for (const was of before) {
    const { x, y } = await marker(app, was.site);
    expect(Math.hypot(x - was.x, y - was.y), was.site).toBeLessThan(1.5);
  }

  const at = await marker(app, 'temporalis-L-2');
  await page.mouse.click(at.x, at.y);
  await expect(app.site('Temporalis left 2')).toHaveAttribute('aria-selected', 'true');
  await app.card.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(app.site('Temporalis left 2')).toHaveAccessibleName(/given$/);
  await expect(app.ledger).toContainText('Given 15 U');
  const selected = await app.selectedName();

  // Turned on the drawing, the 3D head comes back turned.
  await page.getByRole('radio', { name: 'Right', exact: true }).click({ force: true });
  await expect(app.map.locator('[data-view="right"]')).toBeVisible();
  await page.evaluate(() => (globalThis as { giveBack?: () => void }).giveBack?.());
  await app.usable();
  await expect(app.map.locator('[data-drawn]')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Right', exact: true })).toBeChecked();
  await expect(app.inState('given')).toHaveCount(3);
  await expect.poll(() => app.selectedName()).toBe(selected);
  await app.settled();
  const seen = (await app.markers()).map(({ site }) => site);
  expect(seen).toContain('temporalis-R-1');
  expect(seen).not.toContain('temporalis-L-1');
  await app.saved();
});

test.describe('without WebGL', () => {
  test.use({ head: 'drawn', hasTouch: true });

  for (const [title, most] of [
    ['a session is charted by touching the drawn map from every side, finished, signed, and printed with its map', 2],
    ['a session is charted by touching the drawn map at every one of its sites, and printed with its map @long', 31],
  ] as const)
    test(title, async ({ app, page }) => {
      await app.newSession();
      await answerVisit(page);
      await describeVial(page);
      await expect(drawing(app)).toBeVisible();
      const give = app.card.getByRole('button', { name: 'Give', exact: true });
      const sides = { Front: 'front', Left: 'left', Right: 'right', Back: 'back', 'Neck and shoulders': 'shoulders' };
      const done = new Set<string>();
      for (const [name, view] of Object.entries(sides)) {
        await page.getByRole('radio', { name, exact: true }).click({ force: true });
        await expect(app.map.locator(`[data-view="${view}"]`)).toBeVisible();
        let here = 0;
        for (const { site } of await markersOf(drawing(app))) {
          if (done.has(site) || here === most) continue;
          const { x, y } = await marker(app, site);
          const under = await page.evaluate(
            (point) => document.elementFromPoint(point.x, point.y)?.closest('[data-drawn]') !== null,
            { x, y },
          );
          if (!under) continue;
          await page.touchscreen.tap(x, y);
          const chosen = page.locator(`[role="treeitem"][data-site="${site}"]`);
          await expect(chosen, site).toHaveAttribute('aria-selected', 'true');
          await give.click();
          await expect(chosen).toHaveAttribute('data-state', 'given');
          done.add(site);
          here += 1;
          // What was brought nearer to tell two sites apart, or turned to the next, goes back.
          await page.getByRole('radio', { name, exact: true }).click({ force: true });
          await page.keyboard.press(String(Object.keys(sides).indexOf(name) + 1));
          await expect(app.map.locator(`[data-view="${view}"]`)).toBeVisible();
        }
      }
      expect(done.size).toBe(most === 31 ? 31 : most * Object.keys(sides).length);
      if (most < 31) await app.giveMuscles();
      await expect(app.ledger).toContainText('Given 155 U');
      await app.saved();

      await signSession(page);

      await page.getByRole('button', { name: 'Versions' }).click();
      const versions = page.getByRole('dialog', { name: 'Versions' });
      // What is on the sheet when the browser is told to print.
      const sheet = page.evaluate(
        () =>
          new Promise<{ readonly given: number; readonly heads: number; readonly high: boolean }>((resolve) => {
            window.print = () => {
              const map = document.querySelector('[data-version-map]');
              const given = [...(map?.querySelectorAll<SVGElement>('[data-state="given"]') ?? [])];
              const heads = [...(map?.querySelectorAll('svg') ?? [])].filter((svg) =>
                svg.querySelector('path[fill-rule]'),
              );
              resolve({
                given: new Set(given.map((one) => one.dataset['site'])).size,
                heads: heads.length,
                high: (map?.getBoundingClientRect().height ?? 0) > 0,
              });
            };
          }),
      );
      await page.emulateMedia({ media: 'print' });
      await versions.getByRole('button', { name: 'Print', exact: true, includeHidden: true }).dispatchEvent('click');
      expect(await sheet).toEqual({ given: 31, heads: 5, high: true });
    });
});
