import type { Page } from '@playwright/test';
import { expect, test } from '../support/app-fixture';

// What is charted and what is kept: no head matters.
test.use({ head: false });

/** Everything that this browser keeps for the app: each row of its database, and its settings. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    const db = await asked(indexedDB.open('aliquot'));
    const names = [...db.objectStoreNames];
    const rows = await Promise.all(
      names.map((name) => asked<unknown[]>(db.transaction(name).objectStore(name).getAll())),
    );
    db.close();
    const text = (part: unknown): unknown => (part instanceof Uint8Array ? [...part].join() : part);
    return JSON.stringify([names, rows, Object.entries(localStorage)], (_key, part: unknown) => text(part));
  });

test('a simulated patient is charted in a dry run, stopped and debriefed, and what the app keeps stays as it was', async ({
  app,
  page,
}) => {
  await app.newSession();
  await app.give('Corrugator left 1');
  await app.saved();
  const before = await kept(page);
  expect(before).toContain('session');

  await page.goto(`${app.url}#/learn/dry-run`);
  await page
    .getByRole('article', { name: 'A sore patch on the shoulder' })
    .getByRole('link', { name: 'Begin' })
    .click();
  const band = page.getByRole('region', { name: 'Dry run' });
  await expect(band).toContainText('simulated patient. Nothing here enters your records.');
  await expect(page).toHaveTitle(/Dry run \(training\)/);
  await expect(page.locator('[data-training]').getByRole('region', { name: 'Dose ledger' })).toContainText('Given 0 U');

  await page.getByRole('button', { name: 'Safety' }).click();
  const visit = page.getByRole('dialog', { name: 'Before the first needle' });
  await visit
    .getByRole('radiogroup', { name: 'Infection at a site' })
    .getByRole('radio', { name: 'Yes' })
    .press('Space');
  await visit.getByRole('button', { name: 'Done' }).click();
  // The keys act on the chart that is shown, and the rules hold in it.
  await page.keyboard.press('c');
  await expect(app.alert()).toContainText('Infection at a site: answered yes.');
  await page.getByRole('button', { name: 'Incident, stop' }).click();
  const event = page.getByRole('dialog');
  await event.getByLabel('What').selectOption({ value: 'stop' });
  await event.getByLabel('Reason').fill('Infection over the right trapezius');
  await event.getByRole('button').last().click();
  await expect(event).toBeHidden();
  await band.getByRole('button', { name: 'End and debrief' }).click();

  await expect(page.getByRole('heading', { name: 'Debrief: Demo, Tomas (synthetic)' })).toBeFocused();
  const right = page.getByRole('region', { name: 'As in the model answer' });
  await expect(right).toContainText('Nothing was injected, and the record says that it was stopped.');
  await expect(right).toContainText('Contraindicated with an infection at the site of injection. S41 (weak source)');
  await expect(page.getByRole('region', { name: 'Rules that the chart held to' })).toContainText('Infection at a site');
  expect(await kept(page)).toBe(before);

  await page.getByRole('link', { name: 'Chart' }).click();
  await expect(app.ledger).toContainText('Given 5 U');
});
