import { createFhirProxy } from '../../scripts/fhir-proxy';
import { serve } from '../../scripts/serve';
import { dist } from '../../scripts/vite/build-inputs';
import { AppDriver, beginWith, withoutWebGl } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { fakeFhirServer } from '../support/fhir-server';
import { completedSession, pin, signSession } from '../support/sign-session';

test("a signed session reaches the clinic's server through cut connections, failures and a reload, and a refused version stays here with the reason", async ({
  context,
  page,
  defects,
}) => {
  const fhir = await fakeFhirServer();
  const served = await serve({ directory: dist, port: 0, before: createFhirProxy({ base: fhir.base }) });
  await beginWith(context, { detail: 'light' });
  await withoutWebGl(context);
  const app = new AppDriver(page, served.url, false);
  const onServer = (type: string) => [...fhir.kept.values()].filter(({ resourceType }) => resourceType === type);
  try {
    await app.open('#/settings');
    const settings = page.getByRole('region', { name: "Clinic's server", exact: true });
    await settings.getByLabel('Base address of the server').fill('/fhir');
    await settings.getByRole('button', { name: 'Save' }).click();
    await expect(settings.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
    await settings.getByRole('button', { name: 'Test the connection' }).click();
    await expect(settings.getByText('Fake FHIR server 1 answers (FHIR 4.0.1) and can take sessions.')).toBeVisible();

    await page.getByRole('link', { name: 'Chart' }).click();
    await completedSession(app);
    fhir.faults.push('cut', { status: 500 }, 'cut-after');
    const signature = await signSession(page);
    await page.reload();
    await app.usable();
    await expect(signature).toContainText('Signed by A. Example');
    // By itself, whatever screen is open.
    await expect.poll(() => onServer('DocumentReference').length).toBe(1);
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(settings.getByText('1 sent · 0 waiting · 0 refused')).toBeVisible();
    expect(fhir.faults).toEqual([]);
    expect(onServer('Procedure')).toHaveLength(1);
    expect(onServer('DocumentReference')).toHaveLength(1);

    const diagnostics = 'The lot is not known here';
    const body = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', code: 'business-rule', diagnostics }],
    };
    fhir.faults.push({ status: 422, body });
    await page.getByRole('link', { name: 'Chart' }).click();
    await page.getByRole('button', { name: 'Amend' }).click();
    const amend = page.getByRole('dialog', { name: 'Amend' });
    await amend.getByLabel('Addendum').fill('Called the next day: well.');
    await amend.getByLabel('Reason for it').fill('follow-up call');
    await amend.getByLabel('PIN').fill(pin);
    await amend.getByRole('button', { name: 'Amend' }).click();
    await expect(signature).toContainText('version 2');
    await page.getByRole('link', { name: 'Settings' }).click();
    await expect(settings.getByText('1 sent · 0 waiting · 1 refused')).toBeVisible();
    await expect(settings.getByRole('listitem')).toContainText(`Refused (422). It said: ${diagnostics}`);
    await page.reload();
    await expect(settings.getByRole('listitem')).toContainText('version 2');
    expect(onServer('DocumentReference')).toHaveLength(1);
    await settings.getByRole('button', { name: 'Send again', exact: true }).click();
    await expect(settings.getByText('2 sent · 0 waiting · 0 refused')).toBeVisible();
    expect(onServer('Procedure')).toHaveLength(1);
    expect(onServer('DocumentReference')).toHaveLength(2);

    // What this device has, it does not take in again.
    await settings.getByRole('button', { name: 'Fetch' }).click();
    await expect(settings.getByText('Fetched: 0 taken in, 1 here already, 0 not taken in.')).toBeVisible();
    expect(defects).toEqual([]);
  } finally {
    await served.close();
    await fhir.close();
  }
});
