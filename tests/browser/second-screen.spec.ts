import { expect, test } from '../support/app-fixture';
import { expectNothingSerious } from '../support/axe';

// Windows and what is stored, not what is drawn.
test.use({ head: false });

const passphrase = 'nine red kites over the mill';

test('a second screen opens from Chart and follows it live, dose by dose, until the device is locked', async ({
  app,
  page,
  context,
}) => {
  // One who opens it by address, before anything is charted, is told so.
  const early = await context.newPage();
  await early.goto(`${app.url}#/second`);
  await expect(early.getByRole('heading', { name: 'No session is being charted' })).toBeVisible();

  await app.newSession();
  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Second screen' }).click();
  const second = await opening;
  expect(await second.evaluate(() => window.opener === null)).toBe(true);

  for (const window of [second, early]) {
    const site = window.getByRole('region', { name: 'Site', exact: true });
    await expect(site.getByRole('heading', { name: 'Corrugator' })).toBeVisible();
    await expect(window.getByText('0 of 195 U')).toBeVisible();
  }
  const site = second.getByRole('region', { name: 'Site', exact: true });
  const ledger = second.getByRole('region', { name: 'Dose ledger' });

  await app.give('Corrugator left 1');
  await expect(second.getByText('5 of 195 U', { exact: true })).toBeVisible();
  await expect(ledger).toContainText('Given lastCorrugator left 1, 5 U');
  await expect(site).toContainText("Patient's right");

  await app.select('Temporalis left 2');
  await expect(site.getByRole('heading', { name: 'Temporalis' })).toBeVisible();
  await expect(site).toContainText('Next in order: Corrugator, right, 1');
  await second.getByRole('button', { name: 'Follow the charting window' }).click();
  await expect(site.getByRole('heading', { name: 'Corrugator' })).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(second.getByText('0 of 195 U', { exact: true })).toBeVisible();
  await expect(site).toContainText("Patient's left");

  // Keys that give in Chart do nothing here.
  await second.keyboard.press('g');
  await second.keyboard.press('Space');
  await expectNothingSerious(second);
  await page.reload();
  await app.usable();
  await expect(app.ledger).toContainText('Given 0 U');
  await expect(second.getByText(/^Charted in another window/)).toBeVisible();

  // The charting window goes elsewhere, and comes back.
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(second.getByText(/^No window is charting this session any more/)).toBeVisible();

  await page.getByRole('button', { name: 'Set a passphrase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set a passphrase' });
  await dialog.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('New passphrase again').fill(passphrase);
  await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
  // What was open to everybody asks for the passphrase now, as every other window does, and shows nothing before.
  await expect(second.getByLabel('Passphrase')).toBeVisible();
  await expect(second.getByText('of 195 U')).toHaveCount(0);
  await second.getByLabel('Passphrase').fill(passphrase);
  await second.getByRole('button', { name: 'Unlock', exact: true }).click();
  await page.getByRole('link', { name: 'Chart' }).click();
  await expect(second.getByText('0 of 195 U', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(second.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(second.getByText('of 195 U')).toHaveCount(0);
});
