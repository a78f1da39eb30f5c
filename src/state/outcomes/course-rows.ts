import '../../messages/later';
import { t } from '../../messages/translate';
import { type Change, perWindow } from '../../outcomes/change';
import type { Cycle } from '../../outcomes/cycles';
import type { Known } from '../../outcomes/known';
import type { Count } from '../../outcomes/count';
import type { CycleResponse, Trend } from '../../outcomes/response';
import { type Window, windowDays } from '../../outcomes/windows';
import { noteDay } from '../note-dates';
import { boundsText, countText, daysChangeText, gapsText, percentText, spanText } from './course-figures';
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
  readonly half: string;
  readonly third: string;
};

export function cycleRows({ responses, cycles }: Pick<CourseView, 'responses' | 'cycles'>): readonly CycleRow[] {
  return responses.flatMap((response): readonly CycleRow[] => {
    const cycle = cycles.cycles.find(({ number }) => number === response.cycle);
    if (cycle === undefined) return [];
    return [
      {
        key: cycle.from,
        cycle: t(`course.cycleState.${response.state}`, { n: cycle.number }),
        from: noteDay(cycle.from),
        headache: perMonthText(cycle.judged.counts.headache),
        change: changeOrNone(response, response.headache, cycle, daysChangeText),
        percent: changeOrNone(response, response.headache, cycle, percentText),
        migraine: changeOrNone(response, response.migraine, cycle, daysChangeText),
        acute: changeOrNone(response, response.acute, cycle, daysChangeText),
        third: reachedText(response, response.fewerBy30),
        half: reachedText(response, response.fewerBy50),
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

const changeOrNone = (
  { state }: CycleResponse,
  change: Change,
  { judged }: Cycle,
  text: (change: Change) => string,
): string => (state === 'too-short' || judged.counts.headache.recorded === 0 ? t('course.noChange') : text(change));

const reachedText = ({ state }: CycleResponse, reached: Known): string =>
  state === 'too-short' ? t('course.noChange') : t(`course.reached.${reached}`);

/** "From cycle 1 to 2: fewer, −3 headache days per 28 days". */
export const trendText = ({ from, to, headache, direction }: Trend): string =>
  t(`course.trend.${direction}`, { from, to, days: daysChangeText(headache) });

/** The four weeks before each treatment and those after it, where the rule asks for that. */
export const beforeAfterLines = ({ responses }: Pick<CourseView, 'responses'>): readonly string[] =>
  responses.map(({ cycle, before, after }) =>
    t('course.beforeAfterLine', {
      n: cycle,
      before: countText(before.counts.headache),
      after: countText(after.counts.headache),
    }),
  );
