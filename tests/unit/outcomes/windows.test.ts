import { describe, expect, it } from 'vitest';
import { cyclesOf } from '../../../src/outcomes/cycles';
import { anyHeadache, hoursOfHeadache } from '../../../src/outcomes/headache-day';
import { countsOf, recordedIn, spanFrom, windowsBack } from '../../../src/outcomes/windows';
import { daysAfter, daysBefore } from '../../../src/record/days-after';
import { diaryLike, runs } from '../../support/diary-days';

const none = recordedIn(diaryLike('2026-01-01', ''));
const spans = (windows: readonly { readonly from: string; readonly to: string; readonly days: number }[]) =>
  windows.map(({ from, to, days }) => [from, to, days]);

describe('days before another', () => {
  it('undo days after it, over leap days and turns of the year', () => {
    expect([daysBefore('2028-03-01', 1), daysBefore('2027-03-01', 1)]).toEqual(['2028-02-29', '2027-02-28']);
    expect([daysBefore('2026-01-01', 1), daysBefore('2024-03-14', 28)]).toEqual(['2025-12-31', '2024-02-15']);
    for (let days = 0; days < 800; days += 1)
      expect(daysAfter(daysBefore('2028-03-05', days), days)).toBe('2028-03-05');
  });
});

describe('the counts of a stretch of days', () => {
  it('are worked by hand', () => {
    // Ten days: m M h H s . . u _ _
    const recorded = recordedIn(diaryLike('2026-05-01', 'mMhHs..u__'));
    const counts = countsOf(recorded, spanFrom('2026-05-01', 10), anyHeadache);
    // Headache: m M h H s u are six for certain; the two that were not recorded may be more.
    expect(counts.headache).toEqual({ low: 6, high: 8, recorded: 8, of: 10 });
    // Migraine: m M for certain; u has a headache of which nothing is known.
    expect(counts.migraine).toEqual({ low: 2, high: 5, recorded: 8, of: 10 });
    // A triptan on M and H; of u it was not written down.
    expect(counts.acute).toEqual({ low: 2, high: 5, recorded: 8, of: 10 });
    expect(counts.acuteBy.triptan).toEqual({ low: 2, high: 5, recorded: 8, of: 10 });
    expect(counts.acuteBy.opioid).toEqual({ low: 0, high: 3, recorded: 8, of: 10 });
    expect(counts.missed).toEqual({ low: 2, high: 5, recorded: 8, of: 10 });
    // By hours: s is too short, and of u nobody can say.
    expect(countsOf(recorded, spanFrom('2026-05-01', 10), hoursOfHeadache).headache).toEqual({
      low: 4,
      high: 7,
      recorded: 8,
      of: 10,
    });
  });

  it('hold no migraine day that is no headache day: by hours, one of three hours is neither', () => {
    const { days } = diaryLike('2026-05-01', 'mmmm');
    const short = (hours: number | null) =>
      days.map((day) => ({ ...day, attacks: day.attacks.map((one) => ({ ...one, hours })) }));
    const of = (hours: number | null) =>
      countsOf(
        recordedIn({ version: 1, patient: 'demo', days: short(hours) }),
        spanFrom('2026-05-01', 4),
        hoursOfHeadache,
      );
    expect([of(3).headache.high, of(3).migraine.high]).toEqual([0, 0]);
    expect([of(4).headache.low, of(4).migraine.low]).toEqual([4, 4]);
    // How long was not written down: it may be either.
    expect(of(null).migraine).toMatchObject({ low: 0, high: 4 });
  });

  it('of days before the diary began are unknown, not none', () => {
    const { headache } = countsOf(none, spanFrom('2026-05-01', 28), anyHeadache);
    expect(headache).toEqual({ low: 0, high: 28, recorded: 0, of: 28 });
  });
});

describe('windows', () => {
  it('are cut at a treatment: 28 days before it, and 28 and 28 from it on', () => {
    const { baseline, cycles, untreated } = cyclesOf(
      none,
      { treatments: ['2026-03-02'], today: '2026-05-04' },
      anyHeadache,
    );
    // 2 March less 28 days is 2 February; the day before the treatment is 1 March.
    expect(spans(baseline === null ? [] : [baseline])).toEqual([['2026-02-02', '2026-03-01', 28]]);
    // 2 March to 4 May are 64 days: 28, 28 and 8 that have come of the third.
    expect(spans(cycles[0]?.windows ?? [])).toEqual([
      ['2026-03-02', '2026-03-29', 28],
      ['2026-03-30', '2026-04-26', 28],
      ['2026-04-27', '2026-05-04', 8],
    ]);
    expect(cycles[0]?.windows.map(({ partial }) => partial)).toEqual([null, null, 'running']);
    expect(untreated).toEqual([]);
  });

  it('take 29 February for a day, in 2024 and 2028, and have none in 2027', () => {
    const first = (treatment: string) =>
      spans(cyclesOf(none, { treatments: [treatment], today: '2029-01-01' }, anyHeadache).cycles[0]?.windows ?? [])[0];
    // 15 to 29 February are 15 days, 1 to 13 March the other 13.
    expect(first('2024-02-15')).toEqual(['2024-02-15', '2024-03-13', 28]);
    expect(first('2028-02-15')).toEqual(['2028-02-15', '2028-03-13', 28]);
    expect(first('2027-02-15')).toEqual(['2027-02-15', '2027-03-14', 28]);
    const { baseline } = cyclesOf(none, { treatments: ['2028-03-01'], today: '2028-03-01' }, anyHeadache);
    expect(spans(baseline === null ? [] : [baseline])).toEqual([['2028-02-02', '2028-02-29', 28]]);
  });

  it('count headache on a leap day', () => {
    const recorded = recordedIn(diaryLike('2028-02-28', 'hhh'));
    const { cycles } = cyclesOf(recorded, { treatments: ['2028-02-28'], today: '2028-03-01' }, anyHeadache);
    expect(cycles[0]?.windows.map(({ days, counts }) => [days, counts.headache.low])).toEqual([[3, 3]]);
  });

  it('are shorter where the next treatment comes within 28 days', () => {
    const { cycles } = cyclesOf(none, { treatments: ['2026-03-22', '2026-03-02'], today: '2026-06-30' }, anyHeadache);
    expect(cycles.map(({ number, next }) => [number, next])).toEqual([
      [1, '2026-03-22'],
      [2, null],
    ]);
    // 2 to 21 March are 20 days.
    expect(spans(cycles[0]?.windows ?? [])).toEqual([['2026-03-02', '2026-03-21', 20]]);
    expect(cycles[0]?.windows[0]?.partial).toBe('cut');
    expect([cycles[0]?.ended, cycles[0]?.longEnough]).toEqual([true, false]);
  });

  it('go on after twelve weeks without another treatment, but a cycle is judged by those', () => {
    const { cycles } = cyclesOf(none, { treatments: ['2026-01-05'], today: '2026-05-10' }, anyHeadache);
    // 5 January to 10 May are 126 days: four whole windows and 14 days.
    expect(cycles[0]?.windows.map(({ days }) => days)).toEqual([28, 28, 28, 28, 14]);
    expect(cycles[0]?.judged).toMatchObject({ from: '2026-01-05', to: '2026-03-29', days: 84 });
    expect(cycles[0]?.ended).toBe(true);
  });

  it('has ended on its last day, and is running the day before', () => {
    const ends = (today: string) => cyclesOf(none, { treatments: ['2026-01-05'], today }, anyHeadache).cycles[0];
    expect(ends('2026-02-01')?.windows.at(-1)).toMatchObject({ days: 28, partial: null });
    expect(ends('2026-01-31')?.windows.at(-1)).toMatchObject({ days: 27, partial: 'running' });
    expect([ends('2026-03-28')?.ended, ends('2026-03-29')?.ended]).toEqual([false, true]);
  });

  it('leave out a treatment that has not come, and one that is named twice', () => {
    const { cycles } = cyclesOf(
      none,
      { treatments: ['2026-03-02', '2026-03-02', '2026-08-01'], today: '2026-05-04' },
      anyHeadache,
    );
    expect(cycles.map(({ from, to }) => [from, to])).toEqual([['2026-03-02', '2026-05-04']]);
  });

  it('go back from today without a treatment, for as long as anything was recorded', () => {
    // 30 days were recorded up to today: one whole window, and one of which two days were.
    const recorded = recordedIn(diaryLike('2026-05-01', runs('h', 30)));
    const { baseline, untreated } = cyclesOf(recorded, { treatments: [], today: '2026-05-30' }, anyHeadache);
    expect(baseline).toBeNull();
    expect(spans(untreated)).toEqual([
      ['2026-04-05', '2026-05-02', 28],
      ['2026-05-03', '2026-05-30', 28],
    ]);
    expect(untreated.map(({ counts }) => counts.headache)).toEqual([
      { low: 2, high: 28, recorded: 2, of: 28 },
      { low: 28, high: 28, recorded: 28, of: 28 },
    ]);
    expect(cyclesOf(none, { treatments: [], today: '2026-05-30' }, anyHeadache).untreated).toEqual([]);
    expect(spans(windowsBack(none, '2028-03-01', 2, anyHeadache))).toEqual([
      ['2028-01-06', '2028-02-02', 28],
      ['2028-02-03', '2028-03-01', 28],
    ]);
  });
});
