import { expect, type Locator, type Page } from '@playwright/test';
import { answerVisit, describeVial } from './answer-visit';
import type { AppDriver } from './app-driver';

export const pin = '2580';

/** A new session with nothing left to ask or to give: muscle by muscle, a seventh of the presses that single sites take. */
export async function completedSession(app: AppDriver): Promise<void> {
  await app.newSession();
  await answerVisit(app.page);
  await describeVial(app.page);
  await app.giveMuscles();
}

/** Finishes a complete session, discards what is left of its vial, and stands before the signature. */
async function readyToSign(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Finish' }).click();
  const finish = page.getByRole('dialog', { name: 'Finish this session?' });
  await finish.getByRole('button', { name: 'Discard what is left (45 U)' }).click();
  await finish.getByRole('button', { name: 'Sign and lock' }).click();
  return page.getByRole('dialog', { name: 'Sign and lock' });
}

/** Signs it, as the first injector of this device. What shows the signature. */
export async function signSession(page: Page, name = 'A. Example'): Promise<Locator> {
  const signing = await readyToSign(page);
  await expect(signing.getByText('What it does not prove')).toBeVisible();
  await signing.getByLabel('Name').fill(name);
  await signing.getByLabel('PIN').fill(pin);
  await signing.getByRole('button', { name: 'Sign and lock' }).click();
  const signature = page.getByRole('status', { name: 'Signature' });
  await expect(signature).toContainText(`Signed by ${name}`);
  return signature;
}
