import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AppDriver } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { seriousFindings } from '../support/axe';

// What is stored and what is shown, not what is drawn.
test.use({ head: false });

const passphrase = 'nine red kites over the mill';
const settings = (page: Page) => page.getByRole('link', { name: 'Settings' }).click();

async function setPassphrase(page: Page): Promise<void> {
  await settings(page);
  const protection = page.getByRole('region', { name: 'Protection' });
  await expect(protection).toContainText('No passphrase: whoever opens this device can read the records.');
  await protection.getByRole('button', { name: 'Set a passphrase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set a passphrase' });
  await dialog.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('New passphrase again').fill(passphrase);
  await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
  await expect(protection).toContainText('Encrypted under a passphrase');
}

async function addInjector(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: 'Add an injector' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an injector' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('New PIN', { exact: true }).fill(pin);
  await dialog.getByLabel('New PIN again').fill(pin);
  await dialog.getByRole('button', { name: 'Add an injector' }).click();
  await expect(dialog).toBeHidden();
}

async function charted(app: AppDriver): Promise<void> {
  await app.newSession();
  await app.page.getByRole('button', { name: /Add patient/ }).click();
  await app.page.getByLabel('Initials or name').fill('A. Sample');
  await app.page.getByRole('button', { name: 'Save', exact: true }).click();
  await app.give('Procerus midline 1');
  await app.saved();
}

const unlock = async (page: Page, typed: string) => {
  await page.getByLabel('Passphrase', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Unlock' }).click();
};

test('a passphrase locks the records: a wrong one is refused, the right one opens the session that was open', async ({
  app,
  page,
  context,
}) => {
  await charted(app);
  const session = page.url();
  await setPassphrase(page);
  await addInjector(page, 'A. Example', '2580');
  await addInjector(page, 'B. Example', '1470');
  await page.goto(session);
  await app.usable();

  // Told after it was kept: a page loaded anew is locked, and nothing of the record is in it.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('A. Sample')).toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);
  await unlock(page, 'nine red kites over the hill');
  await expect(app.alert()).toHaveText('Wrong passphrase.');
  await expect(page.getByRole('navigation', { name: 'Modes' })).toHaveCount(0);
  await unlock(page, passphrase);
  // On a device of several the log is to say who: that is asked before anything is shown, and may be left.
  const who = (at: Page) => at.getByRole('dialog', { name: 'Who is at work?' });
  await expect(who(page)).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Modes' })).toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);
  await who(page).getByRole('button', { name: 'A. Example' }).click();
  await expect(app.ledger).toContainText('Given 5 U');
  await expect(page.getByText('A. Sample').first()).toBeVisible();
  await expect(who(page)).toBeHidden();

  // Another window asks for itself; locking in one locks both.
  const other = app.inWindow(await context.newPage());
  await other.page.goto(session);
  await unlock(other.page, passphrase);
  await who(other.page).getByRole('button', { name: 'Not now' }).click();
  await expect(other.ledger).toContainText('Given 5 U');
  await other.page.getByRole('link', { name: 'Records' }).click();
  await settings(page);
  await page.getByRole('button', { name: 'Lock now' }).click();
  for (const each of [page, other.page]) {
    await expect(each.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect(each.getByText('A. Sample')).toHaveCount(0);
  }
  // Over Records, whose line follows; the lock had forgotten who it was.
  await unlock(other.page, passphrase);
  await who(other.page).getByRole('button', { name: 'B. Example' }).click();
  await expect(other.page.getByText('At work: B. Example, without PIN.')).toBeVisible();
  await other.page.getByRole('button', { name: 'Leave' }).click();
  await expect(other.page.getByText('Nobody said to be at work in this window.')).toBeVisible();
  await expect(other.page.getByRole('button', { name: 'Say who' })).toBeFocused();
  await other.page.keyboard.press('Enter');
  await who(other.page).getByLabel('PIN').fill('0000');
  await who(other.page).getByRole('button', { name: 'A. Example' }).click();
  await expect(who(other.page).getByLabel('PIN')).toHaveAccessibleDescription(/Wrong PIN/);
  await expect(who(other.page).getByLabel('PIN')).toBeFocused();
  await other.page.keyboard.type('2580');
  await who(other.page).getByRole('button', { name: 'A. Example' }).click();
  await expect(other.page.getByText('At work: A. Example, PIN given.')).toBeVisible();
  await other.page.getByRole('button', { name: 'Audit log' }).click();
  const log = other.page.getByRole('dialog', { name: 'Audit log' });
  for (const what of ['Created', 'Passphrase changed', 'Unlocked', 'Locked'])
    await expect(log.getByRole('cell', { name: what, exact: true }).first()).toBeVisible();
  const by = (name: string) => log.getByRole('row').filter({ hasText: name });
  await expect(by('B. Example').first()).toBeVisible();
  await expect(by('A. Example').filter({ hasText: 'Viewed' }).first()).toBeVisible();
  await expect(log.getByRole('cell', { name: /^Failed to unlock, once/ })).toHaveCount(1);
});

test('the recovery key opens an emergency view that can be read and not written', async ({ app, page }) => {
  await charted(app);
  const session = page.url();
  await setPassphrase(page);
  await page.getByRole('button', { name: 'Make a recovery key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a recovery key' });
  await dialog.getByLabel('Current passphrase').fill(passphrase);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const key = /(?:\w{5}-){6}\w{5}/.exec((await dialog.getByText(/(?:\w{5}-){6}\w{5}/).textContent()) ?? '')?.[0] ?? '';
  expect(key).toHaveLength(41);
  await dialog.getByRole('button', { name: 'I have it on paper' }).click();
  await page.goto(session);
  await page.reload();

  await page.getByRole('button', { name: 'Emergency view' }).click();
  await page.getByLabel('Recovery key').fill(key.replace(/^./, (first) => (first === 'Z' ? 'Y' : 'Z')));
  await page.getByRole('button', { name: 'Open to read' }).click();
  await expect(app.alert()).toHaveText(/Group 1|not the recovery key/);
  await page.getByLabel('Recovery key').fill(key.toLowerCase());
  await page.getByRole('button', { name: 'Open to read' }).click();
  await expect(page.getByRole('note')).toContainText('nothing is written');
  await expect(app.ledger).toContainText('Given 5 U');
  await app.select('Frontalis left 1');
  await app.card.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(app.alert()).toContainText('Emergency view');
  await expect(app.ledger).toContainText('Given 5 U');
});

test('a device that was wiped holds nothing, and a backup brings the session back', async ({ app, page }) => {
  await charted(app);
  await settings(page);
  const backup = page.getByRole('region', { name: 'Backup' });
  await expect(backup).toContainText('No backup was made on this device yet.');
  await backup.getByRole('button', { name: 'Make a backup' }).click();
  const making = page.getByRole('dialog', { name: 'Make a backup' });
  await making.getByLabel('Passphrase of the backup', { exact: true }).fill(passphrase);
  await making.getByLabel('Passphrase of the backup again').fill(passphrase);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    making.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^aliquot-backup-\d{4}-\d\d-\d\d\.aliquot-backup$/);
  await expect(making.getByRole('status')).toContainText('Backup saved: 1 session');
  await making.getByRole('button', { name: 'Close' }).last().click();
  await expect(backup).toContainText('The last backup is of today.');
  const file = { name: saved.suggestedFilename(), mimeType: '', buffer: readFileSync(await saved.path()) };

  const open = async (name: 'Check a backup' | 'Restore a backup', typed: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    await dialog.getByLabel('Backup file').setInputFiles(file);
    await dialog.getByLabel('Passphrase of the backup').fill(typed);
    await dialog.getByRole('button', { name: /^(Check|Restore)$/ }).click();
    return dialog;
  };
  const checking = await open('Check a backup', passphrase);
  await expect(checking.getByRole('status')).toContainText('every session in it reads: 1 session');
  await checking.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('button', { name: 'Wipe this device' }).click();
  const wiping = page.getByRole('dialog', { name: 'Wipe this device' });
  const wipe = wiping.getByRole('button', { name: 'Wipe everything' });
  await wiping.getByLabel('Type WIPE to confirm').fill('wipe');
  await expect(wipe).toBeDisabled();
  await wiping.getByLabel('Type WIPE to confirm').fill('WIPE');
  await wipe.click();
  await expect(page.getByRole('button', { name: 'New session' })).toBeVisible();
  await page.getByRole('link', { name: 'Records' }).click();
  await expect(page.getByText('No sessions yet.')).toBeVisible();

  await settings(page);
  const wrong = await open('Restore a backup', 'something else');
  await expect(wrong.getByRole('alert')).toContainText('Wrong passphrase for this backup.');
  await wrong.getByLabel('Passphrase of the backup').fill(passphrase);
  await wrong.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(wrong.getByRole('status')).toContainText('2 documents were added');
  await wrong.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('link', { name: 'Records' }).click();
  await page.getByLabel('Search').fill('sample');
  await expect(page.getByRole('status').filter({ hasText: '1 of 1' })).toBeVisible();
  await page.getByLabel('Search').fill('nobody');
  await expect(page.getByText('No session has that.')).toBeVisible();
  await page.getByLabel('Search').fill('');
  await page.getByRole('link', { name: /Open the session of A. Sample/ }).click();
  await expect(app.ledger).toContainText('Given 5 U');
});

test('a browser that lost its settings still opens the session that was saved last', async ({ app, page }) => {
  await charted(app);
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.goto(`${app.url}about-nothing.txt`).catch(() => undefined);
  await page.evaluate(() => {
    localStorage.clear();
  });
  await app.open();
  await expect(app.ledger).toContainText('Given 5 U');
});
