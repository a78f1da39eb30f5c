import type { Browser } from '@playwright/test';
import { seeded } from '../seeded';
import { recordClaims } from './book';
import { type Proof, Verdict } from './campaign';
import { Desk } from './desk';
import type { Ground } from './ground';
import { type Hand, until } from './hand';

export const windowClaims = {
  ...recordClaims,
  told: 'a step that lost against the other window is told there as a conflict',
  agree: 'after every round both windows show what lies in the store',
  apart: 'two windows on two sessions lose no step and hear of no conflict',
} as const;
type WindowClaim = keyof typeof windowClaims;

const rounds = 4;
const conflict = 'This session was changed in another window.';

export type WindowProof = Proof<WindowClaim> & { readonly told: number };

/** Two windows give at the same moment or nearly so, on one session or, every third time, on one each. */
export async function proveWindows(
  browser: Browser,
  ground: Ground,
  count: number,
  seed: number,
): Promise<WindowProof> {
  const next = seeded(seed);
  const verdict = new Verdict(windowClaims);
  let told = 0;
  for (let n = 0; n < count; n += 1) {
    const apart = n % 3 === 2;
    const name = `trial ${String(n)}${apart ? ', two sessions' : ''}`;
    await verdict.trial(name, 'whole', () =>
      Desk.with(browser, ground, async (desk) => {
        const one = await desk.window();
        const session = await one.newSession();
        const two = await desk.window(`#/chart/${session}`);
        await two.settled();
        if (apart) await two.newSession();
        for (let round = 0; round < rounds; round += 1) {
          // Each its own sites, and now and then the very same one.
          const same = next() < 0.2;
          const taps = await Promise.all([aimAt(desk, one, next), aimAt(desk, two, next)]);
          const [first, second] = same && !apart ? [taps[0], await aimAt(desk, two, next, taps[0].site)] : taps;
          const lag = next() < 0.5 ? 0 : Math.floor(60 * next());
          await Promise.all([first.tap(), later(lag, second.tap)]);
          await settle(desk, [one, two], apart);
          const holding = await desk.store();
          for (const [hand, { site }] of [
            [one, first],
            [two, second],
          ] as const) {
            const given = holding.sessions.find(({ id }) => id === hand.session())?.given ?? [];
            const said = desk.said(hand)?.notices.some((text) => text.startsWith(conflict)) === true;
            if (said) told += 1;
            if (apart) verdict.hold('apart', given.includes(site) && !said, () => `${site} of ${given.join()}`);
            else verdict.hold('told', given.includes(site) || said, () => `${site} is lost: ${given.join()}`);
            const shown = [...(desk.said(hand)?.given ?? [])].sort().join();
            verdict.hold('agree', shown === [...given].sort().join(), () => `${shown} is shown of ${given.join()}`);
          }
          desk.book.judge(holding, verdict, 0);
        }
      }),
    );
  }
  return { ...verdict.proof(), told };
}

type Tap = { readonly site: string; readonly tap: () => Promise<void> };

/** Chooses a site that is still open, by lot or as told, and aims at Give. */
async function aimAt(desk: Desk, hand: Hand, next: () => number, told?: string): Promise<Tap> {
  const open = await hand.page
    .locator('[role="treeitem"][data-site]:not([data-state="given"])')
    .evaluateAll((options) => options.map((option) => (option as HTMLElement).dataset['site'] ?? ''));
  const site = told ?? open[Math.floor(next() * open.length)] ?? '';
  await hand.select(site);
  await hand.page.locator(`[role="treeitem"][data-site="${site}"][aria-selected="true"]`).waitFor();
  const tap = await hand.aim(hand.give);
  desk.book.log(hand.session()).tapped.add(site);
  return { site, tap };
}

const later = async (ms: number, work: () => Promise<void>): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  await work();
};

/** Until neither window is writing and both agree; on two sessions there is nothing to agree on. */
async function settle(desk: Desk, hands: readonly Hand[], apart: boolean): Promise<void> {
  const agreed = (): boolean => {
    const said = hands.map((hand) => desk.said(hand));
    const still = said.every((one) => one?.save.startsWith('Saved') === true);
    return still && (apart || new Set(said.map((one) => [...(one?.given ?? [])].sort().join())).size === 1);
  };
  // Agreed for a while, not for a moment between two answers.
  let since = Date.now();
  await until(
    () => {
      if (!agreed()) since = Date.now();
      return Date.now() - since > 150;
    },
    () => hands.map((hand) => JSON.stringify(desk.said(hand))).join(' and '),
  );
}
