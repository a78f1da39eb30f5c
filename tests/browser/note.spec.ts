import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/app-fixture';
import { infoOf, textOf } from '../support/poppler';
import { completedSession, signSession } from '../support/sign-session';

// What is written and printed, with the head drawn on it, but not in 3D.
test.use({ head: 'drawn' });

test('a signed session is saved as a PDF and printed as a page of its own; while it is not signed, as a draft', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await completedSession(app);
  await app.saved();

  const sheet = page.locator('#print-sheet');
  const printed = () => page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.keyboard.press('Control+p');
  await expect(sheet).toContainText('Draft, not signed.');
  await expect(sheet).not.toContainText('Record hash');
  await printed();
  await expect(sheet).toHaveCount(0);

  await signSession(page, 'Ελένη Щербакова');

  await page.getByRole('button', { name: 'Versions' }).click();
  const versions = page.getByRole('dialog', { name: 'Versions' });
  await versions.getByRole('radio', { name: 'Letter' }).check({ force: true });
  const save = async (): Promise<Buffer> => {
    const coming = page.waitForEvent('download');
    await versions.getByRole('button', { name: 'Save PDF' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^aliquot-note-\d{4}-\d\d-\d\d-[0-9a-f]{8}-v1\.pdf$/);
    await expect(versions.getByText('Saved as aliquot-note')).toBeVisible();
    return readFile(await file.path());
  };
  const first = await save();
  const text = textOf(first).replace(/\s+/g, ' ');
  expect(infoOf(first)).toMatch(/^Pages: +1$[\s\S]*\(letter\)/m);
  expect(text).toContain('Total given 31 155 3.1');
  expect(text).toContain('Ελένη Щербакова');
  for (let n = 1; n <= 31; n += 1) expect(text.split(' Muscle ')[0]).toMatch(new RegExp(` ${String(n)} `));
  // Made again, it is the same file.
  expect(Buffer.compare(await save(), first)).toBe(0);

  await versions.getByRole('button', { name: 'Print note' }).click();
  await expect(sheet).toContainText('Record hash (SHA-256), version 1');
  await expect(sheet.locator('svg[role="img"]')).toHaveCount(4);
  await printed();
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Records' }).click();
  await page.getByRole('button', { name: 'Audit log' }).click();
  const log = page.getByRole('dialog', { name: 'Audit log' });
  await expect(log.getByRole('cell', { name: 'Exported', exact: true })).toHaveCount(2);
  await expect(log.getByRole('cell', { name: 'Printed', exact: true })).toHaveCount(2);
});
