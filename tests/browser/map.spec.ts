import type { AppDriver, Marker } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { comeCloser, distance } from '../support/between-markers';

/** Markers that stand clear of all others, so that a press near one can mean no other. */
async function clearMarkers(app: AppDriver): Promise<readonly Marker[]> {
  const all = await app.markers();
  return all.filter((one) => all.every((other) => other === one || distance(one, other) > 26));
}

async function markerOf(app: AppDriver, site: string): Promise<Marker> {
  const find = async () => (await app.markers()).find((marker) => marker.site === site);
  await expect.poll(async () => (await find())?.site, `${site} is in front`).toBe(site);
  const found = await find();
  if (found === undefined) throw new Error(`${site} has gone`);
  return found;
}

test('the head answers the mouse: markers, wheel and turning, and rests between', async ({ app, page }) => {
  await app.newSession();
  await test.step('nothing is drawn while nothing changes', async () => {
    await app.settled(2000);
    const before = await app.frames();
    await page.waitForTimeout(5000);
    expect(await app.frames()).toBe(before);
    await app.select('Trapezius right 1');
    await app.settled();
    await expect.poll(() => app.frames()).toBeGreaterThan(before);
  });
  await test.step('a press on a marker selects its site, one in the list shows on the head, and the card agrees', async () => {
    await app.view('Left');
    const markers = await clearMarkers(app);
    expect(markers.length).toBeGreaterThanOrEqual(4);
    for (const marker of markers.slice(0, 2)) {
      // Past the marker's edge but within its reach: what counts is the nearest one.
      await page.mouse.click(marker.x + 6, marker.y - 6);
      await expect(app.sites.locator(`[data-site="${marker.site}"]`)).toHaveAttribute('aria-selected', 'true');
      const name = await app.selectedName();
      const [muscle = ''] = name.split(/ (?:left|right|midline) /);
      await expect(app.card.getByRole('heading')).toContainText(muscle);
      await expect(app.canvas.locator('[data-marker="front"][data-selected="true"]')).toHaveAttribute(
        'data-site',
        marker.site,
      );
      await app.view('Left');
    }
    for (const [name, id] of [
      ['Occipitalis right 2', 'occipitalis-R-2'],
      ['Procerus midline 1', 'procerus-M'],
      ['Trapezius left 3', 'trapezius-L-3'],
    ] as const) {
      await app.select(name);
      await app.settled();
      const marker = await markerOf(app, id);
      await expect(app.canvas.locator('[data-marker="front"][data-selected="true"]')).toHaveAttribute(
        'data-site',
        marker.site,
      );
    }
  });
  await test.step('the wheel brings nearer what is under the pointer, and leaves it there', async () => {
    await app.view('Left');
    const [before, other] = [await markerOf(app, 'temporalis-L-1'), await markerOf(app, 'temporalis-L-2')];
    await page.mouse.move(before.x, before.y);
    await page.mouse.wheel(0, -480);
    await expect
      .poll(async () => distance(await markerOf(app, 'temporalis-L-1'), await markerOf(app, 'temporalis-L-2')))
      .toBeGreaterThan(1.3 * distance(before, other));
    await app.settled();
    expect(distance(await markerOf(app, 'temporalis-L-1'), before)).toBeLessThan(12);
  });
  await test.step('turning the head with the mouse neither selects nor adds anything', async () => {
    await app.settled();
    const box = await app.canvas.boundingBox();
    if (box === null) throw new Error('no canvas');
    const before = await app.frames();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 160, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await app.settled();
    await expect.poll(() => app.frames()).toBeGreaterThan(before);
    await expect(app.sites.getByRole('treeitem', { level: 2, name: /^Follow-the-pain/ })).toHaveCount(0);
    await expect(app.alert()).toHaveCount(0);
  });
});

test('the skin answers a press: an extra where one may go, and the reason where none may', async ({ app, page }) => {
  await app.newSession();
  await test.step('a press on the cheek or the forehead says what was hit and why no extra goes there, and changes nothing', async () => {
    await app.view('Front');
    const [left, right] = [await markerOf(app, 'corrugator-L'), await markerOf(app, 'corrugator-R')];
    const apart = left.x - right.x;
    await page.mouse.click((left.x + right.x) / 2 + 1.2 * apart, left.y + 1.9 * apart);
    await expect(app.alert()).toContainText(/not added/i);
    await expect(app.alert()).toContainText(/allowed only in temporalis, occipitalis,? and trapezius/i);
    const point = await comeCloser(app, /^frontalis-R-/);
    await page.mouse.click(point.x, point.y);
    await expect(app.alert()).toContainText(/this is the frontalis/i);
    await expect(app.sites.getByRole('treeitem', { level: 2, name: /^Follow-the-pain/ })).toHaveCount(0);
    await expect(app.ledger).toContainText('Planned 155 U');
  });
  await test.step('a press on the skin over the temporalis plans an extra there, with a sentence in millimetres', async () => {
    await app.view('Left');
    const point = await comeCloser(app, /^temporalis-L-/);
    await page.mouse.click(point.x, point.y);
    const extra = app.sites.getByRole('treeitem', { level: 2, name: /^Follow-the-pain/ });
    await expect(extra).toHaveCount(1);
    await expect(extra).toHaveAccessibleName(/Temporalis left F1/);
    await expect(app.ledger).toContainText('Temporalis: 1 extra left');
    await expect(app.ledger).toContainText('Planned 160 U');
    await extra.click();
    await expect(app.card).toContainText(/left temporalis, \d+ mm .*(tragus|helix|canthus|hairline|brow)/);
  });
});

test.describe('where motion is welcome', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });
  test('the head turns to a view, arrives, and then rests', async ({ app, page }) => {
    await app.newSession();
    await app.view('Left');
    await app.settled(1000);
    const rested = await app.frames();
    await page.waitForTimeout(2000);
    expect(await app.frames()).toBe(rested);
    expect((await app.markers()).map(({ site }) => site)).toContain('temporalis-L-1');
  });
});

for (const [detail, limit] of [
  ['full', 200_000],
  ['light', 110_000],
] as const) {
  test(`the ${detail} head stays within its draw calls and triangles with everything on`, async ({ app, page }) => {
    await app.open('#/settings');
    await page.getByLabel('Head model').selectOption(detail);
    await page.getByRole('link', { name: 'Chart' }).click();
    await app.usable();
    await page.getByRole('radio', { name: 'Muscles' }).check();
    await app.settled();
    await expect(app.canvas).toHaveAttribute('data-detail', detail);
    expect(Number(await app.canvas.getAttribute('data-draw-calls'))).toBeLessThanOrEqual(40);
    const triangles = Number(await app.canvas.getAttribute('data-triangles'));
    expect(triangles).toBeGreaterThan(10_000);
    expect(triangles).toBeLessThanOrEqual(limit);
  });
}
