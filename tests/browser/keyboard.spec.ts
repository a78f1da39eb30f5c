import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/app-fixture';

/** Presses Tab until the control has the focus. Fails where Tab never reaches it. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${control.toString()}`);
}

const mod = process.platform === 'darwin' ? 'Meta' : 'Control';

test.describe('from the notice of intended use on', () => {
  test.use({ settings: { detail: 'light', understood: false } });
  test('everything in Chart works by keyboard alone', async ({ app, page }) => {
    await page.goto(app.url);
    await app.usable();
    await tabTo(page, page.getByRole('button', { name: 'I understand' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'I understand' })).toBeHidden();
    await tabTo(page, page.getByRole('button', { name: 'New session' }));
    await page.keyboard.press('Enter');
    await expect(app.ledger).toContainText('Planned 155 U');

    // The list: one stop for Tab, arrows within it, Space gives.
    const first = app.sites.locator('[role="treeitem"][tabindex="0"]');
    await expect(first).toHaveCount(1);
    await tabTo(page, first);
    await page.keyboard.press('Home');
    const start = await app.selectedName();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => app.selectedName()).not.toBe(start);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => app.selectedName()).toBe(start);
    await page.keyboard.press('Space');
    await expect(app.ledger).toContainText('Given 5 U');
    await page.keyboard.press('End');
    await expect.poll(() => app.selectedName()).toMatch(/^Trapezius right 3/);

    // The card's buttons by Tab, with a reason chosen from the keyboard.
    await tabTo(page, app.card.getByRole('button', { name: 'Give', exact: true }));
    await page.keyboard.press('Enter');
    await expect(app.ledger).toContainText('Given 10 U');
    await page.keyboard.press(`${mod}+z`);
    await expect(app.ledger).toContainText('Given 5 U');
    await page.keyboard.press(`${mod}+Shift+z`);
    await expect(app.ledger).toContainText('Given 10 U');

    // An extra by the form, landmark and millimetres typed.
    await tabTo(page, page.getByRole('button', { name: 'Add follow-the-pain site' }));
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog');
    await expect(form).toBeVisible();
    await tabTo(page, form.getByLabel('Muscle'));
    await page.keyboard.press('t');
    await tabTo(page, form.getByRole('button', { name: 'Add site' }));
    await page.keyboard.press('Enter');
    await expect(form).toBeHidden();
    await expect(app.ledger).toContainText('Planned 160 U');
    await expect(app.sites.getByRole('treeitem', { level: 2, name: /^Follow-the-pain/ })).toHaveCount(1);

    // Dialogs give the focus back.
    await tabTo(page, page.getByRole('button', { name: 'Finish' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Finish' })).toBeFocused();
  });
});

test('the keys 1 to 5 turn the head to the quick views', async ({ app, page }) => {
  await app.newSession();
  for (const [key, name] of [
    ['2', 'Left'],
    ['3', 'Right'],
    ['4', 'Back'],
    ['5', 'Neck and shoulders'],
    ['1', 'Front'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
  }
});

test.describe('without a head', () => {
  test.use({ head: false });

  test('the site list alone reaches every site from first to last', async ({ app, page }) => {
    await app.newSession();
    await tabTo(page, app.sites.locator('[role="treeitem"][tabindex="0"]'));
    await page.keyboard.press('Home');
    const seen = new Set([await app.selectedName()]);
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press('ArrowDown');
      await expect.poll(async () => seen.has(await app.selectedName())).toBe(false);
      seen.add(await app.selectedName());
    }
    expect(seen.size).toBe(31);

    // A muscle by the left arrow, the other muscles from there; going in gives nothing.
    const muscle = (name: string) => app.sites.getByRole('treeitem', { level: 1, name: new RegExp(`^${name},`) });
    await page.keyboard.press('ArrowLeft');
    await expect(muscle('Trapezius')).toBeFocused();
    await expect(muscle('Trapezius')).toHaveAccessibleName('Trapezius, given 0 of 6');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    await expect(muscle('Cervical paraspinal')).toBeFocused();
    await expect.poll(() => app.selectedName()).toMatch(/^Trapezius right 3/);
    await page.keyboard.press('Space');
    await expect(app.site('Cervical paraspinal left 1')).toBeFocused();
    await expect(app.ledger).toContainText('Given 0 U');
    await page.keyboard.press('Space');
    await expect(app.ledger).toContainText('Given 5 U');
    await expect(app.site('Corrugator left 1')).toBeFocused();

    // One stop for Tab, from a muscle too; who comes back stands on the selected site.
    await page.keyboard.press('ArrowLeft');
    await expect(muscle('Corrugator')).toBeFocused();
    // Its buttons come after the next frame; until then those of the muscle before stand in the way of Tab.
    await expect(page.getByRole('button', { name: 'Complete corrugator' })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Complete corrugator' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(app.site('Corrugator left 1')).toBeFocused();

    // What is given at once is said with its muscle and the total.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(app.inState('given')).toHaveCount(3);
    await expect(page.getByRole('status').filter({ hasText: 'Corrugator, 2 sites given at once' })).toHaveText(
      /15 of 195 units/,
    );
  });
});
