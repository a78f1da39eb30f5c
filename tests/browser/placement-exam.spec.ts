import { expect, test } from '../support/app-fixture';

// The head is drawn, on an empty sheet: only what is placed on it matters.
test.use({ head: false });

test('a group is placed from landmarks with the keyboard alone, and a true offset scores 0.0', async ({
  app,
  page,
}) => {
  await app.open('#/learn');
  // No pointer from here on.
  const { keyboard } = page;
  await page.getByRole('link', { name: /^Placement exam/ }).press('Enter');
  const press = async (name: RegExp | string, role: 'button' | 'checkbox' = 'button') => {
    await page.getByRole(role, { name }).focus();
    await keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
  };
  await press('Whole map', 'checkbox');
  await press(/Temporalis/, 'checkbox');
  await press('Start: 4 sites');
  await expect(app.map.locator('[data-drawn="true"]')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Temporalis, left: place 4 sites' })).toBeFocused();

  const pins = page.getByRole('list', { name: 'Pins of this group' }).getByRole('button');
  const command = page.getByRole('textbox', { name: 'Place from a landmark' });
  await command.focus();
  await test.step('what is not understood is said, and places nothing', async () => {
    await keyboard.type('up three fingers from tragus\n');
    await expect(app.alert()).toContainText('"three" was not understood');
    await command.selectText();
  });
  for (const [n, said] of ['30 mm up from tragus', '51 up from the tragus', '60 up, 2 cm back from tragus'].entries()) {
    await keyboard.type(`${said}\n`);
    await expect(pins).toHaveCount(n + 1);
    await expect(command).toHaveValue('');
  }
  await expect(pins.nth(0)).toHaveAccessibleName('Pin 1 30 mm above the tragus');
  // Nothing tells how near a pin is while more can be placed.
  await expect(app.map.locator('[data-truth]')).toHaveCount(0);

  await test.step('a pin is moved by a millimetre, and that is undone', async () => {
    await press(/^Back$/);
    await expect(pins.nth(2)).toHaveAccessibleName('Pin 3 by hand');
    await press('Undo');
    await expect(pins.nth(2)).toHaveAccessibleName('Pin 3 60 mm above and 20 mm behind the tragus');
  });

  await test.step("the browser's way back asks first, and loses nothing", async () => {
    await page.goBack();
    const leaving = page.getByRole('dialog', { name: 'Leave this exam?' });
    await expect(leaving).toBeVisible();
    await keyboard.press('Escape');
    await expect(leaving).toBeHidden();
    await expect(pins).toHaveCount(3);
  });

  await press('Go on with 3 of 4');
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(results).toContainText('Measured on this model, not on a patient.');
  const row = (site: string) => results.getByRole('row', { name: new RegExp(`^${site}`) });
  await expect(row('Temporalis left 1').getByRole('cell').nth(0)).toHaveText('0.0');
  await expect(row('Temporalis left 3')).toContainText('not placed');

  await press('Temporalis left 4');
  await expect(results.getByRole('button', { name: 'Temporalis left 4' })).toHaveAttribute('aria-pressed', 'true');
  await expect(app.map.locator('[data-line="temporalis-L-4"]')).toBeAttached();

  await test.step('another address begins another exam, where the results stood', async () => {
    await app.open('#/learn/exam/trapezius');
    await expect(page.getByRole('checkbox', { name: /Trapezius/ })).toBeChecked();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(results).toHaveCount(0);
  });
});
