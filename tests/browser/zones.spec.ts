import type { Page } from '@playwright/test';
import { expect, test } from '../support/app-fixture';

const zonesButton = (page: Page) =>
  page.getByRole('group', { name: 'Layers' }).getByRole('button', { name: 'Danger zones' });
const zoneList = (page: Page) => page.getByRole('listbox', { name: 'Danger zones on the map' });

test.describe('on the large head', () => {
  test.use({ settings: { detail: 'full' } });
  test('the danger zones are a layer of their own, by button and by key, over skin and muscles alike', async ({
    app,
    page,
  }) => {
    // A shader that does not compile is counted among the draw calls all the same.
    const broken: string[] = [];
    page.on('console', (message) => {
      if (/shader error|program not valid/i.test(message.text())) broken.push(message.text());
    });
    await app.newSession();
    await app.view('Back');
    const calls = async () => Number(await app.canvas.getAttribute('data-draw-calls'));
    await expect(app.canvas).toHaveAttribute('data-detail', 'full');
    const without = await calls();
    await zonesButton(page).click();
    await expect(zonesButton(page)).toHaveAttribute('aria-pressed', 'true');
    await expect(zoneList(page).getByRole('option')).toHaveCount(12);
    // One mesh for all of them.
    await expect.poll(calls).toBe(without + 1);
    await page.getByRole('radio', { name: 'Muscles', exact: true }).check();
    await app.settled();
    await expect(zonesButton(page)).toHaveAttribute('aria-pressed', 'true');
    expect(Number(await app.canvas.getAttribute('data-triangles'))).toBeLessThan(200_000);
    expect(broken).toEqual([]);
    await page.keyboard.press('z');
    await expect(zonesButton(page)).toHaveAttribute('aria-pressed', 'false');
    await expect(zoneList(page)).toHaveCount(0);
  });
});

test('every zone can be reached from the keyboard and the pointer, says its spread and sources, and turns the head to it', async ({
  app,
  page,
}) => {
  await app.newSession();
  await app.view('Front');
  await zonesButton(page).click();
  const options = zoneList(page).getByRole('option');
  await options.first().focus();
  await page.keyboard.press('Home');
  const count = await options.count();
  for (let at = 0; at < count; at += 1) {
    const option = options.nth(at);
    await expect(option).toBeFocused();
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await expect(option).toHaveAccessibleName(/mm .*(Sources S\d+|No source read)/);
    await page.keyboard.press('ArrowRight');
  }
  // The last is the lung, seen from above the shoulders.
  await expect(page.getByRole('radio', { name: 'Neck and shoulders' })).toBeChecked();
  await expect(page.getByRole('region', { name: 'Lung apex under the shoulder ridge' })).toContainText('pneumothorax');
  // The selected site did not move with the arrows, and Escape lets the zone go.
  await expect(app.card.getByRole('heading', { level: 2 })).toContainText('Corrugator');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Lung apex under the shoulder ridge' })).toHaveCount(0);

  // Where the pointer rests on a zone, it is named.
  await app.view('Left');
  await expect(zoneList(page)).toBeVisible();
  const markers = await app.markers();
  const of = (site: string) => {
    const found = markers.find((marker) => marker.site === site);
    if (found === undefined) throw new Error(`${site} is not in sight`);
    return found;
  };
  // Between the temporalis site in front and the lowest one run the branches of the temporal artery.
  const [front, low] = [of('temporalis-L-3'), of('temporalis-L-1')];
  const tip = app.canvas.getByText('Superficial temporal artery');
  for (let share = 0.2; share < 0.9; share += 0.1) {
    await page.mouse.move(front.x + (low.x - front.x) * share, low.y + 30 + (front.y - low.y) * share);
    if (await tip.isVisible()) break;
  }
  await expect(tip).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(tip).toBeHidden();
});

test.describe('charted from the list', () => {
  test.use({ head: false });
  test('a fixed site names its neighbours on its card, and says where it stands in a zone by design', async ({
    app,
  }) => {
    await app.newSession();
    await app.select('Cervical paraspinal left 1');
    const neighbours = app.card.getByRole('list', { name: 'Neighbours' });
    await expect(neighbours).toContainText(/Greater occipital nerve, \d+ mm: inside its spread/);
    await expect(app.card).toContainText('by design');
  });

  test('an extra placed inside a zone is planned with a warning that stays on its card, here and after a reload', async ({
    app,
    page,
  }) => {
    await app.newSession();
    await page.getByRole('button', { name: 'Add follow-the-pain site' }).click();
    const form = page.getByRole('dialog', { name: 'Add follow-the-pain site' });
    await form.getByLabel('Muscle').selectOption({ label: 'Occipitalis' });
    await form.getByLabel('Measured from').selectOption({ label: 'inion' });
    await form.getByLabel('Up (mm)').fill('12');
    await form.getByLabel('Across (mm)').fill('40');
    await form.getByLabel('Across toward').selectOption({ label: 'the side' });
    await form.getByRole('button', { name: 'Add site' }).click();
    await expect(form).toBeHidden();
    // Nothing is refused: it is a status that says so, and it warns.
    const status = page.getByRole('status').filter({ hasText: 'Extra planned' });
    await expect(status).toContainText(/Warning: Inside the spread of the .*: \d+ mm from its course/);
    await expect(app.alert()).toHaveCount(0);
    await expect(app.sites.getByRole('treeitem', { level: 2, name: /^Follow-the-pain/ })).toHaveCount(1);
    await expect(app.card).toContainText(/Inside the spread of the greater occipital nerve/);
    await app.saved();
    await page.reload();
    await app.usable();
    await app.sites.getByRole('treeitem', { level: 2, name: /^Follow-the-pain/ }).click();
    await expect(app.card).toContainText(/Inside the spread of the greater occipital nerve/, { timeout: 30_000 });
  });
});
