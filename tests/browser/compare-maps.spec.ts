import { expect, test } from '../support/app-fixture';

test('the other map is drawn beside this one by its button and its key, and told on the card', async ({
  app,
  page,
}) => {
  await app.newSession();
  const toggle = page.getByRole('button', { name: 'Compare maps' });
  const others = app.canvas.locator('[data-marker="other"]');
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await expect(others).toHaveCount(0);
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('region', { name: 'Compare maps' })).toContainText('10 of 31 sites differ');
  // Only the sites that stand elsewhere: frontalis and occipitalis.
  await expect(others).toHaveCount(10);
  await app.view('Front');
  await expect(app.canvas.locator('[data-marker="other"][data-shown="true"]')).toHaveCount(4);
  await app.select('Frontalis left 1');
  await expect(app.card).toContainText(/On PREEMPT 2010: 29 mm lower/);
  await expect(app.card).toContainText('brow');
  await app.select('Temporalis left 1');
  await expect(app.card).toContainText('On PREEMPT 2010: the same');
  await page.keyboard.press('b');
  await expect(others).toHaveCount(0);
  await expect(app.card).not.toContainText('On PREEMPT 2010');
  // Looking at the other map charts nothing.
  await expect(app.ledger).toContainText('Planned 155 U');
});

test.describe('with no head to look at', () => {
  test.use({ head: false });
  test('every site stands in the table of shifts, with millimetres and a reason', async ({ app, page }) => {
    await app.open();
    await app.usable();
    await page.keyboard.press('b');
    await page.keyboard.press('l');
    const dialog = page.getByRole('dialog', { name: 'PREEMPT 2017 and PREEMPT 2010, site by site' });
    const table = dialog.getByRole('table', { name: 'Compare maps' });
    await expect(table.getByRole('rowheader')).toHaveCount(31);
    for (const column of ['Site', 'Shift', 'On PREEMPT 2010', 'Why']) {
      await expect(table.getByRole('columnheader', { name: column })).toBeVisible();
    }
    await expect(table.getByRole('row', { name: /^Frontalis left 1 29 mm 29 mm lower/ })).toBeVisible();
    await expect(
      table.getByRole('row', { name: /^Occipitalis right 1 28 mm 5 mm lower and 28 mm nearer the midline/ }),
    ).toBeVisible();
    await expect(table.getByRole('row', { name: /^Trapezius left 3 0 mm the same/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('region', { name: 'Compare maps' })).toBeVisible();
  });

  test('on the map of 2010 the shifts are told the other way', async ({ app, page }) => {
    await app.open('#/settings');
    await page
      .getByLabel('Map for new sessions')
      .selectOption({ label: 'PREEMPT, method paper 2010 (licence figure)' });
    await page.getByRole('link', { name: 'Chart' }).click();
    await app.newSession();
    await page.keyboard.press('b');
    await app.select('Frontalis left 1');
    await expect(app.card).toContainText('On PREEMPT 2017: 29 mm higher');
  });
});
