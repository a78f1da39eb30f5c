import { expectNothingSerious } from '../support/axe';
import { expect, test } from '../support/app-fixture';

test.describe('Preview', () => {
  test.use({ head: 'drawn' });

  test('walks through the areas by keyboard, in another language too, and what a patient marks is offered in Chart', async ({
    app,
    page,
  }) => {
    await app.open('#/preview');
    await page.getByRole('link', { name: 'What will be done' }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Your eyebrows');
    await expect(heading).toBeFocused();

    await test.step('the arrows and Enter lead on and back, and a head that has the keyboard keeps its arrows', async () => {
      await page.keyboard.press('ArrowRight');
      await expect(heading).toHaveText('Between your eyebrows');
      await page.keyboard.press('Enter');
      await expect(heading).toHaveText('Your forehead');
      await page.keyboard.press('ArrowLeft');
      await expect(heading).toHaveText('Between your eyebrows');
      await page.getByRole('group', { name: 'You can turn the head' }).focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.locator('[data-drawn="true"]')).toHaveAttribute('data-view', 'left');
      await expect(heading).toHaveText('Between your eyebrows');
      await expectNothingSerious(page);
      await page.getByRole('link', { name: /^Next:/ }).focus();
      await page.keyboard.press('Enter');
      await expect(heading).toHaveText('Your forehead');
      await page.keyboard.press('ArrowRight');
      await expect(heading).toHaveText('Your temples');
      await expect(page.getByText('Four small injections on each side')).toBeVisible();
    });

    await test.step('Escape leads home, where language and size are chosen; what leads on stays in sight', async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('radio', { name: 'Deutsch' }).check();
      await expect(page.locator('[lang="de"] h1')).toBeVisible();
      await page.getByRole('radio', { name: 'Sehr groß' }).check();
      await page.goto(`${app.url}#/preview/steps/13`);
      await expect(heading).toHaveText('Wann Sie Hilfe brauchen');
      await expect(page.getByRole('link', { name: /^Weiter:/ })).toBeInViewport({ ratio: 1 });
      await expectNothingSerious(page);
      await page.keyboard.press('Escape');
      await page.getByRole('radio', { name: 'English' }).check();
    });

    await test.step('the patient marks a place by name; the injector sees it and takes it over', async () => {
      await app.newSession();
      await page.getByRole('button', { name: 'Where it hurts' }).click();
      await page.getByRole('link', { name: 'Let the patient mark it' }).click();
      await page.getByText('Or choose a place by name').click();
      const temple = page.getByRole('button', { name: 'Temple, left' });
      await temple.click();
      await expect(temple).toHaveAttribute('aria-pressed', 'true');
      await page.getByRole('button', { name: 'Keep this' }).click();
      await expect(page.getByText('Kept. The person who treats you can see it.')).toBeVisible();
      // The panel is as it was left.
      await page.goto(`${app.url}#/chart`);
      const panel = page.getByRole('region', { name: 'Where it hurts' });
      await expect(panel).toContainText('The patient marked this on');
      await expect(panel, 'nothing is recorded by itself').toContainText('No pain is drawn');
      await panel.getByRole('button', { name: 'Take over into this session' }).click();
      await expect(panel).toContainText(/Pain is drawn on the head, \d+ dabs/);
      await app.saved();
    });
  });
});
