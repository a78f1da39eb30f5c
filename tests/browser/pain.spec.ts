import type { Page } from '@playwright/test';
import type { AppDriver, Marker, Point } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';

async function markerOf(app: AppDriver, site: string): Promise<Marker> {
  const find = async () => (await app.markers()).find((marker) => marker.site === site);
  await expect.poll(async () => (await find())?.site, `${site} is in front`).toBe(site);
  const found = await find();
  if (found === undefined) throw new Error(`${site} has gone`);
  return found;
}

/** A way of dragging: over these points, held at each until `then` is done at the last. */
type Drag = (page: Page, points: readonly Point[], then?: () => Promise<void>) => Promise<void>;

const byMouse: Drag = async (page, [first, ...rest], then) => {
  if (first === undefined) return;
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 3 });
  await then?.();
  await page.mouse.up();
};

const byTouch: Drag = async (page, [first, ...rest], then) => {
  const screen = await page.context().newCDPSession(page);
  const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    screen.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  if (first === undefined) return;
  await at('touchStart', [first]);
  for (const point of rest) await at('touchMove', [point]);
  await then?.();
  await at('touchEnd', []);
  await screen.detach();
};

test('pain painted on the head shows as heat, and an extra is offered for it, planned when asked, and kept', async ({
  app,
  page,
}) => {
  await app.newSession();
  await app.view('Left');
  await page.getByRole('button', { name: 'Where it hurts' }).click();
  const panel = page.getByRole('region', { name: 'Where it hurts' });
  await expect(panel.getByRole('radio', { name: 'Draw' })).toBeChecked();
  await expect(panel).toContainText('Nothing to go by yet');
  const { x, y } = await markerOf(app, 'temporalis-L-3');
  const turned = await page.getByRole('radio', { name: 'Left', exact: true }).isChecked();
  await byMouse(page, [
    { x, y: y - 50 },
    { x: x - 6, y: y - 20 },
    { x: x + 4, y: y - 4 },
  ]);
  const heat = () => app.map.locator('canvas').getAttribute('data-heat');
  await expect.poll(heat).toMatch(/^[1-9]/);
  expect(await page.getByRole('radio', { name: 'Left', exact: true }).isChecked(), 'the head did not turn').toBe(
    turned,
  );
  await expect(panel).toContainText(/Pain is drawn on the head, \d+ dabs/);

  const plan = panel.getByRole('button', { name: 'Plan here, Temporalis left' });
  await expect(plan.first()).toBeVisible();
  await expect(panel).toContainText(/Pain drawn over \d+ % of temporalis left; 2 extras left; \d+ mm from temporalis/);
  await expect(app.canvas.locator('[data-pin="offer"][data-shown="true"]').first()).toBeAttached();
  await expect(app.ledger, 'nothing is planned by itself').toContainText('Planned 155 U');
  await plan.first().click();
  await expect(app.ledger).toContainText('Planned 160 U');
  await expect(app.ledger).toContainText('Temporalis: 1 extra left');

  await panel.getByRole('radio', { name: 'Tenderness' }).check({ force: true });
  await panel
    .getByRole('radiogroup', { name: 'Trapezius right' })
    .getByRole('radio', { name: '3' })
    .check({ force: true });
  await expect(panel.getByRole('button', { name: 'Plan here, Trapezius right' }).first()).toBeVisible();
  await app.saved();
  const before = await heat();
  await page.reload();
  await app.usable();
  await expect(app.site('Follow-the-pain, Temporalis left F1')).toBeVisible();
  await expect.poll(heat).toBe(before);
  await page.getByRole('button', { name: 'Where it hurts' }).click();
  await panel.getByRole('radio', { name: 'Tenderness' }).check({ force: true });
  const felt = panel.getByRole('radiogroup', { name: 'Trapezius right' }).getByRole('radio', { name: '3' });
  await expect(felt).toBeChecked();
});

test('a planned site is dragged along the skin by mouse and by touch to the same place, and a given one is not', async ({
  app,
  page,
}) => {
  await app.newSession();
  await app.select('Temporalis left 2');
  await app.view('Left');
  const from = await markerOf(app, 'temporalis-L-2');
  const to = { x: from.x + 20, y: from.y - 14 };
  const label = app.canvas.locator('[data-drag-label]');
  const told: number[][] = [];
  for (const drag of [byMouse, byTouch]) {
    await drag(page, [from, { x: from.x + 9, y: from.y - 6 }, to], async () => {
      await expect(label).toHaveText(/^\d+ mm · in the muscle$/);
    });
    const line = page.getByRole('region', { name: 'Move the site here?' });
    await expect(line.getByRole('status')).toHaveText(/^Temporalis left 2: \d+ mm/);
    await expect(app.site('Temporalis left 2'), 'not before it is confirmed').toHaveAccessibleName(/planned$/);
    await line.getByRole('button', { name: 'Move here' }).click();
    await expect(app.site('Temporalis left 2')).toHaveAccessibleName(/moved$/);
    const text = await app.card.getByText(/^Moved to left temporalis/).innerText();
    expect(text).toContain("Reason: This patient's anatomy.");
    told.push((text.match(/\d+/g) ?? []).map(Number));
    await app.card.getByRole('button', { name: 'Void' }).click();
    await expect(app.site('Temporalis left 2')).toHaveAccessibleName(/planned$/);
    await app.settled();
  }
  const [mouse = [], touch = []] = told;
  expect(mouse.length).toBeGreaterThan(2);
  expect(touch).toHaveLength(mouse.length);
  mouse.forEach((mm, i) => {
    expect(Math.abs(mm - (touch[i] ?? NaN))).toBeLessThanOrEqual(1);
  });

  // Thought better of, with a key while it is held and on the line.
  await byMouse(page, [from, { x: from.x + 9, y: from.y - 6 }, to], async () => {
    await page.keyboard.press('Escape');
    await expect(label).toHaveCount(0);
  });
  await expect(page.getByRole('region', { name: 'Move the site here?' })).toHaveCount(0);

  await app.give('Temporalis left 2');
  await app.select('Temporalis left 2');
  await app.settled();
  // The head turned to the next site after the dose, and back.
  const given = await markerOf(app, 'temporalis-L-2');
  await byMouse(page, [given, { x: given.x + 9, y: given.y - 6 }, { x: given.x + 20, y: given.y - 14 }]);
  await expect(app.alert()).toContainText('what was injected is not moved');
  await expect(app.site('Temporalis left 2')).toHaveAccessibleName(/given$/);
});
