import { expect, test } from '../support/app-fixture';
import { launching } from '../support/launch';

// What is stored, not what is drawn. Windows that give at the same moment, and one that dies at once: campaigns.spec.ts.
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
