import { expect, type Page } from '@playwright/test';

/** Answers everything that is asked before the first needle. */
export async function answerVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Safety' }).click();
  const visit = page.getByRole('dialog', { name: 'Before the first needle' });
  await visit.getByRole('radio', { name: 'Chronic migraine' }).check();
  await visit.getByRole('radio', { name: 'Given' }).check();
  await visit.getByRole('button', { name: 'Confirm both' }).click();
  for (const no of await visit.getByRole('radio', { name: 'No', exact: true }).all()) await no.press('Space');
  await visit.getByRole('button', { name: 'Done' }).click();
}

/** Says of the session's vial what a signature asks for. */
export async function describeVial(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vials' }).click();
  const vials = page.getByRole('dialog', { name: 'Vials' });
  await vials.getByLabel('Lot').fill('C1234');
  await vials.getByLabel('Expiry').fill('2031-08');
  await vials.getByRole('button', { name: 'Now' }).click();
  await page.keyboard.press('Escape');
  await expect(vials).toBeHidden();
}
