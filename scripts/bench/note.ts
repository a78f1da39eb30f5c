import { chromium, type Page } from '@playwright/test';
import { answerVisit, describeVial } from '../../tests/support/answer-visit';
import { AppDriver, beginWith, withoutWebGl } from '../../tests/support/app-driver';
import { browserFlags, ensureBrowser } from '../find-browser';
import { serve } from '../serve';
import { dist } from '../vite/build-inputs';
import { type Figure, figure, median } from './figures';

const warmRuns = 5;
/** What somebody reads of a version before saving it, ms. */
const readingMs = 2000;
const budgets = { note: { atMost: 1000 } } as const;

type Made = { readonly pressed: number; readonly made: number; readonly bytes: number };
type Watched = { readonly madeNotes: Made[]; pressedAt: number };

/**
 * From the press on "Save PDF" to the finished file, in the built app. What the first note needs (writer, fonts, drawings) is
 * fetched and started when Versions opens, so the first one is measured twice: pressed as soon as the version is open, which
 * no hand is quick enough for, and after a look at it.
 */
export async function measureNote(): Promise<readonly Figure[]> {
  const served = await serve({ directory: dist, port: 0 });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...browserFlags] });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-GB' });
    await context.addInitScript('globalThis.__name = (named) => named');
    await beginWith(context, { understood: true });
    await withoutWebGl(context);
    await context.addInitScript(watch);
    const page = await context.newPage();
    const app = new AppDriver(page, served.url, false);
    await app.open();
    await signOne(app);
    const cdp = await context.newCDPSession(page);
    // The time that the page's own thread worked, whatever else the machine did.
    await cdp.send('Performance.enable');
    const worked = async (): Promise<number> => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0);
    };
    /** Notes of a page that has drawn nothing yet. */
    const madeAfter = async (ms: number, count: number): Promise<readonly (Made & { readonly worked: number })[]> => {
      await page.reload();
      await app.usable();
      await page.getByRole('button', { name: 'Versions' }).click();
      await page.waitForTimeout(ms);
      const runs: (Made & { readonly worked: number })[] = [];
      for (let run = 0; run < count; run += 1) {
        const before = await worked();
        const made = await save(page, run);
        runs.push({ ...made, worked: (await worked()) - before });
      }
      return runs;
    };
    const [read] = await madeAfter(readingMs, 1);
    const [cold, ...warm] = await madeAfter(0, 1 + warmRuns);
    if (cold === undefined || read === undefined) throw new Error('no note was made');
    const took = ({ pressed, made }: Made): number => made - pressed;
    return [
      figure('note: PDF, the first of a page, pressed at once', took(cold), 'ms', budgets.note),
      figure('note: PDF, the first of a page, after 2 s of reading', took(read), 'ms', budgets.note),
      figure('note: PDF, from then on, median', median(warm.map(took)), 'ms', budgets.note),
      figure('note: of which the page was at work, the first, at once', cold.worked, 'ms'),
      figure('note: of which the page was at work, the first, after reading', read.worked, 'ms'),
      figure('note: of which the page was at work, from then on, median', median(warm.map((one) => one.worked)), 'ms'),
      figure('note: PDF, size', cold.bytes / 1000, 'kB'),
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

async function save(page: Page, done: number): Promise<Made> {
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await page.waitForFunction((count) => (globalThis as unknown as Watched).madeNotes.length > count, done, {
    timeout: 120_000,
  });
  await page.getByText('Saved as').waitFor();
  const made = await page.evaluate((n) => (globalThis as unknown as Watched).madeNotes[n], done);
  if (made === undefined) throw new Error('no note was made');
  return made;
}

/** Notes when a button was pressed and when a file was handed over. */
function watch(): void {
  const notes: Made[] = [];
  const watched = globalThis as unknown as { madeNotes: Made[]; pressedAt: number };
  watched.madeNotes = notes;
  watched.pressedAt = 0;
  addEventListener('click', () => (watched.pressedAt = performance.now()), true);
  const give = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (file: Blob) => {
    notes.push({ pressed: watched.pressedAt, made: performance.now(), bytes: file.size });
    return give(file);
  };
}

/** A whole session, signed. */
async function signOne(app: AppDriver): Promise<void> {
  const { page } = app;
  await app.newSession();
  await answerVisit(page);
  await describeVial(page);
  await app.giveRest();
  await page.getByRole('button', { name: 'Finish' }).click();
  const finish = page.getByRole('dialog', { name: 'Finish this session?' });
  await finish.getByRole('button', { name: /Discard what is left/ }).click();
  await finish.getByRole('button', { name: 'Sign and lock' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign and lock' });
  await signing.getByLabel('Name').fill('A. Example');
  await signing.getByLabel('PIN').fill('2580');
  await signing.getByRole('button', { name: 'Sign and lock' }).click();
  await page.getByRole('status', { name: 'Signature' }).waitFor();
  await app.saved();
}
