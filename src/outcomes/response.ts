import type { Day } from '../record/calendar';
import { type Change, changeOf, fewerBy } from './change';
import type { Cycle, Cycles } from './cycles';
import { type Count, unclear, unrecorded } from './count';
import type { HeadacheDay } from './headache-day';
import type { Known } from './known';
import { type ResponseLine, responseLines, type Rule, type StopRule } from './rules';
import { type Recorded, spanFrom, type Window, windowBefore, windowDays, windowsFrom } from './windows';

/** One cycle against the patient's own baseline. */
export type CycleResponse = {
  readonly cycle: number;
  /** `running`: its figures are those so far. `too-short`: it has not 28 days, and is not judged. */
  readonly state: 'ended' | 'running' | 'too-short';
  readonly headache: Change;
  readonly migraine: Change;
  readonly acute: Change;
  /** Whether headache days are fewer by so many percent (`responseLines`); not said of a cycle that is too short. */
  readonly fewerBy30: Known;
  readonly fewerBy50: Known;
  /** The four weeks before this treatment, and the four weeks from it on (shorter where they were cut or have not ended). */
  readonly before: Window;
  readonly after: Window;
  readonly beforeToAfter: Change;
};

/** From one cycle that can be judged to the next. */
export type Trend = {
  readonly from: number;
  readonly to: number;
  readonly headache: Change;
  readonly direction: 'fewer' | 'more' | 'same' | 'cannot-say';
};

/** Days of which more must be known before something can be said. */
export type MissingDays = {
  readonly from: Day;
  readonly to: Day;
  /** Days not recorded at all, and days whose record does not say enough. */
  readonly unrecorded: number;
  readonly unclear: number;
};

/** What a rule says of going on. A response is judged by the count of headache days as that rule defines them. */
export type Verdict =
  /** The rule states none. */
  | { readonly kind: 'no-rule' }
  | { readonly kind: 'not-treated' }
  /** So many cycles are to have ended; cycles too short to be judged are not among them. */
  | { readonly kind: 'too-early'; readonly ended: number; readonly needed: number; readonly rule: StopRule }
  | {
      readonly kind: 'responds';
      readonly cycle: number;
      readonly rule: StopRule;
      /** Later cycles that have ended and certainly miss the line: the rule's letter asks nothing of them. */
      readonly laterMisses: readonly number[];
    }
  | {
      readonly kind: 'does-not-respond';
      readonly cycle: number;
      readonly rule: StopRule;
      /** Later cycles that have ended and certainly reach the line. */
      readonly laterReaches: readonly number[];
      /** The rule allows one more cycle before it asks to stop. */
      readonly mayTryAnother: boolean;
    }
  | {
      readonly kind: 'cannot-say';
      readonly cycle: number;
      readonly rule: StopRule;
      readonly missing: readonly MissingDays[];
      /** The diary has no day with headache before the first treatment, so that nothing can be fewer. */
      readonly noHeadacheBefore: boolean;
      /** Where the rule asks for two comparisons: what each of them says by itself. null where it asks for one. */
      readonly compared: Compared | null;
    };

/** The cycle against the baseline, and the four weeks from its treatment on against the four before it. */
export type Compared = {
  readonly baseline: Known;
  readonly beforeAndAfter: Known;
  readonly was: Count;
  readonly is: Count;
  readonly before: Count;
  readonly after: Count;
};

/** Each cycle against the baseline; none where there was no treatment. */
export function responsesOf(
  recorded: Recorded,
  { baseline, cycles }: Cycles,
  headacheDay: HeadacheDay,
): readonly CycleResponse[] {
  if (baseline === null) return [];
  return cycles.map((cycle): CycleResponse => {
    const { headache, migraine, acute } = cycle.judged.counts;
    const reached = ({ percent }: ResponseLine): Known =>
      cycle.longEnough ? fewerBy(percent, baseline.counts.headache, headache) : 'unknown';
    const before = windowBefore(recorded, cycle.from, headacheDay);
    const after = firstWindow(recorded, cycle, headacheDay);
    return {
      cycle: cycle.number,
      state: stateOf(cycle),
      headache: changeOf(baseline.counts.headache, headache),
      migraine: changeOf(baseline.counts.migraine, migraine),
      acute: changeOf(baseline.counts.acute, acute),
      fewerBy30: reached(responseLines.thirty),
      fewerBy50: reached(responseLines.fifty),
      before,
      after,
      beforeToAfter: changeOf(before.counts.headache, after.counts.headache),
    };
  });
}

/** How headache days went from each cycle that has ended, and was long enough, to the next such. */
export function trendOf({ cycles }: Cycles): readonly Trend[] {
  const judged = cycles.filter(canBeJudged);
  return judged.slice(1).flatMap((to, i) => {
    const from = judged[i];
    if (from === undefined) return [];
    const headache = changeOf(from.judged.counts.headache, to.judged.counts.headache);
    return [{ from: from.number, to: to.number, headache, direction: directionOf(headache) }];
  });
}

/**
 * The verdict of a rule: on the cycle after which it asks, and where it allows more than that and there was no response yet,
 * on the next. It is given only where it holds for everything that the diary leaves open: a response of the next cycle is one
 * whichever way this one would have gone. Where the rule asks for the four weeks before and after as well, both comparisons
 * must say the same. `responses`: of these cycles, by the rule's own headache day.
 */
export function verdictOf({ baseline, cycles }: Cycles, responses: readonly CycleResponse[], { stop }: Rule): Verdict {
  if (stop === null) return { kind: 'no-rule' };
  if (baseline === null) return { kind: 'not-treated' };
  const judged = cycles.filter(canBeJudged);
  const answers = judged.map((cycle) => answerOf(baseline, cycle, responses, stop));
  const later = (after: number, answer: Known): readonly number[] =>
    judged.slice(after).flatMap((cycle) => {
      const reached = fewerBy(stop.percent, baseline.counts.headache, cycle.judged.counts.headache);
      return reached === answer ? [cycle.number] : [];
    });
  let open: Verdict | null = null;
  for (let after = stop.afterCycles; ; after += 1) {
    const [cycle, answer] = [judged[after - 1], answers[after - 1]];
    if (cycle === undefined || answer === undefined)
      return { kind: 'too-early', ended: judged.length, needed: after, rule: stop };
    const { number } = cycle;
    if (answer.reached === 'yes')
      return { kind: 'responds', cycle: number, rule: stop, laterMisses: later(after, 'no') };
    const mayTryAnother = after < stop.latestAfter;
    if (answer.reached === 'unknown') open ??= cannotSay(baseline, cycle, stop, answer);
    if (mayTryAnother && judged[after] !== undefined) continue;
    return (
      open ?? {
        kind: 'does-not-respond',
        cycle: number,
        rule: stop,
        mayTryAnother,
        laterReaches: later(after, 'yes'),
      }
    );
  }
}

type Answer = { readonly reached: Known; readonly response: CycleResponse | null; readonly compared: Compared | null };

/** Whether one cycle reaches the line of a rule, by each comparison that the rule asks for. */
function answerOf(
  baseline: Window,
  cycle: Cycle,
  responses: readonly CycleResponse[],
  { percent, beforeAndAfter }: StopRule,
): Answer {
  const [was, is] = [baseline.counts.headache, cycle.judged.counts.headache];
  const reached = fewerBy(percent, was, is);
  const response = responses.find((one) => one.cycle === cycle.number) ?? null;
  if (!beforeAndAfter || response === null) return { reached, response, compared: null };
  const [before, after] = [response.before.counts.headache, response.after.counts.headache];
  const own = fewerBy(percent, before, after);
  const compared: Compared = { baseline: reached, beforeAndAfter: own, was, is, before, after };
  return { reached: reached === own ? reached : 'unknown', response, compared };
}

/** What is missing of whichever comparison cannot be made. */
function cannotSay(baseline: Window, cycle: Cycle, rule: StopRule, { response, compared }: Answer): Verdict {
  const [was, is] = [baseline.counts.headache, cycle.judged.counts.headache];
  const missing = [
    ...(compared === null || compared.baseline === 'unknown'
      ? [...missingIn(baseline, was), ...missingIn(cycle.judged, is)]
      : []),
    ...(response === null || compared === null || compared.beforeAndAfter !== 'unknown'
      ? []
      : [...missingIn(response.before, compared.before), ...missingIn(response.after, compared.after)]),
  ];
  return {
    kind: 'cannot-say',
    cycle: cycle.number,
    rule,
    // One span may be missed by both comparisons.
    missing: missing.filter(({ from, to }, i) => missing.findIndex((one) => one.from === from && one.to === to) === i),
    noHeadacheBefore: was.high === 0,
    compared,
  };
}

/** What is missing of a count; nothing where it is known. */
export const missingIn = (
  { from, to }: { readonly from: Day; readonly to: Day },
  count: Count,
): readonly MissingDays[] =>
  count.low === count.high ? [] : [{ from, to, unrecorded: unrecorded(count), unclear: unclear(count) }];

const canBeJudged = ({ ended, longEnough }: Cycle): boolean => ended && longEnough;

function stateOf({ ended, longEnough }: Cycle): CycleResponse['state'] {
  if (!longEnough) return ended ? 'too-short' : 'running';
  return ended ? 'ended' : 'running';
}

function firstWindow(recorded: Recorded, { from, days, next }: Cycle, headacheDay: HeadacheDay): Window {
  const { to } = spanFrom(from, Math.min(days, windowDays));
  const [window] = windowsFrom(recorded, { from, to, because: next === null ? 'running' : 'cut' }, headacheDay);
  if (window === undefined) throw new RangeError('a cycle without days');
  return window;
}

function directionOf({ days }: Change): Trend['direction'] {
  if (days.high < 0) return 'fewer';
  if (days.low > 0) return 'more';
  return days.low === 0 && days.high === 0 ? 'same' : 'cannot-say';
}
