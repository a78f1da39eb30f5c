import type { Page } from '@playwright/test';
import type { AppDriver } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';
import { expectNothingSerious, seriousFindings } from '../support/axe';

/** `head: false` where the head is not what is looked at. */
type Scene = {
  readonly what: string;
  readonly head: boolean | 'drawn';
  /** The notice of intended use is there, as at the first opening. */
  readonly first?: boolean;
  readonly show: (app: AppDriver, page: Page) => Promise<void>;
};

const scenes: readonly Scene[] = [
  {
    what: 'Chart as it first opens, with the notice of intended use, on the drawn map',
    head: 'drawn',
    first: true,
    show: async (app, page) => {
      await page.goto(app.url);
      await app.usable();
      await expect(page.getByRole('button', { name: 'I understand' })).toBeVisible();
    },
  },
  {
    what: 'Chart in the middle of a session, with a site selected',
    head: 'drawn',
    show: async (app, page) => {
      await app.newSession();
      await app.give('Procerus midline 1');
      await app.select('Frontalis left 1');
      await page.getByRole('button', { name: 'Skip', exact: true }).click();
      await app.addExtra({ muscle: 'Temporalis', side: "Patient's left" });
      await app.select('Temporalis left 1');
      await page.getByRole('radio', { name: 'Muscles' }).check();
    },
  },
  {
    what: 'the maps compared, with the table of shifts',
    head: false,
    show: async (app, page) => {
      await app.newSession();
      await page.getByRole('button', { name: 'Compare maps' }).click();
      await page.getByRole('button', { name: 'List every shift' }).click();
      await expect(page.getByRole('table', { name: 'Compare maps' })).toBeVisible();
    },
  },
  ...(['learn', 'preview'] as const).map((screen) => ({
    what: `the screen ${screen}`,
    head: false,
    show: (app: AppDriver) => app.open(`#/${screen}`),
  })),
  {
    what: 'Settings, with an order of work of its own',
    head: false,
    show: async (app, page) => {
      await app.open('#/settings');
      await page.getByLabel('Order of work').selectOption('own');
      await expect(page.getByRole('list', { name: "The practice's own order" })).toBeVisible();
    },
  },
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
      ['Control+k', 'All actions'],
      ['?', 'Keyboard shortcuts'],
      ['Shift+N', 'Plan after'],
    ] as const;
    for (const [opener, title] of dialogs) {
      await page.emulateMedia({ colorScheme: 'light' });
      const button = page.getByRole('button', { name: new RegExp(`^${opener.replace('?', '[?]')}`) });
      if (/^(Control|Shift|[?])/.test(opener)) await page.keyboard.press(opener);
      else await button.click();
      await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      await expectNothingSerious(page, 'dialog');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    // Not over the page but in it: where it hurts, with something drawn and something felt.
    await page.emulateMedia({ colorScheme: 'light' });
    await app.sites.getByRole('treeitem', { selected: true }).focus();
    await page.keyboard.press('w');
    const pain = page.getByRole('region', { name: 'Where it hurts' });
    await pain.getByRole('button', { name: 'Add pain here' }).click();
    await expect(pain).toContainText(/Pain is drawn on the head/);
    await expectNothingSerious(page);
    await pain.getByRole('radio', { name: 'Tenderness' }).check({ force: true });
    await expect(pain.getByRole('radiogroup', { name: 'Temporalis left' })).toBeVisible();
    await page.emulateMedia({ colorScheme: 'light' });
    await expectNothingSerious(page);
    // The keyboard goes back to where it came from.
    await page.keyboard.press('Escape');
    await expect(pain).toBeHidden();
    await expect(app.sites.getByRole('treeitem', { selected: true })).toBeFocused();
  });
});

/** Writes a patient into the open session. */
async function nameAs(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Add patient' }).click();
  await page.getByLabel('Initials or name').fill(label);
  await page.getByRole('button', { name: 'Save' }).click();
}

for (const { what, head, first = false, show } of scenes) {
  test.describe(() => {
    test.use({ head, settings: { detail: 'light', understood: !first } });
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
