import { describe, expect, it } from 'vitest';
import { emptyDiary } from '../../../src/outcomes/diary';
import { withoutHeadache } from '../../../src/outcomes/diary-edit';
import { dayFrom, nextUnrecorded, weekday, weeksOf } from '../../../src/outcomes/diary-month';

describe('a month of the diary', () => {
  it('has weeks from Monday to Sunday, with nothing where a day is another month’s', () => {
    // 1 October 2026 is a Thursday, 31 October a Saturday.
    const weeks = weeksOf('2026-10');
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(weeks[0]).toEqual([null, null, null, '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04']);
    expect(weeks[1]?.[0]).toBe('2026-10-05');
    expect(weeks[4]?.slice(-2)).toEqual(['2026-10-31', null]);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(31);
  });

  it('has no week without a day: February 2027 begins on a Monday and ends on a Sunday', () => {
    const weeks = weeksOf('2027-02');
    expect(weeks).toHaveLength(4);
    expect([weeks[0]?.[0], weeks[3]?.[6]]).toEqual(['2027-02-01', '2027-02-28']);
  });

  it('counts the days of the week from Monday, before 1970 as well', () => {
    expect(['2026-11-30', '2026-11-29', '2024-02-29', '1970-01-01', '1969-12-28'].map(weekday)).toEqual([
      0, 6, 3, 3, 6,
    ]);
    expect(() => weekday('2026-02-30')).toThrow('not a day: 2026-02-30');
  });

  it('goes no day, one on or one back', () => {
    expect([0, 1, -1].map((days) => dayFrom('2026-03-01', days))).toEqual(['2026-03-01', '2026-03-02', '2026-02-28']);
  });

  it('takes today for a day that can be recorded', () => {
    const diary = { ...emptyDiary('p-1'), days: [withoutHeadache('2026-03-02', undefined)] };
    expect(nextUnrecorded(diary, '2026-03-01', '2026-03-03')).toBe('2026-03-03');
  });
});
