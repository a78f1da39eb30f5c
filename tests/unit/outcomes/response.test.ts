import { describe, expect, it } from 'vitest';
import { changeOf, fewerBy } from '../../../src/outcomes/change';
import { type CourseInput, courseOf } from '../../../src/outcomes/course';
import type { RuleId } from '../../../src/outcomes/rule-ids';
import { daysBefore } from '../../../src/record/days-after';
import { diaryLike, runs } from '../../support/diary-days';

const known = (days: number, of = 28) => ({ low: days, high: days, recorded: of, of });

/** Treatments 84 days apart from 5 January 2026; the diary begins 28 days before the first. */
const first = '2026-01-05';
const [second, third, fourth] = ['2026-03-30', '2026-06-22', '2026-09-14'];
const course = (
  pattern: string,
  { rule = 'nice-ta260', today = '2026-06-21', treatments = [first, second] }: Partial<Omit<CourseInput, 'diary'>> = {},
) => courseOf({ diary: diaryLike(daysBefore(first, 28), pattern), treatments, today, rule });

/** A window of 28 days with so many headache days at its beginning. */
const month = (headache: number, letter = 'h') => runs(letter, headache, '.', 28 - headache);
const cycle = (...headache: readonly number[]) => headache.map((days) => month(days)).join('');

describe('a change of days a month', () => {
  it('is known where both counts are', () => {
    // 20 to 12 are 8 days fewer, 40 %.
    expect(changeOf(known(20), known(12))).toEqual({ days: { low: -8, high: -8 }, percent: { low: -40, high: -40 } });
  });

  it('takes a cycle of 84 days to 28', () => {
    // 36 days in 84 are 12 in 28.
    expect(changeOf(known(20), known(36, 84)).days).toEqual({ low: -8, high: -8 });
  });

  it('is bounded by what is missing on either side', () => {
    // 18 to 20 before, 10 to 12 after: at best 10 of 20 are gone (50 %), at worst 6 of 18 (a third).
    const { days, percent } = changeOf(
      { low: 18, high: 20, recorded: 26, of: 28 },
      { low: 10, high: 12, recorded: 26, of: 28 },
    );
    expect(days).toEqual({ low: -10, high: -6 });
    expect(percent.low).toBeCloseTo(-50, 10);
    expect(percent.high).toBeCloseTo(-100 / 3, 10);
  });

  it('has no percentage of nothing, and no upper bound where there may have been nothing', () => {
    expect(changeOf(known(0), known(3)).percent).toEqual({ low: null, high: null });
    expect(changeOf({ low: 0, high: 4, recorded: 24, of: 28 }, known(3)).percent).toEqual({ low: -25, high: null });
  });

  it('reaches a line exactly, and only for everything that the counts may be', () => {
    // 30 % of 20 are 6: 14 left reach the line, 15 do not.
    expect([14, 15].map((days) => fewerBy(30, known(20), known(days)))).toEqual(['yes', 'no']);
    // 42 of 84 days are 14 of 28; 43 are more.
    expect([42, 43].map((days) => fewerBy(30, known(20), known(days, 84)))).toEqual(['yes', 'no']);
    expect(fewerBy(30, known(20), { low: 14, high: 15, recorded: 27, of: 28 })).toBe('unknown');
    expect(fewerBy(30, { low: 20, high: 21, recorded: 27, of: 28 }, known(14))).toBe('yes');
    expect(fewerBy(30, { low: 19, high: 20, recorded: 27, of: 28 }, known(14))).toBe('unknown');
    expect(fewerBy(30, known(0), known(0))).toBe('unknown');
    expect(fewerBy(30, known(0), known(1))).toBe('no');
  });
});

describe('each cycle', () => {
  it('is held against the 28 days before the first treatment, and told with the four weeks round its own', () => {
    // Baseline 20. Cycle 1: 14 + 10 + 12 = 36 in 84 days, 12 a month. Cycle 2: 10 + 8 + 9 = 27, 9 a month.
    const { responses, trend } = course(month(20) + cycle(14, 10, 12) + cycle(10, 8, 9));
    expect(responses.map((one) => one.headache.days.low)).toEqual([-8, -11]);
    expect(responses.map((one) => one.headache.percent.high?.toFixed(6))).toEqual(['-40.000000', '-55.000000']);
    expect(responses.map((one) => [one.state, one.fewerBy30, one.fewerBy50])).toEqual([
      ['ended', 'yes', 'no'],
      ['ended', 'yes', 'yes'],
    ]);
    // The four weeks before the second treatment had 12, those from it on 10.
    expect(responses[1]?.before.counts.headache.low).toBe(12);
    expect(responses[1]?.beforeToAfter.days).toEqual({ low: -2, high: -2 });
    // From 12 a month to 9.
    expect(trend).toEqual([
      {
        from: 1,
        to: 2,
        direction: 'fewer',
        headache: { days: { low: -3, high: -3 }, percent: { low: -25, high: -25 } },
      },
    ]);
  });

  it('that is running is told so far, and one shorter than a month is not judged', () => {
    const running = course(month(20) + month(5), { today: '2026-02-01', treatments: [first] }).responses[0];
    expect([running?.state, running?.fewerBy50]).toEqual(['running', 'yes']);
    const soon = course(month(20) + month(0), { today: '2026-01-31', treatments: [first] }).responses[0];
    expect([soon?.state, soon?.fewerBy30]).toEqual(['running', 'unknown']);
    const cut = course(month(20) + month(0) + month(0), { treatments: [first, '2026-01-25'] }).responses[0];
    expect([cut?.state, cut?.fewerBy30, cut?.after.days]).toEqual(['too-short', 'unknown', 20]);
  });
});

describe('from one cycle to the next', () => {
  const directions = (pattern: string, treatments = [first, second]) =>
    course(month(20) + pattern, { treatments, today: '2026-06-21' }).trend.map(({ direction }) => direction);

  it('headache days are fewer, more or the same, where that is certain', () => {
    expect(directions(cycle(10, 10, 10) + cycle(10, 10, 9))).toEqual(['fewer']);
    expect(directions(cycle(10, 10, 10) + cycle(10, 10, 11))).toEqual(['more']);
    expect(directions(cycle(10, 10, 10) + cycle(9, 10, 11))).toEqual(['same']);
  });

  it('nothing is said where missing days could turn it, or make it the same', () => {
    const missing = (headache: number) => cycle(10, 10) + runs('h', headache, '_', 1, '.', 27 - headache);
    expect(directions(cycle(10, 10, 10) + missing(9))).toEqual(['cannot-say']);
    expect(directions(cycle(10, 10, 10) + missing(10))).toEqual(['cannot-say']);
    expect(directions(cycle(10, 10, 10) + missing(8))).toEqual(['fewer']);
    expect(directions(cycle(10, 10, 10) + missing(11))).toEqual(['more']);
  });

  it('cycles that are running or too short are passed over', () => {
    expect(directions(cycle(10, 10, 10), [first])).toEqual([]);
    expect(directions(cycle(10, 10, 10) + month(10), [first, second, '2026-06-10'])).toEqual(['cannot-say']);
  });
});

describe('the verdict of NICE', () => {
  const kind = (pattern: string, parts = {}) => course(pattern, parts).verdict.kind;

  it('is to go on from 30 % fewer headache days after two cycles, and to stop below', () => {
    // 30 % of 20 a month leave 14, 42 in the 84 days of the second cycle.
    expect(kind(month(20) + cycle(20, 20, 20) + cycle(14, 14, 14))).toBe('responds');
    const fails = course(month(20) + cycle(10, 10, 10) + cycle(14, 14, 15)).verdict;
    expect(fails).toMatchObject({
      kind: 'does-not-respond',
      cycle: 2,
      mayTryAnother: false,
      rule: { follows: 'stop' },
    });
  });

  it('waits for two cycles that were long enough', () => {
    expect(kind(month(20) + cycle(20, 20, 20), { today: '2026-03-30' })).toBe('too-early');
    // On the last of the 84 days the second has ended.
    expect(kind(month(20) + cycle(5, 5, 5) + cycle(5, 5, 5), { today: '2026-06-20' })).toBe('too-early');
    expect(kind(month(20) + cycle(5, 5, 5) + cycle(5, 5, 5), { today: '2026-06-21' })).toBe('responds');
    // Two treatments 20 days apart: that cycle is none of the two.
    const treatments = [first, '2026-01-25', '2026-04-19'];
    const verdict = course(month(20) + cycle(5, 5, 5, 5, 5, 5), { treatments, today: '2026-06-01' }).verdict;
    expect(verdict).toMatchObject({ kind: 'too-early', ended: 1, needed: 2 });
  });

  it('is not given where missing days could turn it, and says which', () => {
    // Second cycle: 13 + 13 + 13 for certain, 6 days not recorded: 39 to 45, and the line is at 42.
    const open = course(month(20) + cycle(5, 5, 5) + month(13) + month(13) + runs('h', 13, '_', 6, '.', 9)).verdict;
    expect(open).toMatchObject({ kind: 'cannot-say', cycle: 2, noHeadacheBefore: false });
    expect(open.kind === 'cannot-say' && open.missing).toEqual([
      { from: '2026-03-30', to: '2026-06-21', unrecorded: 6, unclear: 0 },
    ]);
    // Three missing: 39 to 42, the line is reached either way.
    expect(kind(month(20) + cycle(5, 5, 5) + month(13) + month(13) + runs('h', 13, '_', 3, '.', 12))).toBe('responds');
  });

  it('keeps to the cycle it asks for, and tells of later cycles that went the other way', () => {
    const of = (pattern: string) =>
      course(month(20) + pattern, { treatments: [first, second, third, fourth], today: '2026-10-20' }).verdict;
    // The fourth cycle is still running.
    expect(of(cycle(5, 5, 5) + cycle(5, 5, 5) + cycle(25, 25, 25) + month(25))).toMatchObject({
      kind: 'responds',
      cycle: 2,
      laterMisses: [3],
    });
    expect(of(cycle(20, 20, 20) + cycle(20, 20, 20) + cycle(5, 5, 5) + month(5))).toMatchObject({
      kind: 'does-not-respond',
      cycle: 2,
      laterReaches: [3],
    });
    // Only what is certain: 39 to 45 of 84, and the line is at 42.
    const open = month(13) + month(13) + runs('h', 13, '_', 6, '.', 9);
    expect(of(cycle(5, 5, 5) + cycle(5, 5, 5) + open)).toMatchObject({ laterMisses: [] });
    expect(of(cycle(20, 20, 20) + cycle(20, 20, 20) + open)).toMatchObject({ laterReaches: [] });
  });

  it('is not given without a baseline: the diary began after the treatment', () => {
    const verdict = course(runs('_', 28) + cycle(5, 5, 5) + cycle(5, 5, 5)).verdict;
    expect(verdict).toMatchObject({
      kind: 'cannot-say',
      missing: [{ from: '2025-12-08', to: '2026-01-04', unrecorded: 28 }],
    });
  });

  it('is not given where nothing was to be fewer', () => {
    expect(course(month(0) + cycle(0, 0, 0) + cycle(0, 0, 0)).verdict).toMatchObject({
      kind: 'cannot-say',
      missing: [],
      noHeadacheBefore: true,
    });
  });
});

describe('the verdict of other rules', () => {
  it('leaves by EHF a third cycle to try, and then stopping to be weighed', () => {
    const rule = 'ehf-2018';
    const treatments = [first, second, third];
    const twice = month(20) + cycle(20, 20, 20) + cycle(15, 15, 15);
    expect(course(twice, { rule }).verdict).toMatchObject({ kind: 'does-not-respond', cycle: 2, mayTryAnother: true });
    const after = { rule: 'ehf-2018' as const, treatments, today: '2026-09-13' };
    expect(course(twice + cycle(10, 10, 10), after).verdict).toMatchObject({ kind: 'responds', cycle: 3 });
    expect(course(twice + cycle(18, 18, 18), after).verdict).toMatchObject({
      kind: 'does-not-respond',
      cycle: 3,
      mayTryAnother: false,
      rule: { follows: 'weigh', weigh: ['intensity', 'disability', 'preference'] },
    });
    expect(course(twice, after).verdict).toMatchObject({ kind: 'cannot-say', cycle: 3 });
  });

  it('is by EHF given only where the four weeks before and after a treatment say the same as the baseline', () => {
    const rule = 'ehf-2018';
    // 20 before the first treatment, 12 ever since: 40 % below the baseline, and 12 before the second treatment as after it.
    const steady = month(20) + cycle(12, 12, 12) + cycle(12, 12, 12);
    expect(course(steady).verdict.kind).toBe('responds');
    const verdict = course(steady, { rule }).verdict;
    expect(verdict).toMatchObject({
      kind: 'cannot-say',
      cycle: 2,
      missing: [],
      compared: { baseline: 'yes', beforeAndAfter: 'no', was: { low: 20 }, before: { low: 12 }, after: { low: 12 } },
    });
    // 20 before the second treatment and 10 after it: both say half.
    expect(course(month(20) + cycle(20, 20, 20) + cycle(10, 10, 10), { rule }).verdict).toMatchObject({
      kind: 'responds',
      cycle: 2,
    });
    // Missing after the second treatment: the baseline is reached for certain, the four weeks are not.
    const open = month(20) + cycle(20, 20, 20) + runs('h', 12, '_', 4, '.', 12) + month(0) + month(0);
    expect(course(open, { rule }).verdict).toMatchObject({
      kind: 'cannot-say',
      missing: [{ from: '2026-03-30', to: '2026-04-26', unrecorded: 4 }],
      compared: { baseline: 'yes', beforeAndAfter: 'unknown' },
    });
  });

  it('is a response by EHF where the third cycle is one, whichever way the second would have gone', () => {
    const treatments = [first, second, third];
    const today = '2026-09-13';
    // 39 to 45 days of 84 in the second, and the line is at 42.
    const open = month(20) + cycle(20, 20, 20) + month(13) + month(13) + runs('h', 13, '_', 6, '.', 9);
    const ehf = (last: string) => course(open + last, { rule: 'ehf-2018', treatments, today }).verdict;
    expect(ehf(cycle(5, 5, 5))).toMatchObject({ kind: 'responds', cycle: 3 });
    expect(ehf(cycle(20, 20, 20))).toMatchObject({ kind: 'cannot-say', cycle: 2 });
    expect(course(open + cycle(5, 5, 5), { treatments, today }).verdict).toMatchObject({
      kind: 'cannot-say',
      cycle: 2,
    });
  });

  it('is not one of the US label, which states none, and counts days of four hours for its figures', () => {
    // Days of two hours are none for the label.
    const us = course(month(20) + month(20, 's'), { rule: 'us-label', treatments: [first], today: '2026-02-01' });
    expect([us.verdict.kind, us.positiveStop.kind]).toEqual(['no-rule', 'no-rule']);
    expect(us.responses[0]?.headache.days.low).toBe(-20);
  });

  it('is none without a treatment', () => {
    const untreated = course(month(20), { treatments: [] });
    expect([untreated.verdict.kind, untreated.positiveStop.kind]).toEqual(['not-treated', 'not-treated']);
    expect(untreated.responses).toEqual([]);
  });
});

describe('stopping because it worked', () => {
  const stop = (rule: RuleId, pattern: string, today = '2026-03-29') =>
    course(pattern, { rule, today, treatments: [first] }).positiveStop;

  it('is reached below 15 headache days in each of three months for NICE, below 10 for EHF', () => {
    expect(stop('nice-ta260', month(20) + cycle(14, 14, 14)).kind).toBe('reached');
    expect(stop('nice-ta260', month(20) + cycle(14, 15, 0)).kind).toBe('not-reached');
    expect(stop('ehf-2018', month(20) + cycle(9, 9, 9))).toMatchObject({
      kind: 'reached',
      rule: { recheck: { from: 4, to: 5 } },
    });
    expect(stop('ehf-2018', month(20) + cycle(9, 9, 10)).kind).toBe('not-reached');
  });

  it('is not said of missing days that could turn it', () => {
    // 12 for certain and 3 missing may be 15; 2 missing may not.
    const last = (missing: number) => month(20) + cycle(5, 5) + runs('h', 12, '_', missing, '.', 16 - missing);
    expect(stop('nice-ta260', last(3))).toMatchObject({ kind: 'cannot-say', missing: [{ unrecorded: 3 }] });
    expect(stop('nice-ta260', last(2)).kind).toBe('reached');
  });

  it('needs three months under treatment', () => {
    expect(stop('nice-ta260', month(2) + cycle(2, 2, 2), '2026-03-28')).toMatchObject({
      kind: 'too-early',
      days: 83,
      needed: 84,
    });
  });

  it('is not said of months without treatment, however few headache days they had', () => {
    const stopped = (today: string, treatments: readonly string[] = [first]) =>
      course(month(20) + cycle(5, 5, 5, 5, 5, 5), { today, treatments }).positiveStop;
    // 30 March is 84 days after the treatment, 31 March one more.
    expect(stopped('2026-03-30').kind).toBe('reached');
    expect(stopped('2026-03-31')).toMatchObject({
      kind: 'not-under-treatment',
      without: { from: '2026-03-31', to: '2026-03-31', days: 1 },
      mostDays: 84,
    });
    expect(stopped('2026-04-26')).toMatchObject({ without: { from: '2026-03-31', to: '2026-04-26', days: 27 } });
    // Treated again 100 days after the first: the days between are without, until they lie before the months that are judged.
    const late = [first, '2026-04-15'];
    expect(stopped('2026-05-01', late)).toMatchObject({ without: { from: '2026-03-31', to: '2026-04-14', days: 15 } });
    expect(stopped('2026-07-06', late)).toMatchObject({ without: { from: '2026-04-14', to: '2026-04-14', days: 1 } });
    expect(stopped('2026-07-07', late).kind).not.toBe('not-under-treatment');
    // Years after the last treatment, with the diary just begun.
    expect(
      courseOf({
        diary: diaryLike('2029-01-01', month(5)),
        treatments: [first],
        today: '2029-03-31',
        rule: 'nice-ta260',
      }).positiveStop,
    ).toMatchObject({ kind: 'not-under-treatment', without: { from: '2029-01-07', days: 84 } });
  });

  it('goes by the last 84 days, over a treatment within them', () => {
    const treatments = [first, second, third, fourth];
    const { positiveStop } = course(month(20) + runs('h', 252) + month(1) + month(2) + month(3), {
      treatments,
      today: '2026-12-06',
    });
    expect(
      positiveStop.kind === 'reached' && positiveStop.windows.map(({ from, counts }) => [from, counts.headache.low]),
    ).toEqual([
      ['2026-09-14', 1],
      ['2026-10-12', 2],
      ['2026-11-09', 3],
    ]);
  });
});

describe('wear-off', () => {
  it('is told by week over the cycles, and as the last four weeks against the best four', () => {
    // Weeks 5 to 8 have 6 headache days in each cycle, weeks 9 to 12 have 10 and 12.
    const { wearOff } = course(month(20) + cycle(10, 6, 10) + cycle(10, 6, 12));
    expect(wearOff.weeks).toHaveLength(12);
    // Each window begins with its headache days: weeks 1, 5 and 9 are full (7 of 7, 6 of 7, 7 of 7), twice.
    expect(wearOff.weeks.map(({ count }) => count.low)).toEqual([14, 6, 0, 0, 12, 0, 0, 0, 14, 8, 0, 0]);
    expect(wearOff.weeks.every(({ count }) => count.of === 14 && count.recorded === 14)).toBe(true);
    expect(wearOff.byCycle.map(({ best, last }) => [best.low, last.low])).toEqual([
      [6, 10],
      [6, 12],
    ]);
    // 12 of 56 days against 22 of 56: 6 a month against 11.
    expect(wearOff.together).toMatchObject({ state: 'rises', change: { days: { low: 5, high: 5 } } });
  });

  it('is not said where missing days could turn it, and of no cycle that has not run through', () => {
    const open = course(month(20) + cycle(10, 6) + runs('h', 5, '_', 3, '.', 20), {
      treatments: [first],
      today: '2026-03-29',
    });
    expect(open.wearOff.together).toMatchObject({ state: 'cannot-say', change: { days: { low: -1, high: 2 } } });
    const flat = course(month(20) + cycle(10, 6, 6), { treatments: [first], today: '2026-03-29' });
    expect(flat.wearOff.together?.state).toBe('does-not-rise');
    const early = course(month(20) + cycle(10, 6, 6), { treatments: [first], today: '2026-03-28' });
    expect(early.wearOff.together).toBeNull();
    expect(early.wearOff.weeks.at(-1)?.count.of).toBe(6);
  });
});
