import { expect, test } from '../support/app-fixture';

// The head itself is looked at elsewhere: what is told, and the way through it, does not need it in 3D.
test.use({ head: 'drawn' });

test('The tour is gone through from the keyboard: each rule leg by leg with its ruler, every statement with its mark', async ({
  page,
  served,
}) => {
  await page.goto(`${served.url}#/learn/tour/temporalis`);
  const panel = page.getByRole('region', { name: 'Guided tour' });
  const title = panel.getByRole('heading', { level: 2 });
  await expect(title).toHaveText('Where it is, and what it is given');
  const next = panel.getByRole('button', { name: /^Next/ });

  await test.step('a step takes the focus to its title', async () => {
    await next.press('Enter');
    await expect(title).toHaveText('Why: what it does, and its nerve');
    await expect(title).toBeFocused();
    await expect(page.getByRole('radio', { name: 'Muscles' })).toBeChecked();
  });

  await test.step('a rule is walked on the head as it is told', async () => {
    await next.press('Enter');
    await expect(title).toHaveText('Find site 1');
    await expect(panel.getByText('From the left tragus: 30 mm up along the skin.')).toBeVisible();
    await expect(panel.getByText('Measured on this model, not on a patient.')).toBeVisible();
    await expect(page.locator('[data-is="ruler"]')).toHaveText('30 mm');
    await expect(page.locator('[data-line] path').first()).toHaveAttribute('d', /^M/);
  });

  await test.step('the other side is the mirror', async () => {
    await panel.getByRole('radio', { name: "Patient's right" }).check();
    await expect(panel.getByText('From the right tragus: 30 mm up along the skin.')).toBeVisible();
  });

  await test.step('every statement is marked, and the last step leads to the next muscle', async () => {
    for (let n = 0; n < 7; n++) await next.press('Enter');
    await expect(title).toHaveText('How technique prevents it');
    await expect(page.getByRole('button', { name: 'Danger zones', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    for (const statement of await panel.locator('[data-statement]').all())
      await expect(statement).toContainText(/S\d|Teaching convention/);
    await panel.getByRole('button', { name: 'Next: Occipitalis' }).press('Enter');
    await expect(page).toHaveURL(/#\/learn\/tour\/occipitalis$/);
    await expect(panel.getByRole('link', { name: 'Temporalis, done' })).toBeVisible();
  });

  await test.step('the end is said, has the focus, and leads on to the exam of what was learned', async () => {
    await page.goto(`${served.url}#/learn/tour/trapezius`);
    await expect(page.getByRole('heading', { level: 1, name: 'Trapezius' })).toBeVisible();
    const steps = Number(/Step 1 of (\d+)/.exec(await panel.innerText())?.[1]);
    for (let n = 1; n < steps; n++) await next.press('Enter');
    await panel.getByRole('button', { name: 'Finish' }).press('Enter');
    const end = panel.getByText('That was the last step: 2 of 7 muscles are done.');
    await expect(end).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(panel.getByRole('link', { name: 'Placement exam' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/learn\/exam\/temporalis-trapezius$/);
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  });
});
