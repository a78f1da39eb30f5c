import { describe, expect, it } from 'vitest';
import { checkDays } from '../../../src/record/check-days';
import { daysAfter, daysBefore } from '../../../src/record/days-after';

describe('a day so many days from another', () => {
  it('is counted over the ends of months and years', () => {
    expect([0, 1, 30, 31, 365, 366].map((days) => daysAfter('2026-01-31', days))).toEqual([
      '2026-01-31',
      '2026-02-01',
      '2026-03-02',
      '2026-03-03',
      '2027-01-31',
      '2027-02-01',
    ]);
    expect([0, 1, 2, 31, 32, 365].map((days) => daysBefore('2026-03-02', days))).toEqual([
      '2026-03-02',
      '2026-03-01',
      '2026-02-28',
      '2026-01-30',
      '2026-01-29',
      '2025-03-02',
    ]);
  });

  it('takes 29 February for a day in a leap year', () => {
    expect([daysAfter('2028-02-28', 1), daysAfter('2028-02-28', 2), daysAfter('2026-02-28', 1)]).toEqual([
      '2028-02-29',
      '2028-03-01',
      '2026-03-01',
    ]);
    expect([daysBefore('2028-03-01', 1), daysBefore('2026-03-01', 1)]).toEqual(['2028-02-29', '2026-02-28']);
  });

  it('is none from no day', () => {
    expect(() => daysAfter('yesterday', 1)).toThrow();
    expect(() => daysBefore('2026-02-30', 1)).toThrow();
  });
});

it('checks are two and six weeks after an injection', () => {
  expect(checkDays('2026-03-02').map(({ point, day }) => [point.id, day])).toEqual([
    ['two-weeks', '2026-03-16'],
    ['six-weeks', '2026-04-13'],
  ]);
});
