import type { Page } from '@playwright/test';
import { AppDriver, beginWith, type Extra } from '../../tests/support/app-driver';
import { atRest } from './peer-watch';
import type { Worked } from './peer-work';
import type { Place } from './peers/peer-page';

/** How far from any marker (px) a press means the skin. */
const clear = 26;
/** The extras of a session, as the paradigm allows them. */
const extras = [
  ['Temporalis', 2],
  ['Occipitalis', 2],
  ['Trapezius', 4],
] as const;
const grid = 15;

/** The app in Chart with a session open, the small head as everybody else shows it. Records are written at every press. */
export function appAtWork(url: string): Worked {
  const extraSites = '[role="treeitem"][aria-level="2"][aria-label^="Follow-the-pain"]';
  return {
    url,
    turns: true,
    prepare: (context) => beginWith(context, { understood: true, detail: 'light' }),
    open: async (page) => {
      const app = new AppDriver(page, url);
      await page.goto(url);
      await page.locator('[data-usable="true"]').waitFor();
      await page.getByRole('button', { name: 'New session' }).click();
      await app.ledger.getByText('Planned', { exact: false }).first().waitFor();
      await app.settled(1500);
      await turnTo(page, 'Left');
      const box = await app.canvas.boundingBox();
      if (box === null) throw new Error('the map has no size');
      const place = await placeForExtra(app, extraSites);
      // The marker itself, in front of the head or behind it.
      return { box, place, selector: '[data-usable] [data-marker="front"]' };
    },
    undo: async (page) => {
      await page.getByRole('button', { name: 'Undo' }).click();
      await saved(new AppDriver(page, url));
    },
    fill: async (page) => {
      const app = new AppDriver(page, url);
      for (const [muscle, count] of extras) {
        for (let left = count; left > 0; left -= 1)
          await addExtra(app, { muscle, side: left % 2 === 0 ? "Patient's left" : "Patient's right" });
      }
      await turnTo(page, 'Front');
    },
  };
}

/** As the driver's own, with more patience: the machine draws in software, and may do other things as well. */
const saved = (app: AppDriver): Promise<void> => app.saveState.filter({ hasText: /^Saved/ }).waitFor();

async function addExtra(app: AppDriver, extra: Extra): Promise<void> {
  await app.sendExtra(extra);
  await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await saved(app);
}

/** By its button, and until the head stands. */
async function turnTo(page: Page, view: 'Left' | 'Front'): Promise<void> {
  // The button is drawn over the radio, which takes the click all the same.
  await page.getByRole('radio', { name: view, exact: true }).click({ force: true });
  await atRest(page, 1500);
}

/** Where a press adds an extra: over the temporalis, clear of its markers. Leaves the session as it was. */
async function placeForExtra(app: AppDriver, extraSites: string): Promise<Place> {
  const { page } = app;
  const markers = await app.markers();
  const around = markers.filter(({ site }) => site.startsWith('temporalis-L-'));
  const xs = around.map(({ x }) => x);
  const ys = around.map(({ y }) => y);
  for (let y = Math.min(...ys) - clear; y <= Math.max(...ys) + clear; y += 8) {
    for (let x = Math.min(...xs) - clear; x <= Math.max(...xs) + clear; x += 8) {
      if (markers.some((marker) => Math.hypot(marker.x - x, marker.y - y) < clear)) continue;
      await page.mouse.click(x, y);
      const added = page.locator(extraSites);
      const answered = page.getByRole('alert').filter({ hasText: /\S/ });
      await added.or(answered).first().waitFor();
      if ((await added.count()) === 0) continue;
      await saved(app);
      await page.getByRole('button', { name: 'Undo' }).click();
      await added.waitFor({ state: 'detached' });
      await saved(app);
      return { x, y };
    }
  }
  throw new Error('no press adds an extra');
}

/** A page of `peers/`: it has all its markers from the beginning, and keeps those that are added. */
export function peerAtWork(
  url: string,
  size: { readonly width: number; readonly height: number },
  turns: boolean,
): Worked {
  const box = { x: 0, y: 0, ...size };
  return {
    url,
    turns,
    prepare: () => Promise.resolve(),
    open: async (page) => {
      await page.goto(url);
      await page.locator('body[data-usable="true"]').waitFor({ timeout: 120_000 });
      return { box, place: await placeInside(page, size, turns ? clearOf.turning : clearOf.still), selector: null };
    },
    undo: () => Promise.resolve(),
    fill: () => Promise.resolve(),
  };
}

/** Places all over an area, by rows. */
export const placesOver = ({ width, height }: { readonly width: number; readonly height: number }): readonly Place[] =>
  Array.from({ length: grid * grid }, (_, n) => ({
    x: Math.round(((0.5 + (n % grid)) * width) / grid),
    y: Math.round(((0.5 + Math.floor(n / grid)) * height) / grid),
  }));

/** How far around a place (px) something must be found too: a head that sways would else take it away from under a press. */
const clearOf = { turning: 14, still: 5 } as const;

/** The place nearest to the middle where the page finds something, and all around it. */
async function placeInside(
  page: Page,
  size: { readonly width: number; readonly height: number },
  within: number,
): Promise<Place> {
  const far = ({ x, y }: Place) => Math.hypot(x - size.width / 2, y - size.height / 2);
  // A little beside: a ray through the very middle runs along the seam of a head that is looked at from the front.
  const places = placesOver(size)
    .toSorted((a, b) => far(a) - far(b))
    .map(({ x, y }) => ({ x: x + 5, y: y + 3 }));
  const found = await page.evaluate(
    async ([all, r]) => {
      for (const { x, y } of all) {
        // A marker would take the press.
        if (document.elementFromPoint(x, y)?.closest('.marker') != null) continue;
        const around = [
          [0, 0],
          [r, r],
          [r, -r],
          [-r, r],
          [-r, -r],
        ] as const;
        const hits = await Promise.all(around.map(([dx, dy]) => window.peer?.pickAt(x + dx, y + dy)));
        if (hits.every((hit) => hit != null)) return { x, y };
      }
      return null;
    },
    [places, within] as const,
  );
  if (found === null) throw new Error(`${page.url()} finds nothing anywhere`);
  return found;
}
