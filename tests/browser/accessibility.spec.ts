import type { Page } from '@playwright/test';
import type { AppDriver } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { seriousFindings } from '../support/axe';

/** `head: false` where the head is not what is looked at. */
type Scene = {
  readonly what: string;
  readonly head: boolean;
  readonly show: (app: AppDriver, page: Page) => Promise<void>;
};

const scenes: readonly Scene[] = [
  {
    what: 'Chart as it first opens, with the notice of intended use',
    head: true,
    show: async (app, page) => {
      await page.goto(app.url);
      await app.usable();
    },
  },
  {
    what: 'Chart in the middle of a session, with a site selected',
    head: true,
    show: async (app, page) => {
      await app.newSession();
      await app.give('Procerus midline 1');
      await app.select('Frontalis left 1');
      await page.getByRole('button', { name: 'Skip', exact: true }).click();
      await app.addExtra({ muscle: 'Temporalis', side: "Patient's left" });
      await app.select('Temporalis left 1');
      await page.getByRole('radio', { name: 'Muscles' }).check();
      await app.settled();
    },
  },
  {
    what: 'the maps compared, with the table of shifts',
    head: true,
    show: async (app, page) => {
      await app.newSession();
      await page.getByRole('button', { name: 'Compare maps' }).click();
      await page.getByRole('button', { name: 'List every shift' }).click();
      await expect(page.getByRole('table', { name: 'Compare maps' })).toBeVisible();
    },
  },
  ...(['learn', 'preview', 'settings'] as const).map((screen) => ({
    what: `the screen ${screen}`,
    head: false,
    show: (app: AppDriver) => app.open(`#/${screen}`),
  })),
  {
    what: 'Records with a session in it',
    head: false,
    show: async (app, page) => {
      await app.newSession();
      await page.getByRole('link', { name: 'Records' }).click();
      await expect(page.getByRole('table')).toBeVisible();
    },
  },
  {
    what: 'Records by patient',
    head: false,
    show: async (app, page) => {
      await app.newSession();
      await nameAs(page, 'A. Sample');
      await page.getByRole('link', { name: 'Records' }).click();
      await page.getByRole('radio', { name: 'Patients' }).check();
      await expect(page.getByRole('rowheader', { name: 'A. Sample' })).toBeVisible();
    },
  },
  {
    what: 'the details of a session, asking whether it is the same patient',
    head: false,
    show: async (app, page) => {
      await app.newSession();
      await nameAs(page, 'A. Sample');
      await page.getByRole('button', { name: 'New session' }).click();
      await nameAs(page, 'a sample');
      await expect(page.getByRole('heading', { name: 'The same patient?' })).toBeVisible();
    },
  },
];

/** A theme changes colours and nothing else. */
async function expectNothingSerious(page: Page): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', 'all'],
    ['dark', 'colours'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect(await seriousFindings(page, rules), colorScheme).toEqual([]);
  }
}

test.describe('in the dialogs of a session', () => {
  test.use({ head: false });
  test('axe finds nothing serious in either theme', async ({ app, page }) => {
    await app.newSession();
    const dialogs = [
      ['Safety', 'Before the first needle'],
      ['Vials', 'Vials'],
      ['Incident, stop', 'Record what happened'],
      ['Finish', 'Finish this session?'],
      ['Add follow-the-pain site', 'Add follow-the-pain site'],
      ['Add patient', 'Session details'],
    ] as const;
    for (const [button, title] of dialogs) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.getByRole('button', { name: new RegExp(`^${button}`) }).click();
      await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      await expectNothingSerious(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });
});

/** Writes a patient into the open session. */
async function nameAs(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Add patient' }).click();
  await page.getByLabel('Initials or name').fill(label);
  await page.getByRole('button', { name: 'Save' }).click();
}

for (const { what, head, show } of scenes) {
  test.describe(() => {
    test.use({ head });
    test(`axe finds nothing serious in either theme, in ${what}`, async ({ app, page }) => {
      await show(app, page);
      await expectNothingSerious(page);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ deviceScaleFactor: 1, viewport: { width: 390, height: 844 }, hasTouch: true });
  test('axe finds nothing serious in Chart, and no control hangs over the edge', async ({ app, page }) => {
    await app.newSession();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
