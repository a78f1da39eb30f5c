import { Buffer } from 'node:buffer';
import { assessmentFile } from '../../src/exchange/assessment-file';
import { expect, test } from '../support/app-fixture';
import { seriousFindings } from '../support/axe';
import { sampleAssessment } from '../support/sample-assessments';

// Where the pins lie does not matter: that one is missing, and what is told of the answers, does.
test.use({ head: false });

test('an assessment asks once before a pin is left out, and tells each question with its answer once it is certified', async ({
  app,
  page,
}) => {
  const exam = sampleAssessment({ muscles: ['corrugator', 'temporalis'], count: 5, questions: 3, limitMinutes: null });
  await app.open('#/learn/assessment');
  await page
    .getByLabel('Import')
    .last()
    .setInputFiles({
      name: 'exam.json',
      mimeType: 'application/json',
      buffer: Buffer.from(assessmentFile(exam, '1')),
    });
  await expect(page.getByRole('dialog', { name: 'What was imported' })).toContainText('taken in');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByText('The supervisor says here who they are, and types their PIN.')).toBeVisible();
  await page.getByLabel("Learner's name").fill('Demo, Ben (synthetic)');
  await page.getByLabel('Name', { exact: true }).fill('Demo, Ada (synthetic)');
  await page.getByLabel(/^Credentials/).fill('MD');
  await page.getByLabel('Choose a PIN').fill('2580');
  await page.getByRole('button', { name: 'Begin' }).click();

  const missing = page.getByRole('dialog', { name: 'Go on with a pin missing?' });
  await test.step('what lacks a pin is not handed in before it was asked about', async () => {
    await page.getByRole('button', { name: 'Go on with 0 of 1' }).click();
    await expect(missing).toContainText('A site without a pin cannot pass.');
    await missing.getByRole('button', { name: 'Go on placing' }).last().click();
    await expect(page.getByRole('heading', { name: /^Corrugator, left/ })).toBeVisible();
    await page.getByRole('button', { name: 'Go on with 0 of 1' }).click();
    await missing.getByRole('button', { name: 'Go on with 0 of 1' }).click();
  });
  await test.step('it is asked once: with one site left out it cannot be passed any more', async () => {
    await page.getByRole('button', { name: 'Go on with 0 of 4' }).click();
    await expect(page.getByText('Question 1 of 3')).toBeVisible();
  });

  await test.step('no question promises to check its answer', async () => {
    for (let n = 1; n <= 3; n += 1) {
      await expect(page.getByText(`Question ${String(n)} of 3`)).toBeVisible();
      await expect(page.getByText('Enter checks')).toHaveCount(0);
      const field = page.getByRole('textbox');
      if ((await field.count()) > 0) await field.fill('999');
      // By hand: a question of another kind has no keys.
      else await page.getByRole('radio').or(page.getByRole('checkbox')).first().press('Space');
      await page.getByRole('button', { name: n === 3 ? 'End the assessment' : 'Next question' }).click();
    }
  });

  await expect(page.getByRole('heading', { level: 1, name: 'Not passed' })).toBeVisible();
  const told = page.getByRole('region', { name: 'By question' });
  await expect(told.getByRole('listitem')).toHaveCount(3);
  for (const one of await told.getByRole('listitem').all())
    await expect(one).toContainText(/Answered: .* (?:correct|not correct.*(?:The answer is|The wrong line is): )/s);
  expect(await seriousFindings(page)).toEqual([]);
});
