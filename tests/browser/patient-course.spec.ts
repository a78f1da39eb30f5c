import { toSessionFile } from '../../src/exchange/session-file';
import { emptyFile } from '../../src/outcomes/patient-file';
import { expect, test } from '../support/app-fixture';
import { expectNothingSerious } from '../support/axe';
import { sessionWith } from '../support/patient-history';
import { putDocuments } from '../support/put-documents';
import { sampleDiary } from '../support/sample-course';

// What is said of the diary, not what is drawn of a head.
test.use({ head: false });

const sessions = [
  sessionWith('visit-1', '2026-03-02T09:00:00+01:00'),
  sessionWith('visit-2', '2026-05-25T09:00:00+02:00'),
  sessionWith('visit-3', '2026-08-17T09:00:00+02:00'),
];
const patient = sessions[0]?.patient ?? { id: 'p-1', label: '' };
const diary = sampleDiary(patient.id, '2026-02-02', [
  { headache: 20, migraine: 12, acute: 8 },
  { headache: 14, migraine: 8 },
  { headache: 9, migraine: 5 },
  { headache: 13, migraine: 7, unrecorded: 4 },
  { headache: 10, migraine: 5 },
  { headache: 8, migraine: 4 },
  { headache: 12, migraine: 6 },
]);

test('a diary says whether it works, in a chart, in figures and by a rule, and whether the patient qualified', async ({
  app,
  page,
}) => {
  // A few days after the third session: the last whole window is the one before it.
  await page.clock.setFixedTime('2026-08-20T10:00:00+02:00');
  await app.open('#/records');
  for (const [n, session] of sessions.entries()) {
    const buffer = Buffer.from(toSessionFile(session, '1.0.0'));
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'visit.aliquot.json', mimeType: 'application/json', buffer });
    await expect(page.getByRole('row')).toHaveCount(n + 2);
  }
  await putDocuments(page, [
    { kind: 'diary', id: patient.id, doc: diary },
    { kind: 'patient', id: patient.id, doc: { ...emptyFile(patient), rule: 'nice-ta260' } },
  ]);

  await app.open(`#/records/patient/${patient.id}/course`);
  await expect(page.getByRole('heading', { level: 1, name: 'M. Sample' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Bars of headache days in .* 3 treatments marked\./ })).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'Window by window' })
      .getByRole('row', { name: /^27 Apr to 24 May 2026 Cycle 1, weeks 9 to 12 13 to 17 \(4 days not recorded\)/ }),
  ).toBeVisible();
  const response = page.getByRole('region', { name: 'Response' });
  await expect(response).toContainText('Response by cycle 2');
  await expect(response).toContainText('NICE, technology appraisal TA260');
  await expectNothingSerious(page);

  // Another rule has another definition and says nothing of a response; it is kept with the patient.
  await page.getByLabel('Judged by').selectOption({ label: 'US label' });
  await expect(response).toContainText('US label states no rule of response');
  await page.getByRole('link', { name: 'Qualifies?' }).click();
  await expect(page.getByLabel('Judged by')).toHaveValue('us-label');
  const diagnosis = page.getByRole('region', { name: 'Chronic migraine, ICHD-3 1.3' });
  await expect(diagnosis).toContainText('Whether five attacks of migraine are known');
  await page.getByRole('radiogroup', { name: 'Five attacks of migraine are known' }).getByLabel('Yes').click();
  await expect(diagnosis).not.toContainText('Whether five attacks of migraine are known');
  const summary = page.getByRole('region', { name: 'Summary for the payer' });
  await expect(summary).toContainText('Made on');
  // Every criterion of it says where it was read.
  const criteria = summary.getByRole('table', { name: 'Chronic migraine, ICHD-3 1.3' }).getByRole('row');
  await expect(criteria.filter({ hasText: /Source: .*ICHD-3/ })).toHaveCount(4);
  await expectNothingSerious(page);

  // The comparison of the sessions has it beside the units.
  await app.open('#/records/compare/visit-1/visit-2');
  const compared = page.getByRole('region', { name: 'Response' });
  await expect(compared).toContainText('This is arithmetic, not a cause.');
  await expect(compared).toContainText('20 → 12');
  await expect(compared).toContainText('−40\u00a0%');
});
