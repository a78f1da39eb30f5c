import type { Browser } from '@playwright/test';
import { seeded } from '../seeded';
import { recordClaims } from './book';
import { type Proof, Verdict } from './campaign';
import { Desk } from './desk';
import { type Ground, withProbe } from './ground';

export const quotaClaims = {
  ...recordClaims,
  said: 'a step that finds no room is told: Not saved, this device has no room left',
  again: 'with room again, the next save holds every step that was made meanwhile',
} as const;
type QuotaClaim = keyof typeof quotaClaims;

/** What the browser is told that the origin may hold: a little more than the app's database takes. */
const quotaSize = 1024 * 1024;
const stepsWhileFull = 3;

/**
 * Fills the room that the browser gives the origin in the middle of charting, `count` times, and frees it again. In some
 * the page is loaded anew while there is none: only what was told as not saved may be lost by that.
 */
export async function proveQuota(
  browser: Browser,
  ground: Ground,
  count: number,
  seed: number,
): Promise<Proof<QuotaClaim>> {
  const next = seeded(seed);
  const verdict = new Verdict(quotaClaims);
  for (let n = 0; n < count; n += 1) {
    const steps = 1 + Math.floor(8 * next());
    const reloads = next() < 0.4;
    const name = `trial ${String(n)}: full after ${String(steps)} steps${reloads ? ', loaded anew' : ''}`;
    await verdict.trial(name, 'whole', () =>
      Desk.with(browser, ground, async (desk) => {
        const page = await desk.context.newPage();
        const cdp = await desk.context.newCDPSession(page);
        await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(ground.url).origin, quotaSize });
        const hand = await desk.window('', page);
        const session = await hand.newSession();
        const { saved, tapped } = desk.book.log(session);
        for (let step = 0; step < steps; step += 1) await desk.answered(hand, await desk.give(hand));

        await withProbe(desk.context, ground, (ask) => ask('fillDisk'));
        for (let step = 0; step < stepsWhileFull; step += 1) {
          const words = await desk.answered(hand, await desk.give(hand));
          verdict.hold('said', /^Not saved: this device has no room left/.test(words), () => words);
        }
        desk.book.judge(await desk.store(), verdict, 0);
        if (reloads) {
          await hand.reload();
          await hand.settled();
        }
        await withProbe(desk.context, ground, (ask) => ask('freeDisk'));
        const words = await desk.answered(hand, await desk.give(hand));
        const holding = await desk.store();
        desk.book.judge(holding, verdict, 0);
        const given = holding.sessions.find(({ id }) => id === session)?.given ?? [];
        const wanted = reloads ? saved : tapped;
        const all = /^Saved/.test(words) && [...wanted].every((site) => given.includes(site));
        verdict.hold('again', all && wanted.size > steps, () => `${words}: ${given.join()} of ${[...wanted].join()}`);
      }),
    );
  }
  return verdict.proof();
}
