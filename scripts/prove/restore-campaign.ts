import type { Browser } from '@playwright/test';
import { type Proof, Verdict } from './campaign';
import { Desk } from './desk';
import { type Ground, withProbe } from './ground';
import { preparedSession } from './prepared';
import type { RestoreClaim } from './restore-trials';

export const restoreClaims: Readonly<Record<RestoreClaim, string>> = {
  newer: 'what was saved here since the backup stays, unless the one of the backup was chosen',
  signed: 'a version that was signed here is never lost, replaced or taken back',
  conflicts: 'what differs and is not newer here is named as a conflict',
  added: 'what is missing here is added or named, and nothing else',
  sound: 'afterwards every session opens, every signature, the chain and the audit log verify, and the listing agrees',
};

const sessionsEach = 5;
/** Trials asked of one page. */
const batch = 10;

/** Restores an older backup into a living store, `count` times: every other time one of a device that went another way. */
export async function proveRestores(
  browser: Browser,
  ground: Ground,
  count: number,
  seed: number,
): Promise<Proof<RestoreClaim>> {
  const verdict = new Verdict(restoreClaims);
  for (let from = 0; from < count; from += batch) {
    const sets = Array.from({ length: Math.min(batch, count - from) }, (_, n) =>
      Array.from({ length: sessionsEach }, (_session, m) =>
        preparedSession(`s-${String(n)}-${String(m)}`, 0, Date.now()),
      ),
    );
    const trials = await Desk.with(browser, ground, (desk) =>
      withProbe(desk.context, ground, (ask) => ask('tryRestores', sets, seed + from)),
    );
    for (const { name, broken } of trials) {
      for (const [claim, seen] of broken) verdict.hold(claim, false, () => seen);
      verdict.next(`${name} of those from ${String(from)}`);
    }
  }
  return verdict.proof();
}
