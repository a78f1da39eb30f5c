import { Buffer } from 'node:buffer';
import { certificateFile } from '../../src/exchange/certificate';
import { assessedSite } from '../../src/state/learn/assessment-text';
import { expect, test } from '../support/app-fixture';
import { seriousFindings } from '../support/axe';
import { askedSites, certificateOf, resultWith, sampleAssessment } from '../support/sample-assessments';
import { twoInjectors } from '../support/signing';

// Certificates are read and counted: no head matters.
test.use({ head: false });

test('certificates of a class become one table with its worst site first; one that was altered is not taken', async ({
  app,
  page,
}) => {
  const [port] = await twoInjectors();
  const exam = sampleAssessment();
  const file = async (learner: string, mm: readonly number[], day: number) => {
    const at = `2026-11-${String(day)}T09:00:00+01:00`;
    const made = await certificateOf(port, { learner, takenAt: at, signedAt: at, result: resultWith(exam, mm) });
    return { name: `${String(day)}.json`, mimeType: 'application/json', buffer: Buffer.from(certificateFile(made)) };
  };
  const certificates = await Promise.all([
    file('Demo, Ada (synthetic)', [1, 2, 9], 20),
    file('Demo, Ben (synthetic)', [1, 8, 14], 21),
    file('Demo, Cleo (synthetic)', [7, 6, 16], 22),
  ]);
  const [, ben] = certificates;
  const altered = { ...ben, name: 'altered.json', buffer: Buffer.from(ben.buffer.toString().replace('Ben', 'Eve')) };

  await app.open('#/learn/class');
  await page
    .getByLabel('Import certificates')
    .last()
    .setInputFiles([...certificates, altered]);
  const said = page.getByRole('dialog', { name: 'What was imported' });
  await expect(said.getByRole('listitem')).toHaveText([
    /taken in/,
    /taken in/,
    /taken in/,
    /changed after it was signed/,
  ]);
  await page.keyboard.press('Escape');

  await expect(page.getByText('2 of 3 learners passed')).toBeVisible();
  const learners = page.getByRole('table', { name: 'Learners' });
  await learners.getByRole('button', { name: 'Mean mm' }).click();
  await expect(learners.getByRole('rowheader')).toHaveText([/Ada/, /Ben/, /Cleo/]);

  const worst = page.getByRole('table', { name: 'Sites, the worst first' }).getByRole('row').nth(1);
  await expect(worst).toContainText(assessedSite(askedSites(exam)[2] ?? ''));
  await expect(worst).toContainText('13.0');
  await worst.getByRole('button').press('Enter');
  await expect(worst.getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  expect(await seriousFindings(page)).toEqual([]);

  // Kept: it is there after a reload, and one that is removed is not.
  await page.reload();
  await learners.getByRole('button', { name: /Remove .* Cleo/ }).click();
  await expect(page.getByText('2 of 2 learners passed')).toBeVisible();
});
