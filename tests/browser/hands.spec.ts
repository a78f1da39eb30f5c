import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Vec3 } from '../../src/anatomy/anchor';
import { distance } from '../../src/anatomy/vector';
import { differences } from '../support/alike';
import { type AppDriver, markersOf, type Point } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { middleAtRest } from '../support/at-rest';
import { Hand } from '../support/hands';

/** mm by which what two hands did may differ: the browser tells of a finger and of a mouse by other fractions of a pixel. */
const tolerance = 1;
/**
 * The same place as `positionMm` in the mesh's own terms, where a hair's breadth leads to the triangle beside it; and the dabs
 * of a stroke, which are as many as the browser told places of it: they are held against each other as an area.
 */
const otherwise = ['triangle', 'weights', 'dabs'];
/** mm from a dab of one stroke to the next of another over the same skin. */
const besideDab = 4;

type Painted = { readonly visit: { readonly pain: { readonly dabs: readonly { readonly positionMm: Vec3 }[] } } };
type Record = { readonly session: Painted; readonly ledger: string };

/** What two hands did otherwise than each other, by path. */
function apart(one: Record | undefined, other: Record | undefined): readonly string[] {
  if (one === undefined || other === undefined) throw new Error('a hand is missing');
  const [a, b] = [one, other].map(({ session }) => session.visit.pain.dabs.map(({ positionMm }) => positionMm));
  const bare = (from: readonly Vec3[] = [], to: readonly Vec3[] = []) =>
    from
      .filter((dab) => to.every((near) => distance(near, dab) > besideDab))
      .map((dab) => `pain at ${dab.join(' ')} by one hand alone`);
  return [...differences(one, other, tolerance, otherwise), ...bare(a, b), ...bare(b, a)];
}

/** A map that a hand works on, by what it publishes. */
type Worked = { readonly map: Locator; readonly settled: () => Promise<void> };

async function at(map: Locator, site: string): Promise<Point> {
  const find = async () => (await markersOf(map)).find((each) => each.site === site);
  await expect.poll(async () => (await find())?.site, `${site} is in sight`).toBe(site);
  return (await find()) ?? { x: NaN, y: NaN };
}

const middle = async (what: Locator): Promise<Point> => {
  const at = await middleAtRest(what);
  if (at === null) throw new Error('it is not shown');
  return at;
};

/** Charts a little with one hand on the patient's left, on the map alone wherever the map can be worked on. */
async function charted(app: AppDriver, page: Page, kind: Hand['kind'], { map, settled }: Worked): Promise<Record> {
  const hand = await Hand.of(kind, page);
  const heard = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('pointerdown', ({ pointerType }) => resolve(pointerType), { capture: true, once: true });
      }),
  );
  await hand.tap(await at(map, 'temporalis-L-2'));
  expect(await heard, 'what the page hears').toBe(kind);
  await expect(app.site('Temporalis left 2')).toHaveAttribute('aria-selected', 'true');
  await hand.tap(await middle(app.card.getByRole('button', { name: 'Give', exact: true })));
  await expect(app.site('Temporalis left 2')).toHaveAccessibleName(/given$/);
  await settled();

  // Where the patient points: on the skin between the sites.
  const [two, three] = [await at(map, 'temporalis-L-2'), await at(map, 'temporalis-L-3')];
  const one = await at(map, 'temporalis-L-1');
  await hand.tap({ x: (one.x + two.x + three.x) / 3, y: (one.y + two.y + three.y) / 3 });
  await expect(app.site('Follow-the-pain, Temporalis left F1')).toBeVisible();
  await settled();

  // Along the skin, within the muscle.
  await hand.tap(await at(map, 'temporalis-L-4'));
  await expect(app.site('Temporalis left 4')).toHaveAttribute('aria-selected', 'true');
  await settled();
  const from = await at(map, 'temporalis-L-4');
  const label = map.locator('[data-drag-label]');
  await hand.drag([from, { x: from.x + 6, y: from.y - 8 }, { x: from.x + 14, y: from.y - 16 }], async () => {
    await expect(label).toHaveText(/^\d+ mm · in the muscle$/);
  });
  const line = page.getByRole('region', { name: 'Move the site here?' });
  await hand.tap(await middle(line.getByRole('button', { name: 'Move here' })));
  await expect(app.site('Temporalis left 4')).toHaveAccessibleName(/moved$/);
  await expect(map.locator('[data-pin="planned"][data-shown="true"]'), 'where it came from').toHaveCount(1);

  await hand.tap(await middle(page.getByRole('button', { name: 'Where it hurts' })));
  const panel = page.getByRole('region', { name: 'Where it hurts' });
  await expect(panel.getByRole('radio', { name: 'Draw' })).toBeChecked();
  await settled();
  const on = await at(map, 'temporalis-L-3');
  const stroke = [
    { x: on.x - 30, y: on.y - 24 },
    { x: on.x - 4, y: on.y - 10 },
    { x: on.x + 20, y: on.y - 12 },
  ];
  await hand.drag(stroke, async () => {
    // Who draws with a pen rests the hand on the screen.
    if (kind === 'pen') await hand.palm({ x: on.x + 60, y: on.y + 90 });
  });
  await expect(panel).toContainText(/Pain is drawn on the head, \d+ dabs/);
  await expect(app.map.locator('[data-heat]')).toHaveAttribute('data-heat', /^[1-9]/);
  // Whoever sees that the panel stands there still taps again.
  await expect(async () => {
    if (await panel.isVisible()) await hand.tap(await middle(panel.getByRole('button', { name: 'Done' })));
    await expect(panel).toBeHidden({ timeout: 5000 });
  }).toPass();
  await settled();

  // Beside the head, to turn it. What was done to the skin has turned nothing.
  await expect(page.getByRole('radio', { name: 'Left', exact: true })).toBeChecked();
  const canvas = await map.boundingBox();
  if (canvas === null) throw new Error('the map is not shown');
  const beside = { x: canvas.x + 110, y: canvas.y + canvas.height * 0.62 };
  await hand.drag([beside, { x: beside.x + 130, y: beside.y }, { x: beside.x + 260, y: beside.y + 4 }]);
  await expect(page.getByRole('radio', { name: 'Left', exact: true })).not.toBeChecked();
  await hand.done();

  await app.saved();
  const ledger = await app.ledger.innerText();
  await page.getByRole('link', { name: 'Records' }).click();
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /^Export/ })
    .first()
    .click();
  const session = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as Record['session'];
  return { session, ledger };
}

const quiet = { detail: 'light', follow: 'stay' } as const;
const every: readonly Hand['kind'][] = ['mouse', 'touch', 'pen'];

/** What the first hand charted is what each of the others did. */
async function chartedAlike(chart: (kind: Hand['kind']) => Promise<Record>) {
  const records: Record[] = [];
  for (const kind of every) records.push(await chart(kind));
  const [first, ...others] = records;
  expect(JSON.stringify(first?.session)).toContain('"kind":"move"');
  for (const other of others) expect(apart(first, other)).toEqual([]);
}

test.describe('on the drawn map', () => {
  test.use({ head: 'drawn', hasTouch: true, settings: quiet });

  test('a mouse, a finger and a pen chart the same session @long', async ({ app, page }) => {
    const map = app.map.locator('[data-drawn="true"]');
    await chartedAlike(async (kind) => {
      await page.goto('about:blank');
      await app.newSession();
      await expect(map).toBeVisible();
      await page.keyboard.press('2');
      await expect(app.map.locator('[data-view="left"]')).toBeVisible();
      return charted(app, page, kind, { map, settled: () => Promise.resolve() });
    });
  });
});

// That a finger, as a mouse, drags a site over the 3D head is held in pain.spec.ts.
test.describe('on the 3D head', () => {
  test.use({ hasTouch: true, settings: quiet });

  test('a mouse, a finger and a pen chart the same session @long', async ({ app, page }) => {
    await chartedAlike(async (kind) => {
      await page.goto('about:blank');
      await app.newSession();
      await app.view('Left');
      return charted(app, page, kind, { map: app.canvas, settled: () => app.settled() });
    });
  });
});
