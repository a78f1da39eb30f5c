import { describe, expect, it } from 'vitest';
import { chartShape } from '../../../../../src/screens/records/patient/course/chart-shape';
import type { Chart, ChartWindow } from '../../../../../src/state/outcomes/course-chart';

const window = (from: string, change: Partial<ChartWindow> = {}): ChartWindow => ({
  from,
  days: 28,
  recorded: 28,
  headache: { low: 14, high: 14 },
  migraine: { low: 7, high: 7 },
  ...change,
});
const chart = (change: Partial<Chart> = {}): Chart => ({
  windows: [window('2026-02-02'), window('2026-03-02'), window('2026-03-30')],
  treatments: [{ day: '2026-03-02', n: 1, chosen: false }],
  baseline: { low: 20, high: 20 },
  ...change,
});
const first = (change: Partial<ChartWindow>) => {
  const [bar] = chartShape(chart({ windows: [window('2026-02-02', change)] }), 600).bars;
  if (bar === undefined) throw new Error('no bar');
  return bar;
};
/** Days that a height stands for: the plot is 28 days high. */
const days = (height: number): number => Math.round((height * 28) / chartShape(chart(), 600).plot.height);

describe('the chart of a course', () => {
  it('draws what is certain as high as it is, with the part with migraine in it', () => {
    const bar = first({});
    expect([days(bar.headache.height), days(bar.migraine.height), bar.unknown.height]).toEqual([14, 7, 0]);
    expect(bar.migraine.y + bar.migraine.height).toBeCloseTo(bar.headache.y + bar.headache.height);
  });

  it('hatches what is not known above what is certain, and stands its figure above both', () => {
    const bar = first({ recorded: 24, headache: { low: 12, high: 16 }, migraine: { low: 6, high: 13 } });
    expect([days(bar.headache.height), days(bar.unknown.height)]).toEqual([12, 4]);
    expect(bar.unknown.y + bar.unknown.height).toBeCloseTo(bar.headache.y);
    expect(bar.top).toBeCloseTo(bar.unknown.y);
    // Migraine that may have been is hatched within the bar that is certain.
    expect(days(bar.perhapsMigraine.height)).toBe(6);
    expect(bar.blank).toBeNull();
  });

  it('draws no bar where nothing was recorded, and one of no height where there was no headache', () => {
    const nothing = first({ recorded: 0, headache: { low: 0, high: 28 }, migraine: { low: 0, high: 28 } });
    expect(nothing.blank === null ? 0 : days(nothing.blank.height)).toBe(28);
    const free = first({ headache: { low: 0, high: 0 }, migraine: { low: 0, high: 0 } });
    expect([free.blank, free.headache.height, free.unknown.height]).toEqual([null, 0, 0]);
  });

  it('stands a treatment where its window begins, and the lines at shares of the baseline', () => {
    const { bars, marks, lines, plot } = chartShape(chart(), 600);
    const [before, after] = [bars[0]?.x ?? 0, bars[1]?.x ?? 0];
    expect(marks[0]?.x).toBeCloseTo((before + after) / 2);
    const base = plot.y + plot.height;
    expect(lines.map(({ percent, top }) => [percent, days(base - top)])).toEqual([
      [30, 14],
      [50, 10],
    ]);
    expect(lines.every(({ top, bottom }) => top === bottom)).toBe(true);
    expect(chartShape(chart({ baseline: null }), 600).lines).toEqual([]);
  });

  it('draws a band where the baseline has bounds', () => {
    const [line] = chartShape(chart({ baseline: { low: 16, high: 20 } }), 600).lines;
    expect(line === undefined ? 0 : line.bottom - line.top).toBeGreaterThan(0);
  });

  it('is as wide as its room, and wider where its windows need more', () => {
    expect(chartShape(chart(), 600).width).toBe(600);
    const many = Array.from({ length: 20 }, (_, n) =>
      window(new Date(Date.UTC(2025, 0, 6 + 28 * n)).toISOString().slice(0, 10)),
    );
    const { width, bars } = chartShape(chart({ windows: many, treatments: [] }), 340);
    expect(width).toBeGreaterThan(1000);
    const [one, other] = [bars[0]?.x ?? 0, bars[1]?.x ?? 0];
    expect(other - one).toBeGreaterThan(44);
  });

  it('draws a window that was cut as wide as its days are', () => {
    const { bars } = chartShape(
      chart({ windows: [window('2026-02-02'), window('2026-03-02', { days: 7, recorded: 7 })] }),
      300,
    );
    expect((bars[1]?.headache.width ?? 0) * 3).toBeLessThan(bars[0]?.headache.width ?? 0);
  });

  it('writes no day of a treatment over another, and leaves out treatments far from what is shown', () => {
    const treatments = ['2024-01-01', '2026-03-02', '2026-03-05', '2026-04-20'].map((day, n) => ({
      day,
      n: n + 1,
      chosen: false,
    }));
    const { marks } = chartShape(chart({ treatments }), 600);
    expect(marks.map(({ treatment, anchor }) => [treatment.n, anchor !== null])).toEqual([
      [2, true],
      [3, false],
      [4, true],
    ]);
  });
});
