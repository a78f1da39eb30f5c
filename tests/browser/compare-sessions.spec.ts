import { toSessionFile } from '../../src/exchange/session-file';
import { expect, test } from '../support/app-fixture';
import { expectNothingSerious } from '../support/axe';
import { midway, sessionWith } from '../support/patient-history';

// What is said of the sessions, not what is drawn.
test.use({ head: false });

const sessions = [
  sessionWith('visit-1', '2026-03-02T09:00:00+01:00'),
  sessionWith('visit-2', '2026-05-25T09:00:00+02:00', {
    extras: [midway('temporalis-L-2', 'temporalis-L-3')],
    skipped: { 'temporalis-R-3': 'Artery pulse at the site' },
    moved: { 'frontalis-L-1': midway('frontalis-L-1', 'frontalis-L-2') },
  }),
  sessionWith('visit-3', '2026-08-17T09:00:00+02:00', { open: 3 }),
];

test('two sessions of a patient are compared from the keyboard, beside all the others, and it is put down', async ({
  app,
  page,
}) => {
  await app.open('#/records');
  for (const [n, session] of sessions.entries()) {
    const buffer = Buffer.from(toSessionFile(session, '1.0.0'));
    const file = { name: 'visit.aliquot.json', mimeType: 'application/json', buffer };
    await page.locator('input[type="file"]').setInputFiles(file);
    await expect(page.getByRole('row')).toHaveCount(n + 2);
  }
  await page.getByRole('radio', { name: 'Patients' }).check();
  await page.getByRole('button', { name: /^Show M. Sample/ }).click();
  await page.getByRole('link', { name: 'Compare sessions' }).press('Enter');

  // The latest two; what is still open counts for nothing and is no loss.
  await expect(page.getByRole('heading', { name: 'Compare sessions' })).toBeFocused();
  expect(page.url()).toMatch(/#\/records\/compare\/visit-2\/visit-3$/);
  const differences = page.getByRole('region', { name: 'Differences' });
  await expect(differences).toContainText('3 still open');
  await page.getByLabel('Compare from').selectOption({ label: '2 Mar 2026 · 155 U · Finished' });
  await page.getByLabel('Compare to').selectOption({ label: '25 May 2026 · 155 U · Finished' });
  await expect(differences).toContainText('1 site added, 1 not given any more, 1 moved, 29 unchanged');
  await expect(differences.getByRole('button', { name: /^Temporalis right 3: not given any more/ })).toContainText(
    'Artery pulse at the site',
  );
  const moved = differences.getByRole('button', { name: /^Frontalis left 1: moved \d+ mm apart$/ });
  await moved.press('Enter');
  await expect(moved).toHaveAttribute('aria-pressed', 'true');
  const doses = page.getByRole('table', { name: 'Units by muscle and side' });
  await expect(doses.getByRole('row', { name: /^Temporalis, left 20 25 \+5$/ })).toBeVisible();
  await expect(doses.getByRole('row', { name: /^Temporalis, right 20 15 −5$/ })).toBeVisible();
  // Without a diary nothing is said of headache days.
  await expect(page.getByRole('heading', { name: 'Response' })).toHaveCount(0);

  // Turned round it says the opposite.
  await page.getByRole('button', { name: 'Exchange the two sessions' }).press('Enter');
  await expect(differences.getByRole('button', { name: /^Temporalis right 3: added/ })).toBeVisible();
  await page.getByRole('button', { name: /^Put the session of 17 Aug 2026 .* as the first/ }).press('Enter');
  await expect(differences).toContainText('3 still open');

  const regions = page.getByRole('table', { name: /^onabotulinumtoxinA: 450 U in 3 sessions/ });
  await expect(regions.getByRole('row', { name: /^Temporalis, left 65 0 65 0$/ })).toBeVisible();
  await expectNothingSerious(page);

  await page.getByRole('link', { name: 'Records', exact: true }).first().click();
  await page.getByRole('button', { name: 'Audit log' }).click();
  const log = page.getByRole('dialog', { name: 'Audit log' });
  const lines = log.getByRole('row').filter({ hasText: 'Compared and viewed' });
  // Opened once with the third beside it; then another pair each time, of the records that were shown already.
  await expect(lines).toHaveCount(5);
  await expect(lines.filter({ hasText: 'beside 1 more' })).toHaveCount(1);

  await page.goto('about:blank');
  await app.open('#/records/compare/visit-1/nowhere');
  await expect(page.getByText('that begins with nowhere cannot be compared')).toBeVisible();
  await expect(page.getByRole('list').getByRole('button', { name: /^Put the session of/ })).toHaveCount(3);
});
