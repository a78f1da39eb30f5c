import type { Page } from '@playwright/test';
import { answerVisit, describeVial } from '../support/answer-visit';
import type { AppDriver } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { CountedHand } from '../support/counted-hand';

/** A session with its safety screen completed and its vial described: from here on the hand is counted. */
async function prepared(app: AppDriver, page: Page): Promise<CountedHand> {
  await app.newSession();
  await answerVisit(page);
  await describeVial(page);
  await app.sites.locator('[role="treeitem"][tabindex="0"]').focus();
  return new CountedHand(page);
}

/** Finishes, discards what is left, and stands before the signature. */
async function readyToSign(app: AppDriver, page: Page, hand: CountedHand): Promise<void> {
  await hand.key('e');
  const finish = page.getByRole('dialog', { name: 'Finish this session?' });
  await hand.click(finish.getByRole('button', { name: /^Discard what is left/ }));
  await expect(finish.getByRole('button', { name: 'Sign and lock' })).toBeEnabled();
  await expect(app.ledger).toContainText('Left in the vial0 U');
}

test.describe('without the head', () => {
  test.use({ head: false });

  test('a routine session of 31 sites takes no more than 40 presses and no typing', async ({ app, page }) => {
    const hand = await prepared(app, page);
    for (let n = 0; n < 31; n += 1) await hand.key('Space');
    await expect(app.inState('given')).toHaveCount(31);
    await readyToSign(app, page, hand);
    expect(hand.presses).toBeLessThanOrEqual(40);
  });

  test('given by muscle it takes no more than 12, and the record says that they were confirmed at once', async ({
    app,
    page,
  }) => {
    const hand = await prepared(app, page);
    for (let n = 0; n < 7; n += 1) await hand.key('c');
    await expect(app.inState('given')).toHaveCount(31);
    await expect(app.ledger).toContainText('Temporalis, 8 sites at once');
    await readyToSign(app, page, hand);
    expect(hand.presses).toBeLessThanOrEqual(12);
  });

  test('a pedal that sends PageDown and PageUp gives and takes back, whatever has the focus', async ({ app, page }) => {
    await app.newSession();
    await page.keyboard.press('Shift+P');
    await page.getByRole('button', { name: 'Undo' }).focus();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('PageDown');
    await expect(app.ledger).toContainText('Given 15 U');
    await page.keyboard.press('PageUp');
    await expect(app.ledger).toContainText('Given 10 U');
    await expect(page.getByRole('status').filter({ hasText: 'Undone' })).toBeVisible();
  });

  test('every action is found by its name and done from the palette', async ({ app, page }) => {
    await app.newSession();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'All actions' });
    await expect(palette.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('complete side');
    await expect(palette.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(app.ledger).toContainText('Given 5 U');
  });

  test('a patient who comes again is planned as last time in one press', async ({ app, page }) => {
    await app.newSession();
    await page.getByRole('button', { name: /Add patient/ }).click();
    await page.getByLabel('Initials or name').fill('S. Ynthetic');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await app.select('Frontalis left 2');
    await page.keyboard.press('s');
    await app.select('Procerus midline 1');
    await page.keyboard.press('Space');
    await app.saved();
    await page.getByRole('link', { name: 'Records' }).click();
    await page.getByRole('radio', { name: 'Patients' }).check();
    await page.getByRole('button', { name: /^Show S. Ynthetic/ }).click();
    await page.getByRole('button', { name: 'New session' }).click();
    await page.getByRole('button', { name: /^As last time .*5 U/ }).click();
    await expect(app.site('Frontalis left 2')).toHaveAccessibleName(/skipped$/);
    await expect(app.ledger).toContainText('Planned 150 U');
    await expect(page.getByRole('button', { name: /^As last time/ })).toHaveCount(0);
  });

  test('35 sites, four of them where it hurts, take no more than 50 presses; 40 steps undone and redone are exactly as they were @long', async ({
    app,
    page,
  }) => {
    const hand = await prepared(app, page);
    for (let n = 0; n < 31; n += 1) await hand.key('Space');
    await expect(app.inState('given')).toHaveCount(31);
    const extras = app.sites.getByRole('treeitem', { level: 2, name: /^Follow-the-pain/ });
    // Four where the trapezius is tender, beside the site that was given last.
    const form = page.getByRole('dialog', { name: 'Add follow-the-pain site' });
    for (let n = 0; n < 4; n += 1) {
      await hand.key('f');
      await hand.click(form.getByRole('button', { name: 'Add site' }));
      await expect(extras).toHaveCount(n + 1);
      await hand.key('Space');
      await expect(extras.nth(n)).toHaveAccessibleName(/given$/);
    }
    await expect(app.ledger).toContainText('Given 175 U');
    await readyToSign(app, page, hand);
    expect(hand.presses).toBeLessThanOrEqual(50);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    // 31 doses, four extras planned and given, and what was discarded: 40 steps.
    const shown = async () => ({
      sites: await app.sites
        .getByRole('treeitem', { level: 2 })
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
      ledger: (await app.ledger.innerText()).replace(/\d\d:\d\d/g, ''),
      map: await app.map
        .locator('[data-marker="front"]')
        .evaluateAll((all) => all.map((one) => [one.getAttribute('data-site'), one.innerHTML])),
    });
    const fromTheLeft = async () => {
      await app.select('Corrugator left 1');
      await page.keyboard.press('2');
      await expect(app.map.locator('[data-view="left"]')).toBeVisible();
    };
    await fromTheLeft();
    const before = await shown();
    for (let n = 0; n < 40; n += 1) await page.keyboard.press('Control+z');
    await expect(app.ledger).toContainText('Given 0 U');
    await expect(app.inState('given')).toHaveCount(0);
    await expect(extras).toHaveCount(0);
    for (let n = 0; n < 40; n += 1) await page.keyboard.press('Control+y');
    await expect(app.ledger).toContainText('Given 175 U');
    await fromTheLeft();
    expect(before.map.length).toBeGreaterThan(10);
    expect(await shown()).toEqual(before);
  });
});
