import { describe, expect, it } from 'vitest';
import { courseOf } from '../../../../src/outcomes/course';
import { parseDiary } from '../../../../src/outcomes/diary';
import type { Count } from '../../../../src/outcomes/count';
import { type RuleId, ruleIds } from '../../../../src/outcomes/rule-ids';
import { demoDays } from '../../../../src/state/demo/demo-days';
import { demoDiary } from '../../../../src/state/demo/demo-diary';
import { daysBetween } from '../../../../src/record/calendar';

/** A Monday. */
const today = '2026-11-30';
const days = demoDays(today);
const diary = demoDiary(days);
const course = (rule: RuleId = 'nice-ta260') => courseOf({ diary, treatments: days.sessions, today, rule });
const tenth = (number: number | null): number => Math.round((number ?? Number.NaN) * 10) / 10;

describe('the demo patient', () => {
  it('has a year of diary and four sessions twelve weeks apart, up to yesterday', () => {
    expect(days).toEqual({
      begin: '2025-11-28',
      sessions: ['2026-02-20', '2026-05-15', '2026-08-07', '2026-10-30'],
      last: '2026-11-29',
    });
    expect(parseDiary(diary)).toEqual({ ok: true, value: diary });
    expect(diary.days.some(({ attacks }) => attacks.length === 2)).toBe(true);
  });

  it('is never injected at a weekend, whenever it is opened', () => {
    for (const [on, last] of [
      ['2026-12-01', '2026-10-30'],
      ['2026-12-02', '2026-11-02'],
      ['2028-03-30', '2028-02-29'],
    ] as const) {
      const { sessions } = demoDays(on);
      expect(sessions.at(-1)).toBe(last);
      for (const day of sessions) expect([1, 2, 3, 4, 5]).toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
    }
  });

  it('has the same figures whenever it is opened', () => {
    for (const on of ['2026-12-01', '2026-12-05', '2028-03-30']) {
      const other = demoDays(on);
      const { cycles } = courseOf({
        diary: demoDiary(other),
        treatments: other.sessions,
        today: on,
        rule: 'nice-ta260',
      });
      expect(cycles.baseline?.counts).toEqual(course().cycles.baseline?.counts);
      expect(cycles.cycles.slice(0, 3).map(({ judged }) => judged.counts)).toEqual(
        course()
          .cycles.cycles.slice(0, 3)
          .map(({ judged }) => judged.counts),
      );
      expect(daysBetween(other.begin, on)).toBeGreaterThanOrEqual(365);
    }
  });
});

/** Least and most, in 28 days. */
const aMonth = ({ low, high, of }: Count) => [tenth((low * 28) / of), tenth((high * 28) / of)];

describe('the worked example', () => {
  it('has these headache days: 22 in the month before, and a month of each cycle', () => {
    const { baseline, cycles } = course().cycles;
    expect(baseline?.counts.headache).toEqual({ low: 22, high: 22, recorded: 28, of: 28 });
    expect(baseline?.counts.migraine).toEqual({ low: 10, high: 12, recorded: 28, of: 28 });
    expect(baseline?.counts.acute).toEqual({ low: 12, high: 12, recorded: 28, of: 28 });
    // 35 to 43 days of 84 with 76 recorded, 30 to 33 with 81, 28 to 29 with 83, and the fourth so far.
    const headache = cycles.map(({ judged }) => judged.counts.headache);
    expect(headache.map(({ low, high, recorded, of }) => [low, high, recorded, of])).toEqual([
      [35, 43, 76, 84],
      [30, 33, 81, 84],
      [28, 29, 83, 84],
      [9, 11, 30, 32],
    ]);
    expect(headache.map(aMonth)).toEqual([
      [11.7, 14.3],
      [10, 11],
      [9.3, 9.7],
      [7.9, 9.6],
    ]);
  });

  it('has these responses, in percent against the month before', () => {
    expect(
      course().responses.map(({ headache: { percent }, fewerBy30, fewerBy50 }) => [
        tenth(percent.low),
        tenth(percent.high),
        fewerBy30,
        fewerBy50,
      ]),
    ).toEqual([
      [-47, -34.8, 'yes', 'no'],
      [-54.5, -50, 'yes', 'yes'],
      [-57.6, -56.1, 'yes', 'yes'],
      [-64.2, -56.2, 'yes', 'yes'],
    ]);
    expect(course().trend.map(({ direction }) => direction)).toEqual(['fewer', 'fewer']);
  });

  it('responds by NICE, which EHF does not say, may be stopped because it worked by NICE, and is not judged by the US label', () => {
    const kinds = ruleIds.map((rule) => [course(rule).verdict.kind, course(rule).positiveStop.kind]);
    expect(kinds).toEqual([
      ['responds', 'reached'],
      ['cannot-say', 'not-reached'],
      ['no-rule', 'no-rule'],
    ]);
  });

  it('is by EHF 50 to 55 % below the baseline in cycle 2, but 12 days in the four weeks after it against 13 to 14 before it', () => {
    const { verdict } = course('ehf-2018');
    expect(verdict).toMatchObject({
      cycle: 2,
      compared: {
        baseline: 'yes',
        beforeAndAfter: 'no',
        before: { low: 13, high: 14 },
        after: { low: 12, high: 12 },
      },
    });
  });

  it('wears off towards the end of a cycle: 20 to 27 headache days in weeks 5 to 8 of three cycles, 36 to 40 in weeks 9 to 12', () => {
    const { together } = course().wearOff;
    expect(together?.state).toBe('rises');
    expect(together?.best).toMatchObject({ low: 20, high: 27, of: 84 });
    expect(together?.last).toMatchObject({ low: 36, high: 40, of: 84 });
  });
});
