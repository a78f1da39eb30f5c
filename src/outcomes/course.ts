import type { Day } from '../record/calendar';
import { type Cycles, cyclesOf } from './cycles';
import type { Diary } from './diary';
import type { HeadacheDay } from './headache-day';
import { type PositiveStop, positiveStopOf } from './positive-stop';
import { type CycleResponse, responsesOf, type Trend, trendOf, type Verdict, verdictOf } from './response';
import type { RuleId } from './rule-ids';
import { type Rule, rules } from './rules';
import { type WearOffByWeek, wearOffOf } from './wear-off';
import { type Recorded, recordedIn } from './windows';

/** A diary cut at the treatments, with what is counted of it. No rule is needed for that but which days are headache days. */
export type Cut = {
  readonly recorded: Recorded;
  readonly today: Day;
  readonly treatments: readonly Day[];
  readonly cycles: Cycles;
  readonly responses: readonly CycleResponse[];
  readonly trend: readonly Trend[];
  readonly wearOff: WearOffByWeek;
};

/** How a patient fares over the treatments, by the chosen rule's own headache day. */
export type Course = Cut & {
  readonly rule: Rule;
  readonly verdict: Verdict;
  readonly positiveStop: PositiveStop;
};

export type CutInput = {
  readonly diary: Diary;
  /** Days on which something was injected, in any order. */
  readonly treatments: readonly Day[];
  readonly today: Day;
};
export type CourseInput = CutInput & { readonly rule: RuleId };

/** Windows, cycles and responses by a definition of a headache day, without a rule's verdict. */
export function cutAt({ diary, treatments, today }: CutInput, headacheDay: HeadacheDay): Cut {
  const recorded = recordedIn(diary);
  const cycles = cyclesOf(recorded, { treatments, today }, headacheDay);
  return {
    recorded,
    today,
    treatments: cycles.cycles.map(({ from }) => from),
    cycles,
    responses: responsesOf(recorded, cycles, headacheDay),
    trend: trendOf(cycles),
    wearOff: wearOffOf(recorded, cycles.cycles, headacheDay),
  };
}

/**
 * The same by a rule's own headache day, with what the rule says of it. Nothing is said that both bounds do not agree
 * on.
 */
export function courseOf(input: CourseInput): Course {
  const rule = rules[input.rule];
  const cut = cutAt(input, rule.headacheDay);
  const { cycles, responses, recorded } = cut;
  return {
    ...cut,
    rule,
    verdict: verdictOf(cycles, responses, rule),
    positiveStop: positiveStopOf(recorded, input, rule),
  };
}
