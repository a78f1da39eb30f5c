import type { AppDriver } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { launching } from '../support/launch';

// What is stored, not what is drawn.
test.use({ head: false, launchOptions: launching('each') });

test('a second window shows the same session and follows it; nothing shown as saved is lost', async ({
  app,
  page,
  context,
}) => {
  await app.newSession();
  await app.give('Procerus midline 1');
  await app.saved();

  const other = app.inWindow(await context.newPage());
  await other.page.goto(page.url());
  await other.usable();
  await expect(other.ledger).toContainText('Given 5 U');

  await other.give('Frontalis left 1');
  await other.saved();
  await expect(app.ledger).toContainText('Given 10 U');

  await app.give('Frontalis right 1');
  await app.saved();
  await expect(other.ledger).toContainText('Given 15 U');

  for (const each of [app, other]) {
    await each.page.reload();
    await each.usable();
    await expect(each.ledger).toContainText('Given 15 U');
  }
});

test('two windows that give at the same moment end up agreeing on what is stored', async ({ app, page, context }) => {
  await app.newSession();
  const other = app.inWindow(await context.newPage());
  await other.page.goto(page.url());
  await other.usable();
  await expect(other.ledger).toContainText('Planned 155 U');
  await app.select('Temporalis left 1');
  await other.select('Temporalis right 1');
  await Promise.all([page.keyboard.press('g'), other.page.keyboard.press('g')]);
  await app.saved();
  await other.saved();
  const given = async (each: AppDriver) => /Given (\d+) U/.exec((await each.ledger.textContent()) ?? '')?.[1];
  await expect.poll(async () => (await given(app)) === (await given(other))).toBe(true);
  const shown = await given(app);
  expect(Number(shown)).toBeGreaterThanOrEqual(5);
  await page.reload();
  await app.usable();
  await expect(app.ledger).toContainText(`Given ${shown ?? ''} U`);
});

test('a step that was shown as saved outlives a window that dies at once', async ({ app, page, context }) => {
  await app.newSession();
  await app.give('Corrugator left 1');
  await app.saved();
  const address = page.url();
  await page.close({ runBeforeUnload: false });
  const again = app.inWindow(await context.newPage());
  await again.page.goto(address);
  await again.usable();
  await expect(again.ledger).toContainText('Given 5 U');
});
