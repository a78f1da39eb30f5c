import type { Browser } from '@playwright/test';
import type { PastSession } from '../../src/record/past-session';
import { historyOf } from '../../src/record/patients';
import { beforeFirstNeedle } from '../../src/record/visit-findings';
import { startingVial } from '../../src/protocol/paradigm';
import { seeded } from '../seeded';
import { recordClaims } from './book';
import { type Proof, Verdict } from './campaign';
import { Desk } from './desk';
import type { Ground } from './ground';
import { preparedSession } from './prepared';

export const clockClaims = {
  ...recordClaims,
  logged: 'a clock that was set back is put down in the audit log',
  told: 'the findings say that the clock stands before what was recorded already',
  counted: 'doses of a session that lies ahead of the clock count towards the total, and the session is told',
} as const;
type ClockClaim = keyof typeof clockClaims;

const minute = 60_000;
const nothingElse = historyOf([], '');
const day = 24 * 60 * minute;

/** Sets the clock back by minutes to years in the middle of charting, `count` times. */
export async function proveClock(
  browser: Browser,
  ground: Ground,
  count: number,
  seed: number,
): Promise<Proof<ClockClaim>> {
  const next = seeded(seed);
  const verdict = new Verdict(clockClaims);
  for (let n = 0; n < count; n += 1) {
    const start = Date.UTC(2027, 0, 1) + Math.floor(1000 * next()) * day;
    // From two minutes to two years: every order of magnitude alike.
    const back = Math.floor(2 * minute * (365 * 24 * 30) ** next());
    for (let one = 0; one < 20; one += 1) judgeFuture(next, verdict);
    const name = `trial ${String(n)}, back by ${String(Math.round(back / minute))} min`;
    await verdict.trial(name, 'whole', () =>
      Desk.with(browser, ground, async (desk) => {
        await desk.context.clock.install({ time: start });
        const hand = await desk.window();
        const session = await hand.newSession();
        for (let step = 0; step < 2; step += 1) await desk.answered(hand, await desk.give(hand));
        await desk.context.clock.setSystemTime(start - back);
        for (let step = 0; step < 2; step += 1) await desk.answered(hand, await desk.give(hand));
        await hand.page.getByRole('button', { name: 'Safety' }).click();
        const dialog = hand.page.getByRole('dialog', { name: 'Before the first needle' });
        await dialog.getByRole('button', { name: 'Done' }).waitFor();
        const text = (await dialog.textContent()) ?? '';
        verdict.hold('told', text.includes('The clock stands before entries of this session'), () =>
          text.slice(0, 400),
        );
        // Opened again: that is put down, and with it what the clock did since the line before.
        await hand.reload();
        await hand.settled();
        const holding = await desk.store();
        desk.book.judge(holding, verdict, 0);
        const kinds = holding.log.kinds.join();
        verdict.hold('logged', kinds.includes('clock-set-back'), () => kinds);
        verdict.hold(
          'kept',
          holding.sessions.find(({ id }) => id === session)?.given.length === 4,
          () => 'not all four',
        );
      }),
    );
  }
  return verdict.proof();
}

/** A session recorded while the clock stood ahead: seen from before, its dose counts as any other in the window. */
function judgeFuture(next: () => number, verdict: Verdict<ClockClaim>): void {
  const now = Date.UTC(2027, 5, 1) + Math.floor(1000 * next()) * minute;
  const session = preparedSession('now', 31, now);
  const ahead = 2 * minute + Math.floor(400 * day * next());
  const units = 5 * (1 + Math.floor(90 * next()));
  const past: PastSession = {
    id: 'ahead',
    patient: session.patient.id,
    at: new Date(now + ahead).toISOString(),
    product: startingVial.product,
    units,
    signed: true,
  };
  const findings = beforeFirstNeedle(session, { ...nothingElse, past: [past] }, new Date(now).toISOString());
  const kinds = findings.map(({ kind }) => kind as string);
  const over = units + planned > most;
  const seen = (): string => `${String(units)} U ${String(Math.round(ahead / day))} days ahead: ${kinds.join()}`;
  verdict.hold('counted', kinds.includes('cumulative-dose') === over, seen);
  verdict.hold('counted', kinds.includes('session-from-the-future'), seen);
}

/** Said again here, and plainly: what a session opens with, and the most that the window may hold. */
const planned = 155;
const most = 400;
