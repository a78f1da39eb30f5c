import type { Browser } from '@playwright/test';
import { seeded } from '../seeded';
import { recordClaims } from './book';
import { type Proof, Verdict } from './campaign';
import { Desk } from './desk';
import { failWrites, stopFailing } from './fail-writes';
import { type Ground, withProbe } from './ground';
import { type Hand, until } from './hand';
import { preparedSession } from './prepared';

export const abortClaims = {
  ...recordClaims,
  said: 'a write that failed is told: Not saved, and why; or not signed',
  again: 'once writes go through again, every step that was made meanwhile is kept',
} as const;
type AbortClaim = keyof typeof abortClaims;

const share = 0.4;
const steps = 12;
const pin = '2580';
const prepared = 'prepared';

/** Charts, and signs every other time, while two of five writing transactions fail by lot, `count` times. */
export async function proveAborts(
  browser: Browser,
  ground: Ground,
  count: number,
  seed: number,
): Promise<Proof<AbortClaim> & { readonly writesFailed: number }> {
  const next = seeded(seed);
  const verdict = new Verdict(abortClaims);
  let failures = 0;
  for (let n = 0; n < count; n += 1) {
    const signs = n % 2 === 0;
    const reloadAt = Math.floor(2 * steps * next());
    const name = `trial ${String(n)}${signs ? ', signed' : ''}`;
    await verdict.trial(name, 'whole', () =>
      Desk.with(
        browser,
        ground,
        async (desk) => {
          if (signs) {
            await withProbe(desk.context, ground, async (ask) => {
              await ask('fill', [preparedSession(prepared, 5, Date.now())], null);
              await ask('addProfile', 'A. Example', pin, null);
            });
            desk.book.settle(await desk.store());
          }
          const hand = await desk.window(signs ? `#/chart/${prepared}` : '');
          const session = signs ? prepared : await newSession(hand, desk);
          const log = desk.book.log(session);
          const afterReload = new Set<string>();
          // What was told as not saved is lost by loading anew, and given once more: a session is signed when nothing is planned.
          for (let step = 0; signs ? (await hand.planned()) > 0 : step < steps; step += 1) {
            const site = await desk.give(hand);
            const words = await desk.answered(hand, site);
            afterReload.add(site);
            verdict.hold('said', /^(Saved|Not saved: \S)/.test(words), () => words);
            if (step === reloadAt && log.saved.size > 0) {
              desk.book.judge(await desk.store(), verdict, steps);
              failures += (await hand.page.evaluate(() => window.failing?.failed)) ?? 0;
              await hand.reload();
              await hand.settled();
              afterReload.clear();
            }
          }
          if (signs) await signUntilSigned(hand, desk, session, verdict);
          else {
            desk.book.judge(await desk.store(), verdict, steps);
            failures += await stopFailing(hand.page);
            const last = await desk.give(hand);
            afterReload.add(last);
            const words = await desk.answered(hand, last);
            const given = (await desk.store()).sessions.find(({ id }) => id === session)?.given ?? [];
            const all = /^Saved/.test(words) && [...afterReload].every((site) => given.includes(site));
            verdict.hold('again', all, () => `${words}: ${given.join()} of ${[...afterReload].join()}`);
          }
          desk.book.judge(await desk.store(), verdict, 0);
        },
        (context) => failWrites(context, share, seed + n),
      ),
    );
  }
  return { ...verdict.proof(), writesFailed: failures };
}

/** A new session that may not be kept at once. */
async function newSession(hand: Hand, desk: Desk): Promise<string> {
  await hand.page.getByRole('button', { name: 'New session' }).click();
  await until(
    () => /^(Saved|Not saved)/.test(desk.said(hand)?.save ?? ''),
    () => 'no answer to New session',
  );
  return hand.session();
}

/** Signs again and again; what fails is told and leaves nothing behind. */
async function signUntilSigned(hand: Hand, desk: Desk, session: string, verdict: Verdict<AbortClaim>): Promise<void> {
  const log = desk.book.log(session);
  // What was shown as not saved is asked for again, until it is there.
  const retry = hand.page.getByRole('button', { name: 'Try saving again' });
  while (/^Not saved/.test(desk.said(hand)?.save ?? '')) {
    await retry.click();
    await until(
      () => /^(Saved|Not saved)/.test(desk.said(hand)?.save ?? ''),
      () => 'no answer to Try saving again',
    );
  }
  const sign = await hand.readyToSign(pin);
  const dialog = hand.page.getByRole('dialog', { name: 'Sign and lock' });
  for (let attempt = 1; log.versions === 0; attempt += 1) {
    if (attempt === 8) await stopFailing(hand.page);
    if (attempt === 12) throw new Error('never signed');
    await dialog.getByLabel('PIN').fill(pin);
    log.signTaps += 1;
    await sign.click();
    const refused = dialog.getByRole('alert').filter({ hasText: /\S/ });
    await refused
      .or(hand.page.getByRole('status', { name: 'Signature' }))
      .first()
      .waitFor();
    if ((await refused.count()) === 0) break;
    desk.book.judge(await desk.store(), verdict, 0);
    verdict.hold('said', /\S/.test((await refused.textContent()) ?? ''), () => 'a refusal without words');
  }
}
