import '../../messages/later';
import { t } from '../../messages/translate';
import { changeOf } from '../../outcomes/change';
import type { Score } from '../../outcomes/scores';
import type { Window } from '../../outcomes/windows';
import { boundsText, countText, gapsText, percentText, spanText } from './course-figures';
import { hit6Before } from './course-scores';
import type { CourseView } from './course-view';

/** A large figure with what it is below it. */
export type Headline = { readonly key: string; readonly figure: string; readonly what: string };

type Needed = Pick<CourseView, 'cycles' | 'treatments' | 'today'>;

/**
 * Baseline to now, the change in percent, and HIT-6 where both totals are there. "Now" is the last whole window since the
 * first treatment: one that still runs has not as many days. Empty without a treatment, or before the first window is whole.
 */
export function headlines(view: Needed, scores: readonly Score[]): readonly Headline[] {
  const { baseline } = view.cycles;
  const now = lastWhole(view);
  if (baseline === null || now === null) return [];
  const [was, is] = [baseline.counts.headache, now.counts.headache];
  if (was.recorded === 0 || is.recorded === 0) {
    return [
      {
        key: 'days',
        figure: t('course.cannotCompare'),
        what: t('course.nothingRecordedIn', { span: spanText(was.recorded === 0 ? baseline : now) }),
      },
      ...hit6Headline(view, scores),
    ];
  }
  const change = changeOf(was, is);
  const why = [gapsText(was), gapsText(is)];
  return [
    {
      key: 'days',
      figure: t('course.fromTo', { before: boundsText(was), after: boundsText(is) }),
      what: [
        t('course.baselineToNow'),
        ...(why[0] === '' ? [] : [t('course.ofBaseline', { why: why[0] ?? '' })]),
        ...(why[1] === '' ? [] : [t('course.ofNow', { why: why[1] ?? '' })]),
      ].join(' '),
    },
    {
      key: 'percent',
      figure: percentText(change),
      what: [t('course.inSpan', { span: spanText(now) }), bestText(view)].join(' ').trim(),
    },
    ...hit6Headline(view, scores),
  ];
}

/** The last window of 28 days since the first treatment; null while there is none. */
const lastWhole = ({ cycles: { cycles } }: Pick<CourseView, 'cycles'>): Window | null =>
  cycles.flatMap(({ windows }) => windows.filter(({ partial }) => partial === null)).at(-1) ?? null;

/** Which month after a treatment was the best one; said only of months that are known to the day. */
function bestText({ cycles: { baseline, cycles } }: Needed): string {
  if (baseline === null) return '';
  const all = cycles.flatMap((cycle) => cycle.windows.map((window, i) => ({ window, cycle, weeks: i * 4 })));
  const whole = all.filter(({ window }) => window.partial === null);
  const sure = whole.filter(({ window: { counts } }) => counts.headache.low === counts.headache.high);
  const best = sure.toSorted((a, b) => a.window.counts.headache.low - b.window.counts.headache.low)[0];
  if (best === undefined || sure.length !== whole.length || whole.length < 2) return '';
  return t('course.best', {
    percent: percentText(changeOf(baseline.counts.headache, best.window.counts.headache)),
    cycle: best.cycle.number,
    from: best.weeks + 1,
    to: best.weeks + 4,
  });
}

function hit6Headline({ treatments, today }: Needed, scores: readonly Score[]): readonly Headline[] {
  const first = treatments[0];
  if (first === undefined) return [];
  const [before, now] = [hit6Before(scores, first.day), hit6Before(scores, today)];
  if (before === null || now === null || before.id === now.id) return [];
  return [
    {
      key: 'hit6',
      figure: t('course.fromTo', { before: String(before.total), after: String(now.total) }),
      what: t('course.hit6ToNow'),
    },
  ];
}

/** What the chart shows, in a sentence for whoever does not see it; the table has every figure. */
export function chartSummary(view: Pick<CourseView, 'windows' | 'treatments' | 'cycles'>): string {
  const { windows, treatments, cycles } = view;
  const first = windows[0];
  const last = windows.at(-1);
  if (first === undefined || last === undefined) return '';
  const blank = windows.filter(({ counts }) => counts.headache.recorded === 0).length;
  return [
    t('course.summary', {
      n: windows.length,
      treatments: treatments.length,
      first: windowText(first),
      last: windowText(last),
    }),
    ...(cycles.baseline === null
      ? []
      : [t('course.summaryBaseline', { count: countText(cycles.baseline.counts.headache) })]),
    ...(blank === 0 ? [] : [t('course.summaryBlank', { n: blank })]),
    t('course.summaryTable'),
  ].join(' ');
}

/** Its count; of a window that is cut or runs, with how many days it is of. */
const windowText = ({ partial, days, counts: { headache } }: Window): string =>
  partial === null ? countText(headache) : t('course.inDays', { count: countText(headache), days });
