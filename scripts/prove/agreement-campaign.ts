import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { signFirst } from '../../src/record/signed-version';
import { inLedger, waysOut } from '../../tests/support/agreement';
import { randomSession } from '../../tests/support/random-session';
import { author, twoInjectors, unwrap } from '../../tests/support/signing';
import { type Proof, Verdict } from './campaign';

/** A claim for each way out, by its name. */
export const agreementClaims: Readonly<Record<string, string>> = Object.fromEntries(
  waysOut.map(({ name }) => [name, `${name} tells the units of the ledger: given, by muscle, extras, discarded`]),
);

/** Sessions made at once: few enough to be held in memory. */
const batch = 50;

/** Signs `count` random sessions and reads their figures back out of everything they leave as. */
export async function proveAgreement(count: number, seed: number): Promise<Proof<string>> {
  const verdict = new Verdict(agreementClaims);
  const [port] = await twoInjectors();
  for (let from = 0; from < count; from += batch) {
    const sessions = fc.sample(randomSession, { numRuns: Math.min(batch, count - from), seed: seed + from });
    for (const [n, session] of sessions.entries()) {
      const finished = { ...session, finishedAt: session.finishedAt ?? session.startedAt };
      const signed = await signFirst(finished, { author, at: session.startedAt, storeHead: null }, port);
      const version = unwrap(signed);
      const ledger = inLedger(version);
      for (const { name, read } of waysOut) {
        const told = await read(version);
        verdict.hold(name, isDeepStrictEqual(told, ledger), () => JSON.stringify({ told, ledger }));
      }
      verdict.next(`session ${String(from + n)}`);
    }
  }
  return verdict.proof();
}
