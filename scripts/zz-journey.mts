import { run, sizes, shot, step } from './zz-lib.mts';
import { answerVisit, describeVial } from '../tests/support/answer-visit';
import { fakeFhirServer } from '../tests/support/fhir-server';
import { createFhirProxy } from './fhir-proxy';
import { serve } from './serve';
import { AppDriver } from '../tests/support/app-driver';
const which = process.argv[2] ?? 'd';
const scheme = (process.argv[3] ?? 'light') as 'light' | 'dark';
await run(async ({ open }) => {
  const fhir = await fakeFhirServer();
  const served = await serve({ directory: 'dist', port: 0, before: createFhirProxy({ base: fhir.base }) });
  const { page } = await open((sizes as any)[which], { colorScheme: scheme });
  page.setDefaultTimeout(20000);
  const app = new AppDriver(page, served.url, false);
  const n = (s: string) => `${s}-${which}-${scheme}`;
  for (let k = 0; ; k += 1) {
    try {
      await app.newSession();
      break;
    } catch (e) {
      if (k > 3) throw e;
      console.log('again');
      await page.waitForTimeout(3000);
      if (await page.getByText(/Saved/).first().isVisible()) break;
    }
  }
  await answerVisit(page);
  await describeVial(page);
  await page.getByRole('button', { name: /Complete corrugator/ }).click();
  for (const m of ['procerus', 'frontalis', 'temporalis', 'occipitalis', 'cervical paraspinal', 'trapezius'])
    await page.getByRole('button', { name: new RegExp(`Complete ${m}`) }).click();
  await page.getByRole('button', { name: 'Finish' }).click();
  const finish = page.getByRole('dialog', { name: 'Finish this session?' });
  await finish.getByRole('button', { name: 'Discard what is left (45 U)' }).click();
  await finish.getByRole('button', { name: 'Sign and lock' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign and lock' });
  await signing.getByLabel('Name').fill('A. Example');
  await signing.getByLabel('PIN').fill('2580');
  await signing.getByRole('button', { name: 'Sign and lock' }).click();
  await page.getByRole('status', { name: 'Signature' }).filter({ hasText: 'Signed by' }).waitFor();
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByText('Version 1 in full').click();
  await page.waitForTimeout(1500);
  await shot(page, n('versions'));
  const d = page.getByRole('dialog', { name: 'Versions' });
  await step('pdf', async () => {
    const dl = page.waitForEvent('download');
    await d.getByRole('button', { name: 'Save PDF' }).click();
    await (await dl).saveAs('/tmp/lk/app.pdf');
  });
  await step('bundle', async () => {
    const dl = page.waitForEvent('download');
    await d.getByRole('button', { name: /FHIR/ }).click();
    await (await dl).saveAs('/tmp/lk/bundle.json');
  });
  await step('cal', async () => {
    const dl = page.waitForEvent('download');
    await d.getByRole('button', { name: 'Calendar file' }).click();
    await (await dl).saveAs('/tmp/lk/app.ics');
  });
  await shot(page, n('versions-after'));
  await step('bill', async () => {
    await d
      .getByText(/Billing/)
      .first()
      .scrollIntoViewIfNeeded();
    await d
      .getByText(/Billing/)
      .first()
      .click();
    await page.waitForTimeout(400);
    await shot(page, n('billing-none'));
  });
  await page.keyboard.press('Escape');
  await page.goto(`${served.url}#/settings`);
  await page.getByRole('heading', { name: 'Practice' }).waitFor();
  await page.getByLabel('Label, billing and paper').selectOption({ label: 'United States' });
  const settings = page.getByRole('region', { name: "Clinic's server" });
  await settings.getByLabel('Base address of the server').fill('/fhir');
  await settings.getByRole('button', { name: 'Save' }).click();
  await page.waitForTimeout(500);
  await settings.getByRole('button', { name: 'Test the connection' }).click();
  await page.waitForTimeout(3500);
  await shot(page, n('settings'), true);
  const atts = [...fhir.kept.values()]
    .filter((r: any) => r.resourceType === 'DocumentReference')
    .map((r: any) => r.content.map((c: any) => [c.attachment.contentType, c.attachment.size]));
  console.log(JSON.stringify(atts));
  await page.goto(`${served.url}#/records`);
  await page.waitForTimeout(800);
  await shot(page, n('records'));
  await step('export', async () => {
    await page.getByRole('button', { name: 'Bulk export' }).click();
    await page.waitForTimeout(500);
    await shot(page, n('export'));
    await page.keyboard.press('Escape');
  });
  await page.goto(served.url);
  await app.usable();
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByText('Version 1 in full').click();
  await page.waitForTimeout(1200);
  await step('bill2', async () => {
    await page
      .getByText(/Billing/)
      .first()
      .click();
    await page.waitForTimeout(400);
    await page.getByText(/J0585/).first().scrollIntoViewIfNeeded();
    await shot(page, n('billing-us'));
  });
  await served.close();
  await fhir.close();
});
