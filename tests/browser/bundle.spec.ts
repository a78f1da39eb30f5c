import { readFile } from 'node:fs/promises';
import type { Bundle } from 'fhir/r4';
import { signFirst } from '../../src/record/signed-version';
import { expect, test } from '../support/app-fixture';
import { chartedVisit } from '../support/charted-visit';
import { allOf, sentOf } from '../support/sent-sessions';
import { at, author, twoInjectors, unwrap } from '../support/signing';

// What goes out and comes in; the note is in it, with the head drawn on it.
test.use({ head: 'drawn' });

/** The signed record in a Bundle, as base64. */
const recordIn = (bundle: Bundle) =>
  allOf(bundle, 'DocumentReference')[0]?.content.find(({ attachment }) => attachment.contentType === 'application/json')
    ?.attachment.data;

test('a signed record comes in as a FHIR Bundle, goes out as one, and is billed where the practice bills', async ({
  app,
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [port] = await twoInjectors();
  const signed = unwrap(await signFirst(chartedVisit(), { author, at: at(1), storeHead: null }, port));
  const { bundle } = await sentOf([signed]);
  const importText = (text: string) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'bundle.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  await app.open('#/settings');
  await page.getByLabel('Label, billing and paper').selectOption({ label: 'United States' });
  await page.getByRole('link', { name: 'Records' }).click();
  await importText(JSON.stringify({ ...bundle, entry: [] }));
  await expect(app.alert()).toContainText('No signed record of Aliquot');
  await importText(JSON.stringify(bundle));
  await expect(page.getByRole('status').filter({ hasText: 'imported' })).toBeVisible();
  await page.getByRole('link', { name: /^Open/ }).click();
  await app.usable();

  await page.getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  const downloading = page.waitForEvent('download');
  await versions.getByRole('button', { name: 'FHIR Bundle' }).click();
  const saved = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as Bundle;
  await expect(versions.getByRole('status').filter({ hasText: 'Saved as a FHIR Bundle' })).toBeVisible();
  expect(allOf(saved, 'MedicationAdministration')).toEqual(allOf(bundle, 'MedicationAdministration'));
  expect(JSON.parse(Buffer.from(recordIn(saved) ?? '', 'base64').toString())).toMatchObject({ versions: [signed] });

  const lines = versions.getByRole('table', { name: 'Lines of the claim' });
  await expect(lines.getByRole('row').filter({ hasText: 'J0585-JW' })).toContainText('267.5');
  await versions.getByLabel('Diagnosis (ICD-10-CM)').selectOption({ value: 'G43.E09' });
  await versions.getByRole('button', { name: 'Copy the lines' }).click();
  await expect(versions.getByText('Copied: paste it where')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Diagnosis: G43.E09');
  expect(copied).toContain('J0585 × 32.5');
});
