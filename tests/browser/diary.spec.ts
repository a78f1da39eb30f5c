import { readFileSync } from 'node:fs';
import { expect, test } from '../support/app-fixture';
import { readCsv } from '../support/read-csv';

// What is written, not what is drawn.
test.use({ head: false });

test('a patient without a session gets a page, and the keyboard alone fills a diary that is there again', async ({
  app,
  page,
}) => {
  // On a device that holds nothing, Preview has a diary for whoever it belongs to.
  await app.open('#/preview');
  await expect(page.getByRole('link', { name: 'My headache diary' })).toBeVisible();
  await app.open('#/records');
  await page.getByRole('radio', { name: 'Patients' }).check();
  await page.getByRole('button', { name: 'New patient' }).click();
  await page.getByLabel('Initials or name').fill('Demo, Maren (synthetic)');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Diary', exact: true }).click();
  const chosen = page.getByRole('gridcell', { selected: true });
  await chosen.focus();
  for (const keys of ['3 m t', '0', '2', '1'])
    for (const key of [...keys.split(' '), 'ArrowLeft']) await page.keyboard.press(key);
  // Faster than it is shown, and nothing is lost; the last day is cleared and taken back.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect(chosen).toHaveAccessibleName(/nothing written down/);
  await page.keyboard.press('Control+z');
  await expect(chosen).toHaveAccessibleName(/headache, mild/);
  await expect(page.getByRole('status', { name: 'Save state' })).toHaveText('Saved');

  // Hours are kept when their field is left, not digit by digit.
  const hours = page.getByLabel('Other, in hours');
  await hours.pressSequentially('13');
  await expect(chosen).not.toHaveAccessibleName(/hour/);
  await hours.press('Enter');
  await expect(chosen).toHaveAccessibleName(/headache, mild, 13 hours/);
  await chosen.focus();
  await page.keyboard.press('Control+z');
  await expect(chosen).toHaveAccessibleName(/headache, mild$/);

  await test.step('a note that could not be written stays in its field, and is kept with the next that can', async () => {
    const note = page.getByLabel('Note');
    await page.evaluate(() => {
      Object.assign(globalThis, { asBefore: Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await note.fill('rain');
    await note.blur();
    const state = page.getByRole('status', { name: 'Save state' });
    await expect(state).toHaveText('Not saved: this device has no space left.');
    await expect(note).toHaveValue('rain');
    await page.evaluate(() => {
      Object.defineProperty(IDBObjectStore.prototype, 'put', Reflect.get(globalThis, 'asBefore') as PropertyDescriptor);
    });
    await note.focus();
    await note.blur();
    await expect(state).toHaveText('Saved');
    await expect(note).toHaveValue('rain');
  });

  await page.reload();
  await expect(chosen).toHaveAccessibleName(/headache, severe, you think migraine, medicine taken, Triptan/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a table (CSV)' }).click();
  const rows = readCsv(readFileSync(await (await download).path(), 'utf8'));
  expect(rows.map((row) => [row['headache'], row['severity 1-3'], row['medicine triptan'], row['hours']])).toEqual([
    ['yes', '1', '', ''],
    ['yes', '2', '', ''],
    ['no', '', 'no', ''],
    ['yes', '3', 'yes', ''],
  ]);

  // Without a session there is something to be backed up all the same, and Preview has no diary of nobody.
  await app.open('#/records');
  await expect(page.getByRole('link', { name: 'To the backup' })).toBeVisible();
  await app.open('#/preview');
  await expect(page.getByRole('link', { name: 'What will be done' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'My headache diary' })).toBeHidden();
  await app.open('#/preview/diary');
  await expect(page, 'an address alone opens none either').toHaveURL(/#\/preview$/);

  await test.step('whoever is added is held against those who are there, by name, birth and number', async () => {
    await app.open('#/records');
    await page.getByRole('radio', { name: 'Patients' }).check();
    await page.getByRole('button', { name: 'New patient' }).click();
    const dialog = page.getByRole('dialog', { name: 'New patient' });
    const add = dialog.getByRole('button', { name: /^Add/ });
    await dialog.getByLabel('Initials or name').fill('demo maren synthetic');
    await add.click();
    await expect(dialog.getByRole('alert').getByRole('link', { name: 'Demo, Maren (synthetic)' })).toBeVisible();
    // Nobody is merged and nobody is kept out: whoever types decides, with what was typed as it was seen.
    await expect(add).toHaveText('Add as somebody else');
    await dialog.getByLabel('Born').fill('1984');
    await expect(add).toHaveText('Add patient');
    await add.click();
    await add.click();
    await expect(page.getByRole('heading', { level: 1, name: 'demo maren synthetic' })).toBeVisible();
  });
});
