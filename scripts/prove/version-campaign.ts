import type { Browser } from '@playwright/test';
import { seeded } from '../seeded';
import { recordClaims } from './book';
import { type Proof, Verdict } from './campaign';
import { Desk } from './desk';
import { type Ground, withProbe } from './ground';
import { until } from './hand';

export const versionClaims = {
  ...recordClaims,
  refused: 'an older app says that a newer version has the records, and one that is kept waiting says for whom',
  unhurt: 'not a byte of the records is changed by an older app once a newer one has them',
  again: 'once an even older window lets go, the next save holds every step that was made meanwhile',
} as const;
type VersionClaim = keyof typeof versionClaims;

const newer = 'made by a newer version';
const older = 'another window holds an older version';

/** A newer app takes the database in the middle of charting; every other time an older window holds on to it at the start. */
export async function proveVersions(
  browser: Browser,
  ground: Ground,
  count: number,
  seed: number,
): Promise<Proof<VersionClaim>> {
  const next = seeded(seed);
  const verdict = new Verdict(versionClaims);
  for (let n = 0; n < count; n += 1) {
    const [what, trial] = n % 2 === 0 ? (['newer', newerTakesOver] as const) : (['older', olderHoldsOn] as const);
    const name = `trial ${String(n)}, a window of an ${what} version`;
    await verdict.trial(name, 'whole', () => Desk.with(browser, ground, (desk) => trial(desk, next, verdict)));
  }
  return verdict.proof();
}

async function newerTakesOver(desk: Desk, next: () => number, verdict: Verdict<VersionClaim>): Promise<void> {
  const hand = await desk.window();
  const session = await hand.newSession();
  for (let step = Math.floor(5 * next()); step > 0; step -= 1) await desk.answered(hand, await desk.give(hand));
  await withProbe(desk.context, desk.ground, async (ask) => {
    // In the middle of a save, or before or after it.
    const tap = desk.give(hand);
    await new Promise((resolve) => setTimeout(resolve, 80 * next()));
    const version = await ask('makeNewer', 3);
    await tap;
    await desk.answered(hand, [...desk.book.log(session).tapped].at(-1) ?? '');
    const before = await ask('rows');
    const words = await desk.answered(hand, await desk.give(hand));
    verdict.hold('refused', version === 3 && /^Not saved/.test(words) && words.includes(newer), () => words);
    // What was shown as saved lay there when the newer version came: from now on nothing more can be.
    const saved = new Set(desk.book.log(session).saved);
    await hand.page.reload();
    await hand.page.getByText('from the list').waitFor();
    await until(
      () => desk.said(hand)?.notices.some((text) => text.includes(newer)) === true,
      () => `nothing is said of a newer version: ${JSON.stringify(desk.said(hand))}`,
    );
    await hand.page.getByRole('button', { name: 'New session' }).click();
    await until(
      () => desk.said(hand)?.save.includes(newer) === true,
      () => `a new session is not refused: ${JSON.stringify(desk.said(hand))}`,
    );
    const after = await ask('rows');
    verdict.hold('unhurt', JSON.stringify(after) === JSON.stringify(before), () => 'rows were changed');
    verdict.hold(
      'refused',
      desk.book.log(session).saved.size === saved.size,
      () => 'something more was shown as saved',
    );
  });
  // The rows as the newer version has them, in a database of this version: they can be read again.
  await hand.page.close();
  await withProbe(desk.context, desk.ground, (ask) => ask('makeOlder'));
  desk.book.judge(await desk.store(), verdict, 1);
}

async function olderHoldsOn(desk: Desk, next: () => number, verdict: Verdict<VersionClaim>): Promise<void> {
  const hand = await withProbe(desk.context, desk.ground, async (ask) => {
    await ask('holdOld');
    const waiting = await desk.window();
    await waiting.page.getByRole('button', { name: 'New session' }).click();
    await until(
      () => desk.said(waiting)?.save.includes(older) === true,
      () => `nothing is said of an older version: ${JSON.stringify(desk.said(waiting))}`,
    );
    for (let step = Math.floor(4 * next()); step > 0; step -= 1) {
      const words = await desk.answered(waiting, await desk.give(waiting));
      verdict.hold('refused', /^Not saved/.test(words) && words.includes(older), () => words);
    }
    return waiting;
  });
  const words = await desk.answered(hand, await desk.give(hand));
  const holding = await desk.store();
  desk.book.judge(holding, verdict, 0);
  const { tapped } = desk.book.log(hand.session());
  const given = holding.sessions.find(({ id }) => id === hand.session())?.given ?? [];
  const all = /^Saved/.test(words) && [...tapped].every((site) => given.includes(site));
  verdict.hold('again', all, () => `${words}: ${given.join()} of ${[...tapped].join()}`);
}
