import { expect, test } from '../support/app-fixture';

test.use({ head: false });

const kept = () =>
  indexedDB.databases().then((all) => [...all.map(({ name }) => name ?? ''), ...Object.keys(localStorage)].toSorted());

test('a demo patient is one press away, framed as synthetic, and gone with one more; own records are not touched', async ({
  app,
  page,
}) => {
  await app.open('#/records');
  // Records has read its own vault, which that makes.
  await expect(page.getByText('No sessions yet')).toBeVisible();
  const own = await page.evaluate(kept);
  await page.getByRole('link', { name: 'See a demo patient' }).click();

  const band = page.getByRole('region', { name: 'Demo: everything here is synthetic.' });
  await expect(band).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Demo, Maren (synthetic)' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Modes' }).getByRole('link', { name: 'Records' }).click();
  await expect(page.getByRole('link', { name: /^Open the session of Demo/ })).toHaveCount(4);
  await expect(page.getByRole('link', { name: 'See a demo patient' })).toBeHidden();
  await page.getByRole('navigation', { name: 'Modes' }).getByRole('link', { name: 'Chart' }).click();
  await expect(page.getByRole('status', { name: 'Signature' })).toContainText('Demo injector (synthetic)');
  await expect(band).toBeVisible();

  await band.getByRole('button', { name: 'Leave the demo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('link', { name: 'See a demo patient' })).toBeVisible();
  await expect(band).toBeHidden();
  await expect(page.getByText('No sessions yet')).toBeVisible();
  expect(await page.evaluate(kept)).toEqual(own);
});
