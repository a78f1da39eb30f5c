import '../../messages/later';
import { t } from '../../messages/translate';
import { type Change, perWindow } from '../../outcomes/change';
import type { Cycle } from '../../outcomes/cycles';
import type { Known } from '../../outcomes/known';
import type { Count } from '../../outcomes/count';
import type { Trend } from '../../outcomes/response';
import { type Window, windowDays } from '../../outcomes/windows';
import { noteDay } from '../note-dates';
import { boundsText, countText, daysChangeText, gapsText, percentText, saysNothing, spanText } from './course-figures';
import type { CourseView } from './course-view';

const weekDays = 7;

/** One window as the table has it. */
export type WindowRow = {
  readonly key: string;
  readonly span: string;
  /** Where in the course: before treatment, or which weeks of which cycle. */
  readonly where: string;
  readonly headache: string;
  readonly migraine: string;
  readonly acute: string;
  readonly missed: string;
};

/** Every window of the chart, in its order. */
export function windowRows({ windows, cycles }: Pick<CourseView, 'windows' | 'cycles'>): readonly WindowRow[] {
  return windows.map((window): WindowRow => {
    const { counts } = window;
    const cycle = cycles.cycles.find(({ from, to }) => window.from >= from && window.to <= to);
    return {
      key: window.from,
      span: spanText(window),
      where: cycle === undefined ? placeBefore(window, cycles.baseline) : placeIn(window, cycle),
      headache: countText(counts.headache),
      migraine: countText(counts.migraine),
      acute: countText(counts.acute),
      missed: countText(counts.missed),
    };
  });
}

const placeBefore = (window: Window, baseline: Window | null): string => {
  if (baseline === null) return t('course.untreated');
  return t(window.from === baseline.from ? 'course.baseline' : 'course.before');
};

/** Weeks are counted from the treatment; of a window that is cut or runs, how many days it has. */
function placeIn(window: Window, cycle: Cycle): string {
  const first = cycle.windows.findIndex(({ from }) => from === window.from) * (windowDays / weekDays) + 1;
  const weeks = t('course.weeksOf', {
    cycle: cycle.number,
    from: first,
    to: first + Math.ceil(window.days / weekDays) - 1,
  });
  return window.partial === null ? weeks : t(`course.partial.${window.partial}`, { weeks, days: window.days });
}

/** One cycle against the baseline. */
export type CycleRow = {
  readonly key: string;
  readonly cycle: string;
  readonly from: string;
  readonly headache: string;
  readonly change: string;
  readonly percent: string;
  readonly migraine: string;
  readonly acute: string;
  readonly by30: string;
  readonly by50: string;
};

/**
 * A row for each cycle that was answered; none without a baseline. Counts are taken to 28 days: of a cycle that is too
 * short for that, and of a change from or to what says nothing, there is a dash.
 */
export function cycleRows({ responses, cycles }: Pick<CourseView, 'responses' | 'cycles'>): readonly CycleRow[] {
  return responses.flatMap((response): readonly CycleRow[] => {
    const cycle = cycles.cycles.find(({ number }) => number === response.cycle);
    const { baseline } = cycles;
    if (cycle === undefined || baseline === null) return [];
    // Of less than a month nothing is taken to 28 days: a day or two would be half a month.
    const orNone = (text: () => string): string => (cycle.longEnough ? text() : t('course.noChange'));
    const change = (of: 'headache' | 'migraine' | 'acute', text: (change: Change) => string): string =>
      orNone(() =>
        saysNothing(baseline.counts[of]) || saysNothing(cycle.judged.counts[of])
          ? t('course.noChange')
          : text(response[of]),
      );
    return [
      {
        key: cycle.from,
        cycle: t(`course.cycleState.${response.state}`, { n: cycle.number, days: cycle.days }),
        from: noteDay(cycle.from),
        headache: orNone(() => perMonthText(cycle.judged.counts.headache)),
        change: change('headache', daysChangeText),
        percent: change('headache', percentText),
        migraine: change('migraine', daysChangeText),
        acute: change('acute', daysChangeText),
        by30: orNone(() => reachedText(response.fewerBy30)),
        by50: orNone(() => reachedText(response.fewerBy50)),
      },
    ];
  });
}

/** A count taken to 28 days, with what is not known of the days that were counted. */
export function perMonthText(count: Count): string {
  if (count.recorded === 0) return t('course.notRecorded');
  const figure = boundsText(perWindow(count));
  const why = gapsText(count);
  return why === '' ? figure : t('course.countOf', { count: figure, why });
}

/** "Yes", "No", or "Cannot say" where it is unknown. */
export const reachedText = (reached: Known): string => t(`course.reached.${reached}`);

/** "From cycle 1 to 2: fewer, −3 headache days per 28 days". */
export const trendText = ({ from, to, headache, direction }: Trend): string =>
  t(`course.trend.${direction}`, { from, to, days: daysChangeText(headache) });

/** The four weeks before each treatment and those after it, where the rule asks for that: no count of fewer days than that. */
export const beforeAfterLines = ({ responses }: Pick<CourseView, 'responses'>): readonly string[] =>
  responses.map(({ cycle, before, after }) =>
    t('course.beforeAfterLine', {
      n: cycle,
      before: countText(before.counts.headache),
      after:
        after.partial === null
          ? countText(after.counts.headache)
          : t(`course.shortAfter.${after.partial}`, { days: after.days }),
    }),
  );
