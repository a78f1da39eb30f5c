import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserFlags, ensureBrowser } from './find-browser';
import { takeAnatomy } from './pictures/anatomy';
import { takeLearn } from './pictures/learn';
import { takeCourse, takePreview } from './pictures/patient';
import { takeWebp } from './pictures/webp';
import { serve } from './serve';
import { buildIfNeeded, dist } from './vite/build-inputs';

/**
 * Screenshots of Chart from the built app, of an invented session on a set day. Without options those of the README and
 * of docs/anatomy.md, into docs/pictures; `--part chart`, `--part anatomy`, `--part learn` or `--part patient` takes one of them; with `--all --out FOLDER` every size, theme, view and layer, to be looked at.
 */
const sizes = { desktop: [1440, 900], tablet: [1180, 820], phone: [390, 844] } as const;
const views = ['front', 'left', 'right', 'back', 'shoulders'] as const;
type Shot = {
  readonly size: keyof typeof sizes;
  readonly theme: 'light' | 'dark';
  readonly view: (typeof views)[number];
  readonly layer: 'skin' | 'muscles';
};

const { values } = parseArgs({
  options: { all: { type: 'boolean' }, out: { type: 'string' }, part: { type: 'string' } },
});

const inReadme: readonly Shot[] = [
  { size: 'desktop', theme: 'light', view: 'left', layer: 'skin' },
  { size: 'desktop', theme: 'light', view: 'shoulders', layer: 'skin' },
  { size: 'desktop', theme: 'light', view: 'right', layer: 'muscles' },
  { size: 'tablet', theme: 'dark', view: 'back', layer: 'muscles' },
  { size: 'phone', theme: 'light', view: 'front', layer: 'skin' },
];
const everything: readonly Shot[] = (['desktop', 'tablet', 'phone'] as const).flatMap((size) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    views.flatMap((view) => (['skin', 'muscles'] as const).map((layer) => ({ size, theme, view, layer }))),
  ),
);

const nameOf = ({ size, theme, view, layer }: Shot): string =>
  `chart-${size}-${theme}-${view}${layer === 'muscles' ? '-muscles' : ''}.webp`;

/** Some sites given, one skipped, extras planned and given: what every state looks like. */
async function chart(page: Page): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('New session');
  await page.getByRole('button', { name: /Add patient/ }).click();
  await page.getByLabel('Initials or name').fill('A. Sample');
  await page.getByLabel('Injector').fill('Dr Example');
  await press('Save');
  for (const muscle of ['Corrugator', 'Procerus', 'Frontalis']) {
    await page.getByRole('treeitem', { level: 1, name: new RegExp(`^${muscle}`) }).click();
    await page.getByRole('button', { name: new RegExp(`^Complete ${muscle}`, 'i') }).click();
  }
  for (let i = 0; i < 2; i += 1) await press('Give');
  await press('Skip');
  await press('Add follow-the-pain site');
  await press('Add site');
  await press('Give');
}

/** The app with nothing in it yet, at a time that is the same in every run. */
async function open(browser: Browser, url: string, size: Shot['size'], theme: Shot['theme']): Promise<Page> {
  const [width, height] = sizes[size];
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: size !== 'desktop',
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2026-11-23T10:41:12Z'));
  await page.goto(url);
  await page.getByRole('button', { name: 'I understand' }).click();
  await page.locator('[data-usable="true"]').waitFor();
  return page;
}

async function take(browser: Browser, url: string, shots: readonly Shot[], folder: string): Promise<void> {
  const [first] = shots;
  if (first === undefined) return;
  const page = await open(browser, url, first.size, first.theme);
  await chart(page);
  if (first.size !== 'phone') await page.locator('[data-detail="full"]').waitFor();
  for (const shot of shots) {
    await page.keyboard.press('Escape');
    await page.locator(`input[type=radio][value=${shot.layer}]`).check();
    await page.locator(`input[type=radio][value=${shot.view}]`).check();
    await page.mouse.move(2, 2);
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    // The confirmations have left by then, and the head is drawn in full.
    await page.waitForTimeout(shot === first ? 6000 : 1500);
    await takeWebp(page, join(folder, nameOf(shot)));
    console.log(nameOf(shot));
  }
  await page.context().close();
}

const folder = values.out ?? 'docs/pictures';
await mkdir(folder, { recursive: true });
await buildIfNeeded(console.log);
const served = await serve({ directory: dist, host: '127.0.0.1', port: 0, orNext: false });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags] });
const wanted = values.all === true ? everything : inReadme;
const takes = (part: string): boolean => values.all !== true && (values.part ?? part) === part;
if (takes('learn')) {
  const page = await open(browser, served.url, 'desktop', 'light');
  await takeLearn(page, folder);
  await page.context().close();
}
if (takes('patient')) {
  const desktop = await open(browser, served.url, 'desktop', 'light');
  await takeCourse(desktop, folder);
  await desktop.context().close();
  const phone = await open(browser, served.url, 'phone', 'light');
  await takePreview(phone, folder);
  await phone.context().close();
}
if (takes('anatomy')) {
  const page = await open(browser, served.url, 'desktop', 'light');
  await page.getByRole('button', { name: 'New session', exact: true }).click();
  await page.getByRole('button', { name: /Add patient/ }).click();
  await page.getByLabel('BMI band').selectOption({ label: 'BMI 30 to 35' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('[data-detail="full"]').waitFor();
  await takeAnatomy(page, folder);
  await page.context().close();
}
for (const size of values.all === true || takes('chart') ? Object.keys(sizes) : []) {
  for (const theme of ['light', 'dark']) {
    const here = wanted.filter((shot) => shot.size === size && shot.theme === theme);
    await take(browser, served.url, here, folder);
  }
}
await browser.close();
await served.close();
