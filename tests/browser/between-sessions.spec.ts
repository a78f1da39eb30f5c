import { toSessionFile } from '../../src/exchange/session-file';
import { expect, test } from '../support/app-fixture';
import { completeAt } from '../support/complete-session';

// What was asked and told, not what is drawn.
test.use({ head: false });

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('neck pain that was told of two weeks after a session is there when the next is planned, with the technique and its source', async ({
  app,
  page,
}) => {
  const session = completeAt(`${daysAgo(90)}T12:00:00+00:00`, {
    id: 'visit-1',
    patient: { id: 'p-1', label: 'K. Sample' },
    finishedAt: `${daysAgo(90)}T12:30:00+00:00`,
  });
  await app.open('#/records');
  const buffer = Buffer.from(toSessionFile(session, '1.0.0'));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'visit.aliquot.json', mimeType: 'application/json', buffer });
  await expect(page.getByRole('row')).toHaveCount(2);

  await app.open('#/records/patient/p-1/effects');
  await page.getByRole('button', { name: /^Report an effect: Check at 2 weeks/ }).click();
  const form = page.getByRole('dialog', { name: 'Report an effect' });
  await form.getByRole('radio', { name: 'Trouble swallowing' }).check();
  await expect(form.getByRole('alert').filter({ hasText: 'See the patient at once' })).toContainText('can be fatal');
  await form.getByRole('radio', { name: 'Neck pain or stiffness' }).check();
  await expect(form.getByText('See the patient at once')).toBeHidden();
  await form.getByText('Sites it is put down to').click();
  await form.getByRole('checkbox', { name: 'Cervical paraspinal left 1' }).check();
  await form.getByLabel('Began on').fill(daysAgo(88));
  // A wrong day is told under its own field.
  await form.getByLabel('Gone on').fill(daysAgo(91));
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByLabel('Gone on')).toHaveAccessibleDescription(/That is before the session/);
  await expect(form.getByLabel('Began on')).not.toHaveAttribute('aria-invalid');
  await form.getByLabel('Gone on').fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not asked yet')).toHaveCount(2);

  await page.getByRole('button', { name: /^Asked, none: Check at 6 weeks/ }).click();
  await expect(page.getByText('Asked, and there was nothing.')).toBeVisible();

  await app.open('#/records/patient/p-1/plan');
  const next = page.getByRole('region', { name: 'Next session', exact: true });
  await page.getByLabel('Weeks to the next session').fill('16');
  await page.getByLabel('Reason').fill('travels');
  await page.getByRole('button', { name: 'Keep this plan' }).click();
  await expect(next).toContainText('16 weeks after');
  await page.getByText('End the treatment').click();
  await page.getByLabel('Why it ends').fill('moved away');
  await page.getByRole('button', { name: 'Treatment ended' }).click();
  await expect(next).toContainText('(moved away): no session is due');
  await page.getByRole('button', { name: /^Take back .*Treatment ended: moved away$/ }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(next).toContainText('16 weeks after');

  await app.open('#/records');
  await page.getByRole('radio', { name: 'Patients' }).check();
  await page.getByRole('button', { name: /^Show K. Sample/ }).click();
  await page.getByRole('button', { name: 'New session' }).click();
  await app.usable();
  const before = page.getByRole('region', { name: 'From after the last session' });
  await expect(before).toContainText('Neck pain or stiffness');
  await expect(before).toContainText('Cervical paraspinal left 1');
  await before
    .getByText(/^After .*: Neck pain or stiffness$/)
    .first()
    .click();
  await expect(before).toContainText('first correct the technique. (confirmed; S3b)');
  await expect(before.getByRole('heading', { name: 'Expert practice, no source read' }).first()).toBeVisible();
  await expect(before).toContainText('HealthCentral, digest of Blumenfeld');
  await expect(app.ledger).toContainText('Planned 155 U');
  await before.getByRole('button', { name: 'Record a deviation' }).click();
  const visit = page.getByRole('dialog', { name: 'Before the first needle' });
  await expect(visit.getByRole('region', { name: 'From after the last session' })).toContainText(
    'Too low or too deep reaches the extensors: neck pain',
  );
});
