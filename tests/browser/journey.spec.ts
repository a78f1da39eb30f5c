import { expect, test } from '../support/app-fixture';

// On the drawn map: what is charted is the same on either, and the head has its own tests.
test.use({ head: false });

const firstSites = [
  'Corrugator left 1',
  'Procerus midline 1',
  'Frontalis left 1',
  'Temporalis right 1',
  'Occipitalis left 1',
  'Cervical paraspinal right 1',
  'Trapezius left 1',
];

test('a whole session: seven muscles, extras to the cap, the ninth refused, undone, reloaded, unchanged', async ({
  app,
  page,
}) => {
  await app.newSession();
  await expect(app.ledger).toContainText('Given 0 U');
  await expect(app.ledger).toContainText('Cap 195 U');

  // One site of each muscle with the pointer, the others muscle by muscle from the keyboard.
  for (const site of firstSites) await app.give(site);
  await expect(app.ledger).toContainText('Given 35 U');
  await app.giveMuscles();
  await expect(app.inState('given')).toHaveCount(31);
  await expect(app.ledger).toContainText('Given 155 U');

  for (const [muscle, extras] of [
    ['Temporalis', 2],
    ['Occipitalis', 2],
    ['Trapezius', 4],
  ] as const) {
    for (let left = extras; left > 0; left -= 1) {
      await expect(app.ledger).toContainText(`${muscle}: ${String(left)} extra left`);
      await app.addExtra({ muscle, side: left % 2 === 0 ? "Patient's left" : "Patient's right" });
    }
    await expect(app.ledger).toContainText(`${muscle}: 0 extra left`);
  }
  await expect(app.ledger).toContainText('Planned 195 U');
  await app.giveRest();
  await expect(app.ledger).toContainText('Given 195 U');
  await expect(app.inState('given')).toHaveCount(39);

  await app.sendExtra({ muscle: 'Temporalis', side: "Patient's left" });
  await expect(app.alert()).toContainText(/temporalis already has its 2 follow-the-pain extras/i);
  await expect(app.alert()).toContainText(/cap/i);
  await page.keyboard.press('Escape');
  await expect(app.ledger).toContainText('Given 195 U');
  await expect(app.sites.getByRole('treeitem', { level: 2 })).toHaveCount(39);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(app.ledger).toContainText('Given 190 U');
  await expect(app.inState('given')).toHaveCount(38);
  await app.saved();
  await page.reload();
  await app.usable();
  await expect(app.ledger).toContainText('Given 190 U');
  await expect(app.ledger).toContainText('Planned 195 U');
  await expect(app.inState('given')).toHaveCount(38);

  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(app.ledger).toContainText('Given 195 U');
  await app.saved();
  await page.reload();
  await app.usable();
  await expect(app.ledger).toContainText('Given 195 U');
  await expect(app.inState('given')).toHaveCount(39);
});

test('a second dose is refused with its reason, a skip keeps its own and is taken back, and the records open the session again', async ({
  app,
  page,
}) => {
  await app.newSession();
  await test.step('a second dose at a given site is refused with its reason', async () => {
    await app.give('Procerus midline 1');
    await app.select('Procerus midline 1');
    await page.keyboard.press('g');
    await expect(app.alert()).toContainText(/already has its dose/i);
    await expect(app.ledger).toContainText('Given 5 U');
  });
  await test.step('a skipped site leaves the plan and keeps its reason; voiding brings it back', async () => {
    await app.select('Frontalis left 1');
    await page.getByRole('button', { name: 'Skip', exact: true }).click();
    await expect(app.site('Frontalis left 1')).toHaveAccessibleName(/skipped$/);
    await expect(app.ledger).toContainText('Planned 150 U');
    await app.select('Frontalis left 1');
    await expect(app.card).toContainText('Skipped: ');
    await page.getByRole('button', { name: 'Void', exact: true }).click();
    await expect(app.site('Frontalis left 1')).toHaveAccessibleName(/(planned|next)$/);
    await expect(app.ledger).toContainText('Planned 155 U');
  });
  await test.step('the records list the session, which opens again from there', async () => {
    await app.saved();
    await page.getByRole('link', { name: 'Records' }).click();
    const row = page.getByRole('row').filter({ hasText: '5 U' });
    await expect(row).toHaveCount(1);
    await row.getByRole('link', { name: /^Open/ }).click();
    await app.usable();
    await expect(app.ledger).toContainText('Given 5 U');
  });
});
