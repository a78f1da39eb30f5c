import type { Diary } from '../../outcomes/diary';
import { type Cycles, cyclesOf } from '../../outcomes/cycles';
import { anyHeadache, type HeadacheDay } from '../../outcomes/headache-day';
import type { PatientFile } from '../../outcomes/patient-file';
import { type PositiveStop, positiveStopOf } from '../../outcomes/positive-stop';
import { type CycleResponse, responsesOf, type Trend, trendOf, type Verdict, verdictOf } from '../../outcomes/response';
import { type Rule, rules } from '../../outcomes/rules';
import { type WearOffByWeek, wearOffOf } from '../../outcomes/wear-off';
import { type Recorded, recordedIn, type Window, windowsBackToFirst } from '../../outcomes/windows';
import { type Day, dayOf } from '../../record/calendar';
import { daysBefore } from '../../record/days-after';
import type { ListedSession } from '../../record/listing';
import type { Chart } from './course-chart';

/** A session in which something was injected, by the day of its first needle. */
export type Treatment = { readonly day: Day; readonly n: number; readonly sessions: readonly string[] };

/** Everything that is said of whether it works, worked out once for screen, print and table. */
export type CourseView = {
  /** Null while nobody has chosen by which rule the patient is judged. */
  readonly rule: Rule | null;
  /** Which days are counted as days with headache: the rule's own. */
  readonly headacheDay: HeadacheDay;
  readonly today: Day;
  readonly recorded: Recorded;
  readonly treatments: readonly Treatment[];
  readonly cycles: Cycles;
  /** All windows, the earliest first: those before the first treatment, back to the first recorded day, then those of the cycles. */
  readonly windows: readonly Window[];
  readonly responses: readonly CycleResponse[];
  readonly trend: readonly Trend[];
  readonly wearOff: WearOffByWeek;
  readonly verdict: Verdict | null;
  readonly positiveStop: PositiveStop | null;
};

export type CourseInput = {
  readonly file: Pick<PatientFile, 'rule'>;
  readonly diary: Diary;
  readonly sessions: readonly ListedSession[];
  /** A moment, with the patient's offset, or a day. */
  readonly now: string;
};

export function courseView({ file, diary, sessions, now }: CourseInput): CourseView {
  const today = dayOf(now);
  const rule = file.rule === undefined ? null : rules[file.rule];
  const headacheDay = rule?.headacheDay ?? anyHeadache;
  const recorded = recordedIn(diary);
  const treatments = treatmentsOf(sessions).filter(({ day }) => day <= today);
  const days = treatments.map(({ day }) => day);
  const cycles = cyclesOf(recorded, { treatments: days, today }, headacheDay);
  const first = treatments[0];
  const before =
    first === undefined ? cycles.untreated : windowsBackToFirst(recorded, daysBefore(first.day, 1), headacheDay);
  // The baseline is shown even where nothing of it was recorded: that it is missing is what there is to see.
  const lead = before.length === 0 && cycles.baseline !== null ? [cycles.baseline] : before;
  return {
    rule,
    headacheDay,
    today,
    recorded,
    treatments,
    cycles,
    windows: [...lead, ...cycles.cycles.flatMap(({ windows }) => windows)],
    responses: responsesOf(recorded, cycles, headacheDay),
    trend: trendOf(cycles),
    wearOff: wearOffOf(recorded, cycles.cycles, headacheDay),
    verdict: rule === null ? null : verdictOf(cycles, rule),
    positiveStop: rule === null ? null : positiveStopOf(recorded, { treatments: days, today }, rule),
  };
}

/** Sessions in which something was given, by their days; two of one day are one treatment. */
export function treatmentsOf(sessions: readonly ListedSession[]): readonly Treatment[] {
  const byDay = new Map<Day, string[]>();
  for (const { id, given, firstNeedleAt, startedAt } of sessions) {
    if (given === 0) continue;
    const day = dayOf(firstNeedleAt ?? startedAt);
    byDay.set(day, [...(byDay.get(day) ?? []), id]);
  }
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, ids], index) => ({ day, n: index + 1, sessions: ids }));
}

/** What the chart shows of it; `chosen`: sessions that are compared. */
export const chartOf = (
  { windows, treatments, cycles: { baseline } }: Pick<CourseView, 'windows' | 'treatments' | 'cycles'>,
  chosen: readonly string[] = [],
): Chart => ({
  windows: windows.map(({ from, days, counts: { headache, migraine } }) => ({
    from,
    days,
    recorded: headache.recorded,
    headache,
    migraine,
  })),
  treatments: treatments.map(({ day, n, sessions }) => ({
    day,
    n,
    chosen: sessions.some((id) => chosen.includes(id)),
  })),
  baseline: baseline === null || baseline.counts.headache.recorded === 0 ? null : baseline.counts.headache,
});

/** Whether there is anything to show: a diary with a day in it. */
export const hasDiary = (diary: Diary): boolean => diary.days.length > 0;
