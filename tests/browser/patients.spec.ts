import type { Entry } from '../../src/ledger/entry';
import { toSessionFile } from '../../src/exchange/session-file';
import type { Session } from '../../src/record/session';
import { expect, test } from '../support/app-fixture';
import { completeSession } from '../support/complete-session';

// Who had what and when, not what is drawn.
test.use({ head: false });

/** A complete visit of one patient that many days ago, from a vial of its own, as a file. */
function visitFile(daysAgo: number) {
  const at = `${new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)}T12:00:00+00:00`;
  const vial = `vial-of-${String(daysAgo)}`;
  const complete = completeSession({
    id: `visit-${String(daysAgo)}`,
    patient: { id: 'p-1', label: 'K. Sample', born: '1979-05-04', recordNumber: 'T-107' },
    startedAt: at,
    finishedAt: at,
  });
  const moved = (entry: Entry): Entry => ({ ...entry, at, ...('vial' in entry ? { vial } : {}) });
  const session: Session = {
    ...complete,
    entries: complete.entries.map(moved),
    vials: complete.vials.map((one) => ({ ...one, id: vial, lot: `L${String(daysAgo)}`, reconstitutedAt: at })),
  };
  const buffer = Buffer.from(toSessionFile(session, '1.0.0'));
  return { day: at.slice(0, 10), file: { name: 'visit.aliquot.json', mimeType: 'application/json', buffer } };
}

test('a patient who comes back brings the earlier sessions: both limits are seen before the first needle', async ({
  app,
  page,
}) => {
  const [recent, earlier] = [visitFile(50), visitFile(80)];
  await app.open('#/records');
  for (const [n, { file }] of [recent, earlier].entries()) {
    await page.locator('input[type="file"]').setInputFiles(file);
    await expect(page.getByRole('row')).toHaveCount(n + 2);
  }
  await page.getByRole('radio', { name: 'Patients' }).check();
  const row = page.getByRole('row').filter({ hasText: 'K. Sample' });
  await expect(row).toContainText('310 U');
  await row.getByRole('button', { name: /^Show K. Sample/ }).click();
  await expect(page.getByRole('link', { name: /^Open/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'New session' }).click();

  await app.usable();
  const across = page.getByRole('region', { name: 'From earlier sessions' });
  await expect(across).toContainText(`since the last session (${recent.day}): 84 are usual`);
  await expect(across).toContainText('465 U within the window');
  await app.select('Procerus midline 1');
  await app.card.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(app.alert()).toContainText('465 U');
  await expect(app.ledger).toContainText('Given 0 U');

  await across.getByRole('button', { name: 'What to do' }).click();
  const visit = page.getByRole('dialog', { name: 'Before the first needle' });
  await expect(visit.getByText('0 of 13 answered')).toBeVisible();
  await visit.getByRole('button', { name: 'Reviewed, unchanged' }).click();
  await expect(visit.getByText('13 of 13 answered')).toBeVisible();
  const limit = visit.getByRole('listitem').filter({ hasText: '465 U' });
  await limit.getByLabel('Reason').fill('agreed with the patient');
  await limit.getByRole('button', { name: 'Set aside' }).click();
  await visit.getByRole('button', { name: 'Done' }).click();
  await app.give('Procerus midline 1');
  await expect(across).not.toContainText('465 U');

  // Somebody new at first; then typed, recognised and chosen.
  await page.getByRole('button', { name: 'New session' }).click();
  await expect(across).toBeHidden();
  await page.getByRole('button', { name: 'Add patient' }).click();
  const details = page.getByRole('dialog', { name: 'Session details' });
  await details.getByLabel('Record number').fill('T-107');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details.getByRole('heading', { name: 'The same patient?' })).toBeFocused();
  await details.getByRole('button', { name: /^Yes: K. Sample/ }).click();
  await expect(page.getByRole('button', { name: 'K. Sample' })).toBeVisible();
  await expect(across).toContainText('0 days since the last session');
});
