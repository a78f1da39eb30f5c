import type { Browser, BrowserContext } from '@playwright/test';
import { beginWith, withEmptyDrawing, withoutWebGl } from '../../tests/support/app-driver';
import { type Proof, Verdict } from './campaign';
import { type Ground, readStore } from './ground';
import { Clinic, glances, passphrase, withCalendar } from './soak-clinic';
import { countWebGl, Gauge } from './soak-gauge';
import { grown, type Reading, readingText, type Soak } from './soak-level';
import { acceptFunctions } from './watch-chart';

export const soakClaims = {
  whole: 'each is charted and signed in the one window, which is never loaded anew, and is whole in the store',
  heap: 'after the warm-up the heap gains no more than 1 MB',
  fresh: 'over a window just opened on the same records the heap gains no more than 1 MB',
  page: 'after the warm-up DOM nodes, listeners, documents, frames and workers stay level',
  scene: 'after the warm-up WebGL contexts, buffers, textures and programs stay level',
} as const;
type SoakClaim = keyof typeof soakClaims;

/** Of so many patients each comes again and again, every 84 days: eight a day, and 28 days from one day to the next. */
const patients = 24;
const day = { sessions: 8, days: 28 } as const;
/** In one session of so many the sites are given one by one, in the others muscle by muscle. */
const singly = 5;
/** This share of the sessions, the last before each reading, has the head in 3D; the others have it drawn. */
const in3d = 0.1;
/** Something else is looked at after so many sessions. */
const glanceEvery = 10;

export type SoakProof = Proof<SoakClaim> & { readonly readings: readonly string[] };

/**
 * Charts and signs one session after the other in one window, over records with a passphrase, and reads what the window
 * holds on a screen without a record.
 */
export async function proveSoak(
  browser: Browser,
  ground: Ground,
  soak: Soak,
  progress: (line: string) => void = () => undefined,
): Promise<SoakProof> {
  const verdict = new Verdict(soakClaims);
  const readings: string[] = [];
  const context = await browser.newContext({
    viewport: { width: 1024, height: 640 },
    // What is drawn is not looked at.
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    locale: 'en-GB',
  });
  try {
    await prepare(context, soak.head);
    const page = await context.newPage();
    const happened: string[] = [];
    page.on('load', () => happened.push(`loaded ${page.url()}`));
    page.on('pageerror', (error) => happened.push(String(error)));
    const clinic = new Clinic(page, ground.url);
    await clinic.found();
    const gauge = await Gauge.of(page);
    let warm: Reading | null = null;

    for (let n = 1; n <= soak.sessions; n += 1) {
      await verdict.trial(`session ${String(n)}`, 'whole', async () => {
        if (n > 1 && (n - 1) % day.sessions === 0) await clinic.daysLater(day.days);
        if (soak.head) await chooseDrawing(clinic, soak, n);
        const drawn = await visit(clinic, n, () => gauge.drawn());
        if (happened.length > 1) throw new Error(`the window is not what it was: ${happened.slice(1).join(', ')}`);
        const last = n === soak.sessions;
        if (!last && (n < soak.warmUp || n % soak.every !== 0)) return;
        await clinic.settings();
        const held = await gauge.held();
        // Another window costs more than a reading: opened for the first and the last.
        const fresh = warm === null || last ? await freshHeap(clinic, context) : null;
        const now: Reading = { held, drawn: soak.head ? drawn : null, fresh };
        const line = `after ${String(n)}: ${readingText(now)}`;
        readings.push(line);
        progress(line);
        if (warm === null) warm = now;
        const more = grown(warm, now);
        for (const claim of ['heap', 'fresh', 'page', 'scene'] as const)
          verdict.hold(claim, more[claim] === '', () => more[claim]);
      });
      // What did not come to its end leaves the window on some other screen: what follows would say nothing.
      if (verdict.proof().failed.whole > 0) return { ...verdict.proof(), readings };
    }
    const wrong = await missing(context, ground, soak.sessions);
    if (wrong !== '') {
      verdict.hold('whole', false, () => wrong);
      verdict.next('the store in the end');
    }
    return { ...verdict.proof(), readings };
  } finally {
    await context.close();
  }
}

async function prepare(context: BrowserContext, head: boolean): Promise<void> {
  await acceptFunctions(context);
  // Nothing locks by itself: see `daysLater`.
  await beginWith(context, { understood: true, detail: 'light', lockAfter: '0', drawing: 'drawn' });
  if (!head) {
    await withoutWebGl(context);
    await withEmptyDrawing(context);
  }
  await countWebGl(context);
  await withCalendar(context);
  await context.addInitScript(() => {
    // Paper is printed at once.
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
}

/** The head in 3D for the last sessions before a reading, and drawn again after it. */
async function chooseDrawing(clinic: Clinic, { every }: Soak, n: number): Promise<void> {
  const of = (n - 1) % every;
  if (of === 0 && n > 1) await clinic.draw('drawn');
  if (of === every - Math.ceil(in3d * every)) await clinic.draw('3d');
}

/** One session from its patient to its signature, then whatever else is looked at, then all sessions; `signed` is asked in between. */
async function visit<T>(clinic: Clinic, n: number, signed: () => Promise<T>): Promise<T> {
  const name = `Demo, No. ${String(((n - 1) % patients) + 1).padStart(2, '0')} (synthetic)`;
  const before = n > patients;
  await clinic.begin(name, before);
  await clinic.prepare(before);
  await clinic.give(n % singly === 0 ? 'sites' : 'muscles');
  await clinic.sign();
  const answer = await signed();
  const at = n % glanceEvery === 0 ? glances[(n / glanceEvery) % glances.length] : undefined;
  // Whoever was here once has nothing to be compared.
  if (at !== undefined && (at !== 'compare' || before)) await clinic.glance(at, name);
  await clinic.records();
  return answer;
}

/** What a window holds that was opened just now, unlocked, and led to the same screen by way of the records. */
async function freshHeap(clinic: Clinic, context: BrowserContext): Promise<number> {
  const page = await context.newPage();
  try {
    const fresh = await clinic.beside(page);
    await fresh.records();
    await fresh.settings();
    return (await (await Gauge.of(page)).held()).heap;
  } finally {
    await page.close();
  }
}

/** What is missing or wrong in the store; empty where every session is there, whole, signed and chained. */
async function missing(context: BrowserContext, ground: Ground, sessions: number): Promise<string> {
  const { sessions: found, chain, log } = await readStore(context, ground, passphrase);
  const whole = found.filter(({ faults, signature }) => faults.length === 0 && signature === 'signed').length;
  const problem = chain.problem ?? log.problem;
  return whole === sessions && chain.count === sessions && problem === null
    ? ''
    : `${String(whole)} are whole, ${String(chain.count)} chained; ${problem ?? 'chain and log verify'}`;
}
