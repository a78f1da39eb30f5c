import { expect, test } from '../support/app-fixture';

// Moved by the form: nothing here looks at the head.
test.use({ head: false });

test('a site is moved with a key, says how far and why, is marked as moved, and is still there after a reload', async ({
  app,
  page,
}) => {
  await app.newSession();
  await app.select('Frontalis left 1');
  await page.keyboard.press('r');
  const form = page.getByRole('dialog', { name: 'Move Frontalis left 1' });
  const up = form.getByLabel('Up (mm)');
  const was = Number(await up.inputValue());
  await up.fill(String(was + 9));
  await expect(form.getByRole('status')).toHaveText(/^(8|9|10) mm from where it was planned$/);
  await form.getByLabel('Reason').selectOption({ label: 'Brow or lid position' });
  await form.getByRole('button', { name: 'Move site' }).click();
  await expect(form).toBeHidden();
  await expect(app.site('Frontalis left 1')).toHaveAccessibleName('Frontalis left 1, moved');
  await expect(app.card).toContainText(
    /Moved to left frontalis, .*: (8|9|10) mm from where it was planned\. Reason: Brow or lid position\./,
  );
  await app.saved();
  await page.reload();
  await app.usable();
  await expect(app.site('Frontalis left 1')).toHaveAccessibleName('Frontalis left 1, moved');

  await app.select('Frontalis left 1');
  await app.card.getByRole('button', { name: 'Void' }).click();
  await expect(app.site('Frontalis left 1')).toHaveAccessibleName('Frontalis left 1, planned');
});

test('a site moved into a danger zone warns with the distance before and after, and one outside its muscle is told what lies there', async ({
  app,
  page,
}) => {
  await app.newSession();
  await app.select('Corrugator left 1');
  await app.card.getByRole('button', { name: 'Move this site' }).click();
  const form = page.getByRole('dialog', { name: 'Move Corrugator left 1' });
  const across = form.getByLabel('Across (mm)');
  await across.fill('60');
  await expect(form.getByRole('status')).toContainText(/That point lies (in|outside)/);
  await form.getByRole('button', { name: 'Move site' }).click();
  await expect(form, 'nothing was moved').toBeVisible();
  // The supraorbital notch lies a little further to the side along the brow.
  await across.fill('7');
  await expect(form.getByRole('status')).toContainText(/Inside the spread of the .*: \d+ mm from its course/);
  await form.getByRole('button', { name: 'Move site' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Corrugator left 1 moved' })).toContainText('Warning:');
  await expect(app.alert()).toHaveCount(0);
  await expect(app.card).toContainText(/Inside the spread of the/);
});
