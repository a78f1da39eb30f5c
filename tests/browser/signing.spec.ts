import { answerVisit, describeVial } from '../support/answer-visit';
import { expect, test } from '../support/app-fixture';
import { pin, signSession } from '../support/sign-session';

// What is signed, not what is drawn.
test.use({ head: false });

test('a session that is complete is signed, is locked after a reload, and is amended by a new version', async ({
  app,
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.newSession();
  await answerVisit(page);
  await describeVial(page);
  await app.give('Procerus midline 1');

  const finish = page.getByRole('dialog', { name: 'Finish this session?' });
  const sign = finish.getByRole('button', { name: 'Sign and lock' });
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(sign).toBeDisabled();
  await expect(finish.getByText('30 sites are still planned.')).toBeVisible();
  await page.keyboard.press('Escape');
  await app.giveMuscles();
  const signature = await signSession(page);
  await page.reload();
  await app.usable();
  await expect(signature).toContainText('Signed by A. Example');
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeHidden();
  await app.select('Procerus midline 1');
  await page.keyboard.press('v');
  await expect(app.card.getByRole('button', { name: 'Void' })).toBeHidden();
  await expect(app.ledger).toContainText('Given 155 U');

  await page.getByRole('button', { name: 'Amend' }).click();
  const amend = page.getByRole('dialog', { name: 'Amend' });
  await amend.getByLabel('Addendum').fill('Called the next day: well.');
  await amend.getByRole('button', { name: 'Correct something' }).click();
  await amend.getByLabel('Lot').fill('C1235');
  await amend.getByLabel('Reason for it').fill('follow-up call');
  await amend.getByLabel('PIN').fill('0000');
  await amend.getByRole('button', { name: 'Amend' }).click();
  await expect(amend.getByRole('alert')).toContainText('Wrong PIN');
  await amend.getByLabel('PIN').fill(pin);
  await amend.getByRole('button', { name: 'Amend' }).click();
  await expect(signature).toContainText('version 2');

  await page.getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await expect(versions.getByRole('row').filter({ hasText: 'follow-up call' })).toHaveCount(1);
  await expect(versions.getByRole('table', { name: 'Differences' })).toContainText('Called the next day: well.');
  const lot = versions.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Vial 1: lot' }) });
  await expect(lot.getByRole('cell')).toHaveText(['C1234', 'C1235']);
  // The note goes into the patient's record elsewhere as text; where the browser lets nobody copy, it can be selected.
  const copy = versions.getByRole('button', { name: 'Copy as text' }).last();
  await copy.click();
  await expect(versions.getByText('Copied. Paste it into')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Total: 155 U at 31 sites, 3.1 mL (cap 195 U)');
  expect(copied).toContain('Addendum: Called the next day: well.');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await copy.click();
  await expect(versions.getByRole('textbox', { name: 'The note as text' })).toHaveValue(`${copied.trimEnd()}\n`);
  // Printed by the button and by the browser's own command, each is put down once.
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await versions.getByRole('button', { name: 'Print', exact: true }).click();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Records' }).click();
  await page.getByRole('button', { name: 'Audit log' }).click();
  const log = page.getByRole('dialog', { name: 'Audit log' });
  await expect(log.getByText('Nothing in between was changed')).toBeVisible();
  for (const what of ['Created', 'Viewed', 'Signed', 'Wrong PIN', 'Amended']) {
    await expect(log.getByRole('cell', { name: what, exact: true }).first()).toBeVisible();
  }
  await expect(log.getByRole('cell', { name: 'Printed', exact: true })).toHaveCount(2);
  await expect(log.getByRole('cell', { name: 'Exported', exact: true })).toHaveCount(2);
  // One injector, who signed with the PIN: nothing more had to be said.
  await expect(log.getByRole('row').filter({ hasText: 'Amended' })).toContainText('A. Example (PIN given)');
});
