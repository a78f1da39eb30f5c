import type { Diary } from '../../outcomes/diary';
import { courseOf, cutAt } from '../../outcomes/course';
import type { Cycles } from '../../outcomes/cycles';
import { anyHeadache, type HeadacheDay } from '../../outcomes/headache-day';
import type { PatientFile } from '../../outcomes/patient-file';
import type { PositiveStop } from '../../outcomes/positive-stop';
import type { CycleResponse, Trend, Verdict } from '../../outcomes/response';
import { type Rule, rules } from '../../outcomes/rules';
import { treatmentsOf } from '../../outcomes/treatments';
import type { WearOffByWeek } from '../../outcomes/wear-off';
import { type Recorded, type Window, windowsBackToFirst } from '../../outcomes/windows';
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
  /**
   * Records that cannot be read; null where not even their list could be. Each may be a treatment, so above 0 nothing is said
   * that hangs on where the cycles begin: no verdict, no positive stop, no wear-off, no line that is reached.
   */
  readonly unread: number | null;
};

export type CourseInput = {
  readonly file: Pick<PatientFile, 'rule'>;
  readonly diary: Diary;
  readonly sessions: readonly ListedSession[];
  readonly unread: number | null;
  /** A moment, with the patient's offset, or a day. */
  readonly now: string;
};

/** Treatments after today are left out. Without a rule every day with any headache counts, and no verdict is given. */
export function courseView({ file, diary, sessions, unread, now }: CourseInput): CourseView {
  const today = dayOf(now);
  const rule = file.rule === undefined ? null : rules[file.rule];
  const headacheDay = rule?.headacheDay ?? anyHeadache;
  const treatments = treatmentDays(sessions).filter(({ day }) => day <= today);
  const input = { diary, treatments: treatments.map(({ day }) => day), today };
  const course = rule === null ? null : courseOf({ ...input, rule: rule.id });
  const { recorded, cycles, responses, trend, wearOff } = course ?? cutAt(input, headacheDay);
  const first = treatments[0];
  const before =
    first === undefined ? cycles.untreated : windowsBackToFirst(recorded, daysBefore(first.day, 1), headacheDay);
  // The baseline is shown even where nothing of it was recorded: that it is missing is what there is to see.
  const lead = before.length === 0 && cycles.baseline !== null ? [cycles.baseline] : before;
  const shown = {
    rule,
    headacheDay,
    today,
    recorded,
    treatments,
    cycles,
    windows: [...lead, ...cycles.cycles.flatMap(({ windows }) => windows)],
    unread,
  };
  if (unread === 0)
    return {
      ...shown,
      responses,
      trend,
      wearOff,
      verdict: course?.verdict ?? null,
      positiveStop: course?.positiveStop ?? null,
    };
  return {
    ...shown,
    responses: responses.map((one) => ({ ...one, fewerBy30: 'unknown', fewerBy50: 'unknown' })),
    trend: [],
    wearOff: { weeks: [], byCycle: [], together: null },
    verdict: null,
    positiveStop: null,
  };
}

/** Treatments by their days; two of one day are one. */
export function treatmentDays(sessions: readonly ListedSession[]): readonly Treatment[] {
  const byDay = new Map<Day, string[]>();
  for (const { id, firstNeedleAt, startedAt } of treatmentsOf(sessions)) {
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
