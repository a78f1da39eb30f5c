import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { seeded } from '../seeded';
import { serve } from '../serve';
import { dist } from '../vite/build-inputs';
import { type MortalBrowser, startMortalBrowser } from './mortal-browser';

/** What must hold however the browser ends. It is no test of a power cut: the operating system lives on. */
export const killClaims = {
  kept: 'no aliquot that was shown as saved is missing after the browser was killed',
  whole: 'no session is half written: it opens, and its ledger is the log or one aliquot ahead of it',
} as const;
export type KillClaim = keyof typeof killClaims;

export type KillResult = {
  readonly tried: number;
  readonly failed: Readonly<Record<KillClaim, number>>;
  readonly examples: readonly string[];
  /** Aliquots that were shown as saved before a kill, in all runs together. */
  readonly savedSeen: number;
  /** Kills after which the last tap, never shown as saved, was found kept all the same. */
  readonly ahead: number;
};

/** So many aliquots are shown as saved before the tap that is cut short. */
const savedFirst = 5;
const latestKillMs = 350;
const sitesInSession = 31;
const aliquot = 5;
const patienceMs = 60_000;

/**
 * Charts in a real browser and kills it 0 to 350 ms after a tap, `runs` times on one profile. Every "Saved" is logged
 * outside the browser as it is seen; after each kill the session is opened anew and held against the log.
 */
export async function proveKills(runs: number, seed: number): Promise<KillResult> {
  const next = seeded(seed);
  const profile = await mkdtemp(join(tmpdir(), 'aliquot-kill-'));
  const served = await serve({ directory: dist, port: 0 });
  const failed: Record<KillClaim, number> = { kept: 0, whole: 0 };
  const examples: string[] = [];
  let [savedSeen, ahead] = [0, 0];
  /** The session that is charted on; null where a new one has to be opened. */
  let open: Open | null = null;
  try {
    for (let run = 0; run < runs; run += 1) {
      const browser = await startMortalBrowser(profile);
      const log = { units: open?.units ?? 0, seen: 0 };
      const delay = Math.floor(next() * (latestKillMs + 1));
      const address = await chartAndKill(browser, open?.address ?? served.url, log, open === null, delay);
      savedSeen += log.seen;

      const again = await startMortalBrowser(profile);
      const found = await unitsFound(again.page, address);
      await again.kill();
      const what = `run ${String(run)}, killed after ${String(delay)} ms: ${String(log.units)} U shown as saved, ${found.text}`;
      if (found.units === null || found.units < log.units) failed.kept += 1;
      if (found.units === null || found.units > log.units + aliquot || found.rows * aliquot !== found.units) {
        failed.whole += 1;
      }
      if (found.units === null || found.units < log.units || found.units > log.units + aliquot) examples.push(what);
      if (found.units !== null && found.units > log.units) ahead += 1;
      const room = sitesInSession * aliquot - (found.units ?? sitesInSession * aliquot);
      open = found.units !== null && room >= (savedFirst + 1) * aliquot ? { address, units: found.units } : null;
    }
  } finally {
    await served.close();
    await rm(profile, { recursive: true, force: true });
  }
  return { tried: runs, failed, examples, savedSeen, ahead };
}

type Log = { units: number; seen: number };
/** A session by its address, and the units that were found in it. */
type Open = { readonly address: string; readonly units: number };

async function chartAndKill(
  { page, kill }: MortalBrowser,
  url: string,
  log: Log,
  anew: boolean,
  delayMs: number,
): Promise<string> {
  try {
    page.setDefaultTimeout(patienceMs);
    // What the page shows as saved, told the moment it stands there.
    await page.exposeBinding('tellSaved', (_source, units: number) => {
      if (units > log.units) log.seen += 1;
      log.units = Math.max(log.units, units);
    });
    await page.addInitScript(watchSaved);
    await page.goto(url);
    await readyToChart(page);
    if (anew) {
      await page.getByRole('button', { name: 'New session' }).click();
      await page.getByText('Given 0 U').waitFor();
      await page.getByRole('status', { name: 'Save state' }).filter({ hasText: 'Saved' }).waitFor();
      // What was told so far was of the session before.
      log.units = 0;
    } else {
      await page.getByText(`Given ${String(log.units)} U`).waitFor();
    }
    const give = page
      .getByRole('region', { name: 'Site', exact: true })
      .getByRole('button', { name: 'Give', exact: true });
    for (let n = 0; n < savedFirst; n += 1) {
      const wanted = log.units + aliquot;
      await give.click();
      await until(() => log.units >= wanted);
    }
    const address = page.url();
    // Not awaited: the kill comes while the tap is on its way, or soon after.
    const tap = give.click({ noWaitAfter: true }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await kill();
    await tap;
    return address;
  } finally {
    await kill();
  }
}

/** Runs in the page: tells the units given whenever the save state says Saved. */
const watchSaved = `
  new MutationObserver(() => {
    const state = document.querySelector('[role="status"][aria-label="Save state"]')?.textContent ?? '';
    const given = /Given (\\d+) U/.exec(document.querySelector('main')?.textContent ?? '')?.[1];
    if (state.startsWith('Saved') && given !== undefined) void window.tellSaved(Number(given));
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

async function readyToChart(page: Page): Promise<void> {
  await page.getByText('from the list').waitFor();
  const understood = page.getByRole('button', { name: 'I understand' });
  if (await understood.isVisible()) await understood.click();
}

type Found = { readonly units: number | null; readonly rows: number; readonly text: string };

/** What the app shows of the session after a restart; null where it does not open. */
async function unitsFound(page: Page, url: string): Promise<Found> {
  try {
    page.setDefaultTimeout(patienceMs);
    await page.goto(url);
    await readyToChart(page);
    await page.getByRole('status', { name: 'Save state' }).filter({ hasText: 'Saved' }).waitFor();
    const ledger = (await page.getByRole('region', { name: 'Dose ledger' }).textContent()) ?? '';
    const units = Number(/Given (\d+) U/.exec(ledger)?.[1] ?? Number.NaN);
    const rows = await page.getByRole('option', { name: /given$/ }).count();
    return { units, rows, text: `${String(units)} U found at ${String(rows)} sites` };
  } catch (error) {
    return { units: null, rows: 0, text: `not opened: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error('what was given was not shown as saved');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
