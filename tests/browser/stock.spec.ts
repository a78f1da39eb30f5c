import { readFileSync } from 'node:fs';
import { expect, test } from '../support/app-fixture';
import { seriousFindings } from '../support/axe';

// What is counted and recorded, not what is drawn.
test.use({ head: false });

test('vials come in, one is taken from the shelf, and its lot finds the patient', async ({ app, page }) => {
  await app.open('#/records');
  await page.getByRole('button', { name: 'Vials and lots' }).click();
  const stock = page.getByRole('dialog', { name: 'Vials and lots' });
  await stock.getByText('Enter a delivery', { exact: true }).click();
  const entering = stock.getByRole('form', { name: 'Enter a delivery' });
  await entering.getByLabel('Lot').fill('C1234');
  await entering.getByLabel('Number of vials').fill('6');
  await entering.getByRole('button', { name: 'Enter' }).click();
  await expect(entering.getByLabel('Expiry')).toHaveAccessibleDescription(/must be a month/);
  await entering.getByLabel('Expiry').fill('2031-08');
  await entering.getByRole('button', { name: 'Enter' }).click();
  await expect(stock.getByRole('status')).toHaveText('6 vials of lot C1234 entered.');
  await page.keyboard.press('Escape');

  // Nothing is filled in by itself; one press from the keyboard takes lot and expiry.
  await app.newSession();
  await page.getByRole('button', { name: /Add patient/ }).click();
  await page.getByLabel('Initials or name').fill('S. Ynthetic');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Vials' }).click();
  const vials = page.getByRole('dialog', { name: 'Vials' });
  const offer = vials.getByRole('button', { name: 'C1234, expires 2031-08, 6 on hand' });
  await expect(offer).toBeVisible();
  await expect(vials.getByLabel('Lot')).toHaveValue('');
  await offer.press('Enter');
  await expect(vials.getByLabel('Lot')).toHaveValue('C1234');
  await expect(vials.getByLabel('Lot')).toBeFocused();
  await expect(vials.getByLabel('Expiry')).toHaveValue('2031-08');
  await vials.getByRole('button', { name: 'Now' }).click();
  await page.keyboard.press('Escape');
  await app.give('Procerus midline 1');
  await app.saved();

  await page.getByRole('link', { name: 'Records' }).click();
  await page.getByRole('button', { name: 'Vials and lots' }).click();
  const row = stock.getByRole('row').filter({ hasText: 'C1234' });
  await expect(row.getByRole('cell').nth(4)).toHaveText('5');
  expect(await seriousFindings(page, 'all', 'dialog')).toEqual([]);
  await row.getByRole('button', { name: 'Who had lot C1234?' }).click();
  await expect(stock.getByRole('status')).toHaveText('Lot C1234: 1 patient, 1 vial.');
  await expect(stock.getByRole('row', { name: /S. Ynthetic.*5 U/ })).toBeVisible();
  expect(await seriousFindings(page, 'all', 'dialog')).toEqual([]);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    stock.getByRole('button', { name: /CSV/ }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^aliquot-recall-\d{4}-\d\d-\d\d\.csv$/);
  expect(readFileSync(await saved.path(), 'utf8')).toContain('Had lot C1234,S. Ynthetic,');
  // On paper the dialog stays and the screen behind it goes.
  await page.emulateMedia({ media: 'print' });
  await expect(stock.getByRole('row', { name: /S. Ynthetic/ })).toBeVisible();
  await expect(stock.getByLabel('Lot to look for')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Records' })).toBeHidden();
  // However long the list is, it begins on the sheet.
  const table = stock.getByRole('table');
  await table.evaluate((element) => {
    element.style.height = '300vh';
  });
  expect((await stock.boundingBox())?.y).toBe(0);
});

test('Safety records a deviation, another toxin and a dose given elsewhere; an incident is refused where it is typed', async ({
  app,
  page,
}) => {
  await app.newSession();
  await page.getByRole('button', { name: 'Safety' }).click();
  const safety = page.getByRole('dialog', { name: 'Before the first needle' });

  await safety.getByText('Record a deviation', { exact: true }).click();
  const deviation = safety.getByRole('form', { name: 'Record a deviation' });
  await deviation.getByLabel('Which deviation').selectOption({ label: 'Lateral frontalis spared' });
  await expect(deviation).toContainText('awaiting clinical sign-off');
  await deviation.getByLabel('Frontalis left 2').check();
  await deviation.getByRole('button', { name: 'Record the deviation' }).click();
  await expect(deviation.getByLabel('Reason')).toHaveAccessibleDescription('A reason is needed.');
  await deviation.getByLabel('Reason').fill('heavy brow');
  await deviation.getByRole('button', { name: 'Record the deviation' }).click();
  await expect(safety.getByText('Lateral frontalis spared: Frontalis left 2. Reason: heavy brow')).toBeVisible();

  await safety.getByText('Add another toxin', { exact: true }).click();
  const toxin = safety.getByRole('form', { name: 'Add another toxin' });
  await toxin.getByLabel('Product').fill('Botox');
  await toxin.getByRole('button', { name: 'Record' }).click();
  await expect(toxin.getByLabel('Product')).toHaveAccessibleDescription(/record it as a dose given elsewhere/);
  await toxin.getByLabel('Product').fill('abobotulinumtoxinA');
  await toxin.getByRole('button', { name: 'Record' }).click();
  await expect(safety.getByText('Another toxin: abobotulinumtoxinA')).toBeVisible();

  await safety.getByText('Add a dose given elsewhere', { exact: true }).click();
  const elsewhere = safety.getByRole('form', { name: 'Add a dose given elsewhere' });
  await elsewhere.getByLabel('Units').fill('300');
  await elsewhere.getByLabel('When').fill(new Date().toISOString().slice(0, 10));
  await elsewhere.getByRole('button', { name: 'Record' }).click();
  await expect(safety.getByText(/Counts toward the 400 U/)).toBeVisible();
  await expect(
    safety.getByText(
      /^455 U within the window, more than 400 U: 300 U on \d{4}-\d\d-\d\d elsewhere; 155 U in this session/,
    ),
  ).toBeVisible();
  expect(await seriousFindings(page, 'all', 'dialog')).toEqual([]);
  await safety.getByRole('button', { name: /^Remove: 300 U/ }).click();
  await expect(safety.getByText('455 U within the window')).toHaveCount(0);
  await safety.getByRole('button', { name: 'Done' }).click();
  await expect(app.ledger).toContainText('Deviation: Lateral frontalis spared');

  await page.getByRole('button', { name: 'Incident, stop' }).click();
  const event = page.getByRole('dialog', { name: 'Record what happened' });
  await event.getByLabel('Units').fill('2.5');
  await event.getByLabel('Site').selectOption({ label: 'Frontalis left 1' });
  await expect(event.getByText('The site is skipped with it')).toBeVisible();
  await event.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(event.getByLabel('Reason')).toHaveAccessibleDescription('Not recorded: say why.');
  await event.getByLabel('Reason').fill('patient moved');
  await event.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(app.site('Frontalis left 1')).toHaveAccessibleName(/skipped$/);
});
