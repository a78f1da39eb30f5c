import { expect, test } from '../support/app-fixture';

test.use({ head: false });

// A browser keeps every name that the radio buttons of a document ever had: with new ones for each screen a window grows
// for as long as it is open (`npm run prove -- --only soak`).
test('groups of radio buttons take the names of those that are gone', async ({ app, page }) => {
  await app.open();
  await app.usable();
  const names = () =>
    page
      .locator('input[type="radio"]')
      .evaluateAll((radios) => [...new Set(radios.map((radio) => (radio as HTMLInputElement).name))]);
  const seen = new Set<string>();
  let after = 0;
  for (let round = 0; round < 4; round += 1) {
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(page.getByRole('radiogroup', { name: 'Skin of the head' })).toBeVisible();
    for (const name of await names()) seen.add(name);
    await page.getByRole('link', { name: 'Chart', exact: true }).click();
    await app.usable();
    const here = await names();
    expect(here.length).toBeGreaterThan(0);
    for (const name of here) seen.add(name);
    if (round === 1) after = seen.size;
  }
  expect(seen.size).toBe(after);
});
