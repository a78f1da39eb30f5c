import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { readSessionFile, toSessionFile } from '../../src/exchange/session-file';
import { fold } from '../../src/ledger/fold';
import type { Totals } from '../../src/ledger/state';
import { drugCode, wasteModifiers } from '../../src/protocol/billing-codes';
import { billingLines } from '../../src/record/billing-lines';
import type { Session } from '../../src/record/session';
import { contentOf } from '../../src/record/signed-version';
import { accountOf, broken, eventsOf, milli, standing, statesOf } from '../../tests/support/ledger-oracle';
import { randomSession } from '../../tests/support/random-session';
import { unitsGiven, unsignedBundle } from '../../tests/support/sent-sessions';
import { type Proof, Verdict } from './campaign';

/** What must hold of the totals of every session, whatever was charted. */
export const totalsClaims = {
  aliquots: 'given is the sum of the aliquots that stand, by muscle and in all, and within every cap',
  vials: 'what each vial lost is what the entries took from it, and with what is left its strength, exactly',
  draws: 'all vials together lost what was given, off protocol and in incidents: the total in the patient',
  export: 'the exported file states these totals, and reads back to them',
  sent: 'the doses in the FHIR Bundle and the units on the billing lines add up to them',
} as const;
type TotalsClaim = keyof typeof totalsClaims;

/** Sessions made at once: few enough to be held in memory. */
const batch = 50;

/** Charts `count` random sessions and holds every claim against each, by reading the entries again in plain arithmetic. */
export function proveTotals(count: number, seed: number): Proof<TotalsClaim> {
  const verdict = new Verdict(totalsClaims);
  for (let from = 0; from < count; from += batch) {
    const numRuns = Math.min(batch, count - from);
    for (const [n, session] of fc.sample(randomSession, { numRuns, seed: seed + from }).entries()) {
      judge(session, verdict);
      verdict.next(`session ${String(from + n)}`);
    }
  }
  return verdict.proof();
}

function judge(session: Session, verdict: Verdict<TotalsClaim>): void {
  const { entries, vials } = session;
  const { totals } = fold(entries, vials);
  const seen = () => JSON.stringify({ ...totals, byVial: [...totals.byVial] });

  const states = statesOf(entries);
  const given = standing(entries).filter(({ site }) => states.get(site) === 'given');
  const ofMuscle = Object.entries(totals.byMuscle).every(
    ([muscle, { given: units }]) => units === 5 * given.filter((plan) => plan.muscle === muscle).length,
  );
  const all = totals.given === 5 * given.length && totals.sitesGiven === given.length;
  verdict.hold('aliquots', all && ofMuscle && broken(entries, vials).length === 0, seen);

  for (const vial of vials) {
    const account = accountOf(entries, vial);
    const book = Object.entries(totals.byVial.get(vial.id) ?? {}).map(([name, units]) => [name, milli(units)]);
    const { drawn, wasted, left, strength } = account;
    const whole = drawn + wasted + left === strength && left >= 0;
    verdict.hold('vials', whole && isDeepStrictEqual(Object.fromEntries(book), account), seen);
  }

  const lost = vials.map((vial) => accountOf(entries, vial).drawn).reduce((sum, drawn) => sum + drawn, 0);
  const outside = eventsOf(entries).reduce(
    (sum, entry) => sum + (entry.kind === 'waste' ? 0 : (milli(entry.units) ?? Number.NaN)),
    0,
  );
  const parts = [totals.given, totals.offProtocol, totals.incidents].map((units) => milli(units) ?? Number.NaN);
  const together = parts.reduce((sum, part) => sum + part, 0);
  const agree = [lost, together, 5000 * given.length + outside].every((sum) => sum === milli(totals.total));
  verdict.hold('draws', agree, seen);

  const text = toSessionFile(session, 'proof');
  const stated = (JSON.parse(text) as { totals: StatedTotals }).totals;
  const read = readSessionFile(text);
  const back = read.ok ? fold(read.value.session.entries, read.value.session.vials).totals : null;
  verdict.hold('export', asStated(stated, totals) && isDeepStrictEqual(back, totals), () => text.slice(-600));

  const { lines } = billingLines(contentOf(session));
  const billed = (wasted: boolean) =>
    lines.flatMap(({ code, modifier, units }) =>
      code === drugCode && (modifier === wasteModifiers.discarded) === wasted ? [milli(units)] : [],
    );
  const wasted = vials.map((vial) => accountOf(entries, vial).wasted).reduce((sum, units) => sum + units, 0);
  const onLines = (billed(false)[0] ?? 0) === milli(totals.total) && (billed(true)[0] ?? 0) === wasted;
  verdict.hold('sent', milli(unitsGiven(unsignedBundle(session))) === milli(totals.total) && onLines, seen);
}

type StatedTotals = {
  readonly given: number;
  readonly total?: number;
  readonly byVial: readonly { readonly vial: string; readonly drawn: number; readonly left: number }[];
};

/** Whether a file states these totals; one of an older version has nothing but what was given. */
const asStated = (stated: StatedTotals, totals: Totals): boolean =>
  stated.given === totals.given &&
  (stated.total ?? stated.given) === totals.total &&
  isDeepStrictEqual(
    stated.byVial.map(({ vial, drawn, left }) => [vial, drawn, left]),
    [...totals.byVial].map(([vial, { drawn, left }]) => [vial, drawn, left]),
  );
