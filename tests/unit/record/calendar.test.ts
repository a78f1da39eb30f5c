import { describe, expect, it } from 'vitest';
import {
  dayOf,
  daysBetween,
  hoursBetween,
  isBefore,
  isDay,
  isExpired,
  lastDayOf,
  monthsBefore,
} from '../../../src/record/calendar';

describe('the calendar', () => {
  it('takes the day of a moment where it was recorded, not in Greenwich', () => {
    expect(dayOf('2026-03-02T23:30:00-08:00')).toBe('2026-03-02');
    expect(dayOf('2026-03-03T00:30:00+01:00')).toBe('2026-03-03');
  });

  it.each([
    ['over the change to summer time', '2026-03-28T23:50:00+01:00', '2026-03-29T08:00:00+02:00', 1],
    ['over the change back', '2026-10-24T08:00:00+02:00', '2026-10-26T00:10:00+01:00', 2],
    ['minutes apart over midnight', '2026-05-04T23:59:00+02:00', '2026-05-05T00:01:00+02:00', 1],
    ['hours apart on a day', '2026-05-04T00:01:00+02:00', '2026-05-04T23:59:00+02:00', 0],
    ['over a leap day', '2028-02-28', '2028-03-01', 2],
    ['backward', '2026-05-05', '2026-05-04', -1],
  ])('counts days and not hours: %s', (_, from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('knows the day %s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '0026-01-01', '2026-1-1', '2026-01', 'soon', ''])(
    'knows no day %j',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('reads an expiry of a month as the last day of that month, which is still good', () => {
    expect(lastDayOf('2026-02')).toBe('2026-02-28');
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
    expect(lastDayOf('2026-12')).toBe('2026-12-31');
    expect(lastDayOf('2026-04-09')).toBe('2026-04-09');
    expect(lastDayOf('2026-13')).toBeNull();
    expect(isExpired('2026-02', '2026-02-28')).toBe(false);
    expect(isExpired('2026-02', '2026-03-01')).toBe(true);
    expect(isExpired('2026-04-09', '2026-04-09')).toBe(false);
    expect(isExpired('2026-04-09', '2026-04-10')).toBe(true);
  });

  it('goes back by months to the same day, or to the last of a shorter month', () => {
    expect(monthsBefore('2026-05-25', 4)).toBe('2026-01-25');
    expect(monthsBefore('2026-03-02', 4)).toBe('2025-11-02');
    expect(monthsBefore('2026-06-30', 4)).toBe('2026-02-28');
    expect(monthsBefore('2026-04-01', 4)).toBe('2025-12-01');
  });

  it('counts hours between moments across offsets', () => {
    expect(hoursBetween('2026-03-28T12:00:00+01:00', '2026-03-29T12:00:00+02:00')).toBe(23);
    expect(isBefore('2026-03-02T09:30:00+02:00', '2026-03-02T09:00:00+01:00')).toBe(true);
  });

  it('stops at a text that is no day instead of counting on', () => {
    expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow(RangeError);
    expect(() => isExpired('soon', '2026-03-01')).toThrow(RangeError);
  });
});
