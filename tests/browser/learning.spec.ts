import { readFileSync } from 'node:fs';
import { expect, test } from '../support/app-fixture';

test.use({ head: false });

test('what was learned outlives a reload, and comes back from its file after it was forgotten', async ({
  app,
  page,
}) => {
  const queue = () => page.getByRole('heading', { name: /new|to repeat|Nothing is due/ });
  await test.step('a drill is answered by keys alone', async () => {
    await app.open('#/learn/drills/position');
    for (let n = 1; n <= 7; n += 1) {
      await expect(page.getByText(`${String(n)} of 7`)).toBeVisible();
      await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
      await page.keyboard.press('1');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: n === 7 ? 'To the result' : 'Next' })).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('heading', { name: /of 7 right/ })).toBeFocused();
  });
  await app.open('#/learn/today');
  const before = await queue().innerText();
  expect(before).toContain('13 new');
  await test.step('the queue is the same after a reload', async () => {
    await page.reload();
    await expect(queue()).toHaveText(before);
  });
  await app.open('#/learn/progress');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  await test.step('forgotten, there is nothing to repeat', async () => {
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await page.getByRole('button', { name: 'Forget it' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await app.open('#/learn/today');
    await expect(queue()).toHaveText('20 new');
  });
  await test.step('imported, the queue is the same again', async () => {
    await app.open('#/learn/progress');
    const buffer = readFileSync(await file.path());
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: file.suggestedFilename(), mimeType: 'application/json', buffer });
    await expect(page.getByText(/7 answers and no placement added/)).toBeVisible();
    await app.open('#/learn/today');
    await expect(queue()).toHaveText(before);
  });
  await test.step('what is placed for today leads back to today, and to no exam of what is not due', async () => {
    await app.open('#/learn/progress');
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await page.getByRole('button', { name: 'Forget it' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await app.open('#/learn/today');
    await page.getByRole('button', { name: /^Place \d+ sites?$/ }).click();
    const groups = Number(/of (\d+)/.exec(await page.getByText(/^Group 1 of \d+$/).innerText())?.[1]);
    for (let n = 1; n <= groups; n += 1) {
      await expect(page.getByText(`Group ${String(n)} of ${String(groups)}`)).toBeVisible();
      await page.getByRole('button', { name: /^Go on with 0 of/ }).click();
    }
    const results = page.getByRole('region', { name: 'Results' });
    await expect(results.getByRole('button', { name: /^Next:|Choose another exam/ })).toHaveCount(0);
    await results.getByRole('button', { name: 'Back to today' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  });
});
