import type { Page } from '@playwright/test';
import { contrast, markerInk } from '../../src/scene/palette';
import { skinTones } from '../../src/state/settings';
import type { AppDriver, Marker } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';

// What the eye sees: every pixel of the large head.
test.use({ deviceScaleFactor: 1, settings: { detail: 'full' } });

/** Colours of the page as #RRGGBB at points, read from a picture of where they lie: what the eye sees, shading and all. */
async function coloursAt(page: Page, points: readonly { readonly x: number; readonly y: number }[]) {
  const span = (all: readonly number[]) => {
    const from = Math.floor(Math.min(...all)) - 1;
    return [from, Math.ceil(Math.max(...all)) + 1 - from] as const;
  };
  const [[x, width], [y, height]] = [span(points.map((point) => point.x)), span(points.map((point) => point.y))];
  const picture = (await page.screenshot({ scale: 'css', clip: { x, y, width, height } })).toString('base64');
  return page.evaluate(
    async ([encoded, wanted]) => {
      const bytes = Uint8Array.from(atob(encoded), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('no 2D canvas');
      context.drawImage(bitmap, 0, 0);
      return wanted.map((point) => {
        const [r = 0, g = 0, b = 0] = context.getImageData(Math.round(point.x), Math.round(point.y), 1, 1).data;
        return `#${[r, g, b].map((c) => c.toString(16).padStart(2, '0')).join('')}`;
      });
    },
    [picture, points.map((point) => ({ x: point.x - x, y: point.y - y }))] as const,
  );
}

/** Just outside the markers' outermost line, all the way round; the overlay is out of the way. */
async function skinAround(app: AppDriver, markers: readonly Marker[]): Promise<readonly string[]> {
  await app.canvas.evaluate((map) => map.querySelector('svg')?.setAttribute('visibility', 'hidden'));
  const colours = await coloursAt(
    app.page,
    markers.flatMap(({ x, y }) =>
      Array.from({ length: 8 }, (_, i) => ({
        x: x + 13.5 * Math.cos((i * Math.PI) / 4),
        y: y + 13.5 * Math.sin((i * Math.PI) / 4),
      })),
    ),
  );
  await app.canvas.evaluate((map) => map.querySelector('svg')?.removeAttribute('visibility'));
  return colours;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Changes the theme and waits until the head is drawn in it. */
async function inTheme(app: AppDriver, theme: 'light' | 'dark'): Promise<void> {
  const root = app.page.locator('html');
  if ((await root.getAttribute('data-theme')) === theme) return;
  const before = await app.frames();
  await app.page.emulateMedia({ colorScheme: theme });
  await expect(root).toHaveAttribute('data-theme', theme);
  await expect.poll(() => app.frames()).toBeGreaterThan(before);
  await app.settled();
}

async function choose(page: Page, tone: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  const skins = page.getByRole('radiogroup', { name: 'Skin of the head' });
  await expect(skins.getByRole('radio')).toHaveCount(skinTones.length);
  await skins.getByRole('radio', { name: new RegExp(`^${tone}\\b`) }).check();
  await page.getByRole('link', { name: 'Chart' }).click();
}

/** Every marker of a view holds against every colour that is drawn around it. */
async function standsOut(app: AppDriver, view: 'Front' | 'Left' | 'Back', theme: 'light' | 'dark', what: string) {
  const { paper, edge } = markerInk(theme);
  const markers = await app.markers();
  expect(markers.length).toBeGreaterThanOrEqual(6);
  for (const skin of await skinAround(app, markers)) {
    const best = Math.max(contrast(paper, skin), contrast(edge, skin));
    expect(best, `${skin} in ${view}, ${theme}, ${what}`).toBeGreaterThanOrEqual(3);
  }
}

// The palest and the darkest from three sides, on the head that is drawn quicker: its colours are those of the large one.
// Every colour that the tones between the two can take is in a unit test.
test.describe('on the small head', () => {
  test.use({ settings: { detail: 'light' } });
  test('every marker stands out by 3:1 from skins that are really other skins, in either theme @long', async ({
    app,
    page,
  }) => {
    await app.open();
    const lightness: number[] = [];
    for (const at of [1, skinTones.length]) {
      await choose(page, `Tone ${String(at)}`);
      await app.usable();
      for (const theme of at === 1 ? (['light', 'dark'] as const) : (['dark', 'light'] as const)) {
        await inTheme(app, theme);
        for (const view of ['Front', 'Back', 'Left'] as const) {
          await app.view(view);
          await standsOut(app, view, theme, `tone ${String(at)}`);
        }
      }
      const colours = await skinAround(app, await app.markers());
      lightness.push(median(colours.map((skin) => contrast(skin, '#000000'))));
    }
    expect(lightness[1]).toBeLessThan(0.6 * (lightness[0] ?? 0));
  });
});

test('left and right are named in every view, and the hairline is painted and taken away and kept', async ({
  app,
  page,
}) => {
  await app.open();
  await app.usable();
  const box = async (text: string) => app.canvas.getByText(text, { exact: true }).boundingBox();
  for (const [view, onTheLeft, onTheRight] of [
    ['Front', "Patient's right", "Patient's left"],
    ['Back', "Patient's left", "Patient's right"],
    ['Neck and shoulders', "Patient's left", "Patient's right"],
  ] as const) {
    await app.view(view);
    const [a, b] = [await box(onTheLeft), await box(onTheRight)];
    if (a === null || b === null) throw new Error(`a side is not named in ${view}`);
    expect(a.x + a.width, view).toBeLessThan(b.x);
    const at = Object.fromEntries((await app.markers()).map((marker) => [marker.site, marker.x]));
    const [left, right] =
      view === 'Front' ? [at['corrugator-L'], at['corrugator-R']] : [at['occipitalis-L-1'], at['occipitalis-R-1']];
    if (left === undefined || right === undefined) throw new Error('no markers');
    expect(Math.sign(left - right)).toBe(onTheRight === "Patient's left" ? 1 : -1);
  }
  for (const side of ['Left', 'Right'] as const) {
    await app.view(side);
    const other = side === 'Left' ? 'right' : 'left';
    await expect(app.canvas.getByText(`Patient's ${side.toLowerCase()} side faces you`)).toBeVisible();
    await expect(app.canvas.getByText(`Patient's ${other} side faces you`)).toBeHidden();
    await expect(app.canvas.getByText("Patient's left", { exact: true })).toBeHidden();
  }

  // The hairline, by its button and its key.
  await app.view('Left');
  const toggle = page.getByRole('group', { name: 'Layers' }).getByRole('button', { name: 'Hairline' });
  const scalp = async () => {
    const one = (await app.markers()).find(({ site }) => site === 'temporalis-L-2');
    if (one === undefined) throw new Error('no marker');
    const colours = await coloursAt(page, [{ x: one.x, y: one.y - 40 }]);
    return contrast(colours[0] ?? '', '#000000');
  };
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  const bare = await scalp();
  await toggle.click();
  await app.settled();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  const painted = await scalp();
  expect(painted).toBeLessThan(0.93 * bare);
  await page.reload();
  await app.usable();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('h');
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
});

test.describe('a graphics context', () => {
  test.use({ settings: { detail: 'light' } });
  test('that was lost and comes back shows the head as it was, its shadow with it @long', async ({ app, page }) => {
    await app.open();
    await app.usable();
    await app.view('Left');
    const box = await app.canvas.boundingBox();
    if (box === null) throw new Error('no map');
    const points = Array.from({ length: 900 }, (_, i) => ({
      x: box.x + box.width * (0.1 + (0.5 * (i % 30)) / 30),
      y: box.y + box.height * (0.2 + (0.7 * Math.floor(i / 30)) / 30),
    }));
    const before = await coloursAt(page, points);
    await app.canvas.evaluate(async (map) => {
      const canvas = map.querySelector('canvas');
      const context = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      const restored = new Promise((resolve) => canvas?.addEventListener('webglcontextrestored', resolve));
      context?.loseContext();
      await new Promise((resolve) => setTimeout(resolve, 300));
      context?.restoreContext();
      await restored;
    });
    await app.usable();
    await app.settled();
    const after = await coloursAt(page, points);
    expect(new Set(before).size, 'there is something to see').toBeGreaterThan(100);
    const other = before.filter((colour, n) => contrast(colour, after[n] ?? '') > 1.03);
    expect(other, 'points of another colour than before').toHaveLength(0);
  });
});
