import type { Browser } from '@playwright/test';
import { seeded } from '../seeded';
import { type Proof, Verdict } from './campaign';
import { Desk } from './desk';
import { type Ground, withProbe } from './ground';
import { Hand, patienceMs } from './hand';

export const passphraseClaims = {
  in: 'no wrong passphrase, and no right one before its time, lets anybody in or shows anything of a record',
  counted: 'each wrong one is counted, and told by its number, however often the page is loaded anew',
  waits: 'from the third on each makes wait: 1 s, doubled each time, at most 5 minutes',
  unseen: 'one that comes too soon is not looked at, not even the right one, and is said to be too soon',
  right: 'after all of them, and the last wait, the right one opens what was there',
} as const;
type PassphraseClaim = keyof typeof passphraseClaims;

const passphrase = 'nine red kites over the mill';
const patient = 'P. Proof';
/** The page's clock goes on while a loaded machine opens a page: a try that is to come too soon keeps away from the end. */
const slackMs = 60_000;
/** Argon2id as cheap as a header may ask for: the count, the wait and the lock are the same at any cost. */
const cheap = { memoryKiB: 8, iterations: 1 };
const standard = { memoryKiB: 32 * 1024, iterations: 3 };

/**
 * Types `count` wrong passphrases into the lock of the app, one after the other, the first `dear` at the standard cost of
 * a try and the rest at the least. The page's clock is set forward past each wait. Every few tries the page is loaded
 * anew, and a try is made before its time, half of them with the right passphrase.
 */
export async function provePassphrases(
  browser: Browser,
  ground: Ground,
  count: number,
  seed: number,
  dear: number,
): Promise<Proof<PassphraseClaim> & { readonly tooSoon: number }> {
  const next = seeded(seed);
  const verdict = new Verdict(passphraseClaims);
  let tooSoon = 0;
  for (const [tries, cost] of [
    [Math.min(dear, count), standard],
    [count - Math.min(dear, count), cheap],
  ] as const) {
    if (tries === 0) continue;
    // Whoever was let in ends it: what comes after would say nothing.
    await verdict.trial(`try ${String(tries)}, and the right one`, 'in', () =>
      Desk.with(browser, ground, async (desk) => {
        await desk.context.clock.install({ time: Date.UTC(2027, 2, 1) });
        const first = await desk.window();
        const session = await first.newSession();
        await first.page.getByRole('button', { name: /Add patient/ }).click();
        await first.page.getByLabel('Initials or name').fill(patient);
        await first.page.getByRole('button', { name: 'Save', exact: true }).click();
        await desk.answered(first, await desk.give(first));
        await first.page.close();
        await withProbe(desk.context, ground, (ask) => ask('protect', null, passphrase, cost));

        const door = new Door(await desk.context.newPage(), ground.url, verdict);
        await door.load();
        for (let n = 1; n <= tries; n += 1) {
          const from = Date.now();
          const said = await door.try(wrong(next));
          const wanted = n === 1 ? 'Wrong passphrase.' : `Wrong passphrase, ${String(n)} times in a row.`;
          verdict.hold('counted', said.startsWith(wanted), () => `${said} instead of ${wanted}`);
          const wait = waitAfter(n);
          const told = await door.wait();
          // It counts down while it is read.
          const may = waitTexts(wait, Date.now() - from);
          verdict.hold('waits', may.includes(told), () => `after ${String(n)}: ${told}, not ${may[0] ?? ''}`);
          if (n === tries || next() < 0.1) {
            await door.load();
            if (wait > slackMs) {
              tooSoon += 1;
              await desk.context.clock.fastForward(Math.floor(next() * (wait - slackMs)));
              const early = await door.try(next() < 0.5 || n === tries ? passphrase : wrong(next));
              verdict.hold('unseen', early.startsWith('Too soon'), () => early);
            }
          }
          await desk.context.clock.fastForward(wait + 1000);
          if (n < tries) verdict.next(`try ${String(n)}`);
        }
        const hand = new Hand(door.page, ground.url, passphrase);
        await hand.unlock(passphrase);
        await hand.settled();
        const given = await hand.given();
        verdict.hold('right', hand.session() === session && given.length === 1, () => given.join());
      }),
    );
  }
  return { ...verdict.proof(), tooSoon };
}

/** The lock's page. */
class Door {
  constructor(
    readonly page: Hand['page'],
    private readonly url: string,
    private readonly verdict: Verdict<PassphraseClaim>,
  ) {
    page.setDefaultTimeout(patienceMs);
  }

  async load(): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(this.url);
    await this.page.getByRole('heading', { name: 'Locked' }).waitFor();
  }

  /** Types one in; what is said to it. */
  async try(typed: string): Promise<string> {
    const field = this.page.getByLabel('Passphrase', { exact: true });
    await field.fill(typed);
    await this.page.getByRole('button', { name: 'Unlock', exact: true }).click();
    // The field is emptied when the answer is there.
    const answer = this.page.getByRole('alert').filter({ hasText: /\S/ });
    const inside = this.page.getByRole('navigation', { name: 'Modes' });
    await answer.or(inside).first().waitFor();
    const open = (await inside.count()) > 0 || (await this.page.getByText(patient).count()) > 0;
    this.verdict.hold('in', !open, () => `in with ${typed}`);
    if (open) throw new Error('somebody was let in: the campaign ends here');
    return (await answer.textContent()) ?? '';
  }

  /** What is said of the wait; empty where there is none. */
  async wait(): Promise<string> {
    const told = this.page.getByText(/^Next try in/);
    return (await told.count()) === 0 ? '' : ((await told.textContent()) ?? '');
  }
}

/** Random, or the right one with one thing wrong about it. */
function wrong(next: () => number): string {
  const at = Math.floor(next() * passphrase.length);
  const slips = [
    `${passphrase.slice(0, at)}${passphrase.slice(at + 1)}`,
    `${passphrase.slice(0, at)}x${passphrase.slice(at)}`,
    passphrase.toUpperCase(),
    ` ${passphrase}`,
    Array.from({ length: 12 }, () => String.fromCharCode(33 + Math.floor(90 * next()))).join(''),
  ];
  const slip = slips[Math.floor(next() * slips.length)] ?? '';
  return slip === passphrase ? `${passphrase}!` : slip;
}

/** The rule a second time, in plain words: none after two, then 1 s, doubled, five minutes at most. In ms. */
const waitAfter = (failed: number): number => (failed < 3 ? 0 : Math.min(300, 2 ** Math.min(failed - 3, 20)) * 1000);

/** What may stand there of a wait while up to so many ms of it have passed. */
function waitTexts(waitMs: number, passedMs: number): readonly string[] {
  const texts: string[] = [];
  for (let left = waitMs; left >= 0 && left > waitMs - passedMs - 2000; left -= 1000) {
    const seconds = left / 1000;
    if (seconds === 0) texts.push('', 'Next try in 1 second.');
    else if (seconds > 90) texts.push(`Next try in ${String(Math.ceil(seconds / 60))} minutes.`);
    else texts.push(`Next try in ${String(seconds)} second${seconds === 1 ? '' : 's'}.`);
  }
  return texts;
}
