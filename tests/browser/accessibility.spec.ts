import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { AppDriver } from '../support/app-driver';
import { expect, test } from '../support/app-fixture';

/** What axe calls serious or critical, a line each; by all its rules, or by those of colours alone. */
async function seriousFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations, passes } = await (rules === 'all' ? axe : axe.withRules(['color-contrast'])).analyze();
  expect(passes.length, 'rules that found something to judge').toBeGreaterThan(rules === 'all' ? 10 : 0);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}

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
      await page.getByRole('radio', { name: 'Muscles' }).check({ force: true });
      await app.settled();
    },
  },
  {
    what: 'the form for an extra',
    head: false,
    show: async (app, page) => {
      await app.newSession();
      await page.getByRole('button', { name: 'Add follow-the-pain site' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    what: 'the question before finishing',
    head: false,
    show: async (app, page) => {
      await app.newSession();
      await page.getByRole('button', { name: 'Finish' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
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
];

for (const { what, head, show } of scenes) {
  test.describe(() => {
    test.use({ head });
    test(`axe finds nothing serious in either theme, in ${what}`, async ({ app, page }) => {
      await show(app, page);
      // A theme changes colours and nothing else.
      for (const [colorScheme, rules] of [
        ['light', 'all'],
        ['dark', 'colours'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        expect(await seriousFindings(page, rules), colorScheme).toEqual([]);
      }
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
