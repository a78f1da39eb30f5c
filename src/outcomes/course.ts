import type { Day } from '../record/calendar';
import { type Cycles, cyclesOf } from './cycles';
import type { Diary } from './diary';
import { type PositiveStop, positiveStopOf } from './positive-stop';
import { type CycleResponse, responsesOf, type Trend, trendOf, type Verdict, verdictOf } from './response';
import type { RuleId } from './rule-ids';
import { type Rule, rules } from './rules';
import { type WearOffByWeek, wearOffOf } from './wear-off';
import { type Recorded, recordedIn } from './windows';

/** How a patient fares over the treatments, by the chosen rule's own headache day. */
export type Course = {
  readonly recorded: Recorded;
  readonly rule: Rule;
  readonly today: Day;
  readonly treatments: readonly Day[];
  readonly cycles: Cycles;
  readonly responses: readonly CycleResponse[];
  readonly trend: readonly Trend[];
  readonly wearOff: WearOffByWeek;
  readonly verdict: Verdict;
  readonly positiveStop: PositiveStop;
};

export type CourseInput = {
  readonly diary: Diary;
  /** Days on which something was injected, in any order. */
  readonly treatments: readonly Day[];
  readonly today: Day;
  readonly rule: RuleId;
};

export function courseOf({ diary, treatments, today, rule: id }: CourseInput): Course {
  const recorded = recordedIn(diary);
  const rule = rules[id];
  const { headacheDay } = rule;
  const cycles = cyclesOf(recorded, { treatments, today }, headacheDay);
  return {
    recorded,
    rule,
    today,
    treatments: cycles.cycles.map(({ from }) => from),
    cycles,
    responses: responsesOf(recorded, cycles, headacheDay),
    trend: trendOf(cycles),
    wearOff: wearOffOf(recorded, cycles.cycles, headacheDay),
    verdict: verdictOf(cycles, rule),
    positiveStop: positiveStopOf(recorded, { treatments, today }, rule),
  };
}
