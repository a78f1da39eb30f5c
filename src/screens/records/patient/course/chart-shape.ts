import { scaleLinear } from 'd3-scale';
import { responseLines } from '../../../../outcomes/rules';
import { windowDays } from '../../../../outcomes/windows';
import { type Day, daysBetween } from '../../../../record/calendar';
import type { Chart, ChartTreatment, ChartWindow } from '../../../../state/outcomes/course-chart';

/** All in px of the drawing; y grows downwards. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Bar = {
  readonly window: ChartWindow;
  /** The middle of it. */
  readonly x: number;
  /** Above what is drawn of it: where its figure stands. */
  readonly top: number;
  /** Days that were certainly with migraine, and those that may have been, of what was certainly with headache. */
  readonly migraine: Box;
  readonly perhapsMigraine: Box;
  /** Days that were certainly with headache, migraine or not. */
  readonly headache: Box;
  /** Days that may have been with headache: what was not recorded. */
  readonly unknown: Box;
  /** In place of a bar: nothing of the window was recorded. */
  readonly blank: Box | null;
};

export type Mark = {
  readonly treatment: ChartTreatment;
  readonly x: number;
  /** Where its day is written from; null where another one's is in the way. */
  readonly anchor: 'start' | 'middle' | 'end' | null;
};

/** So many percent below the baseline. */
export type Line = { readonly percent: number; readonly top: number; readonly bottom: number };

export type ChartShape = {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly ticks: readonly { readonly days: number; readonly y: number }[];
  readonly bars: readonly Bar[];
  readonly marks: readonly Mark[];
  /** What a response leaves of the baseline; a band where the baseline has bounds. */
  readonly lines: readonly Line[];
};

/** A window has this many days at most, and the scale this many: full is every day. */
const most = windowDays;
const everyDays = 7;
const edges = { left: 34, right: 46, top: 42, bottom: 48 } as const;
const height = 300;
/** So much room a window has at least; where the page is narrower, the chart scrolls. */
const leastPitch = 58;
const widestBar = 44;
const dayLabelWidth = 66;

/**
 * Where everything of the chart stands. `room`: the width there is, px; the chart is wider where its windows need more.
 * Treatments more than a window away from what is shown are left out.
 */
export function chartShape({ windows, treatments, baseline }: Chart, room: number): ChartShape {
  const first = windows[0];
  const last = windows.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a chart of no window');
  const dayFrom = (day: Day): number => daysBetween(first.from, day);
  const end = dayFrom(last.from) + last.days;
  const near = treatments.filter(({ day }) => dayFrom(day) >= -most && dayFrom(day) <= end + most);
  const begin = Math.min(0, ...near.map(({ day }) => dayFrom(day)));
  const until = Math.max(end, ...near.map(({ day }) => dayFrom(day)));
  const least = edges.left + edges.right + (leastPitch * (until - begin)) / most;
  const width = Math.max(Math.floor(room), Math.ceil(least));
  const plot: Box = {
    x: edges.left,
    y: edges.top,
    width: width - edges.left - edges.right,
    height: height - edges.top - edges.bottom,
  };
  const x = scaleLinear([begin, until], [plot.x, plot.x + plot.width]);
  const y = scaleLinear([0, most], [plot.y + plot.height, plot.y]);

  const bars = windows.map((window): Bar => {
    const from = dayFrom(window.from);
    const [left, right] = [x(from), x(from + window.days)];
    // A shorter window is narrower, however much room there is: its count is of fewer days.
    const wide = Math.min((widestBar * window.days) / most, 0.66 * (right - left));
    const middle = (left + right) / 2;
    const box = (low: number, high: number): Box => ({
      x: middle - wide / 2,
      y: y(high),
      width: wide,
      height: y(low) - y(high),
    });
    const { headache, migraine, recorded } = window;
    return {
      window,
      x: middle,
      top: y(recorded === 0 ? window.days : headache.high),
      migraine: box(0, migraine.low),
      perhapsMigraine: box(migraine.low, Math.max(migraine.low, Math.min(migraine.high, headache.low))),
      headache: box(0, headache.low),
      unknown: box(headache.low, headache.high),
      blank: recorded === 0 ? box(0, window.days) : null,
    };
  });

  return {
    width,
    height,
    plot,
    ticks: ticksOf().map((days) => ({ days, y: y(days) })),
    bars,
    marks: marksOf(
      near.map((treatment) => ({ treatment, x: x(dayFrom(treatment.day)) })),
      width,
    ),
    lines:
      baseline === null
        ? []
        : [responseLines.thirty, responseLines.fifty].map(({ percent }) => {
            const left = (100 - percent) / 100;
            return { percent, top: y(left * baseline.high), bottom: y(left * baseline.low) };
          }),
  };
}

const ticksOf = (): readonly number[] => Array.from({ length: most / everyDays + 1 }, (_, n) => n * everyDays);

/** The day of each is written below it, unless it would run into the one before. */
function marksOf(all: readonly Omit<Mark, 'anchor'>[], width: number): readonly Mark[] {
  let free = 0;
  return all.map((mark) => {
    const half = dayLabelWidth / 2;
    const anchor = mark.x - half < 0 ? 'start' : mark.x + half > width ? 'end' : 'middle';
    const from = anchor === 'start' ? mark.x : anchor === 'end' ? mark.x - dayLabelWidth : mark.x - half;
    if (from < free) return { ...mark, anchor: null };
    free = from + dayLabelWidth;
    return { ...mark, anchor };
  });
}
