import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween, isBefore, isDay, isExpired, lastDayOf, monthsBefore } from '../../src/record/calendar';
import { daysAfter, daysBefore } from '../../src/record/days-after';
import { momentOn, plainBetween, plainLength, plainShift, someDay, written } from '../support/plain-calendar';

const seed = 20_261_201;
const numRuns = 150;

describe('days', () => {
  it('are those that the calendar has, and no others', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1990, max: 2110 }),
      fc.integer({ min: 0, max: 14 }),
      fc.oneof(fc.integer({ min: 0, max: 33 }), fc.integer({ min: 28, max: 31 })),
    );
    fc.assert(
      fc.property(parts, ([year, month, date]) => {
        expect(isDay(written(year, month, date))).toBe(date >= 1 && date <= plainLength(year, month));
      }),
      { seed, numRuns },
    );
  });

  it('are counted from day to day, whatever the hour and wherever the clock stood', () => {
    const pair = fc
      .tuple(someDay, fc.integer({ min: -900, max: 900 }))
      .chain(([day, by]) => fc.tuple(momentOn(day), momentOn(plainShift(day, by)), fc.constant(by)));
    fc.assert(
      fc.property(pair, ([from, to, by]) => {
        expect(daysBetween(from, to)).toBe(by);
        expect(daysBetween(dayOf(from), to)).toBe(by);
      }),
      { seed, numRuns },
    );
  });

  it('so many days on or back are so many days away', () => {
    fc.assert(
      fc.property(someDay, fc.nat({ max: 1000 }), (day, by) => {
        expect(daysAfter(day, by)).toBe(plainShift(day, by));
        expect(daysBefore(day, by)).toBe(plainShift(day, -by));
      }),
      { seed, numRuns },
    );
  });

  it('so many months back have the same date, or the last of a month that is shorter', () => {
    fc.assert(
      fc.property(someDay, fc.nat({ max: 40 }), (day, months) => {
        const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
        let [y, m] = [year, month];
        for (let n = 0; n < months; n += 1) [y, m] = m === 1 ? [y - 1, 12] : [y, m - 1];
        expect(monthsBefore(day, months)).toBe(written(y, m, Math.min(date, plainLength(y, m))));
      }),
      { seed, numRuns },
    );
  });
});

describe('what expires', () => {
  const expiry = fc.tuple(someDay, fc.boolean()).map(([day, monthAlone]) => (monthAlone ? day.slice(0, 7) : day));

  it('is good through the last day that is written on it, and on none after that', () => {
    fc.assert(
      fc.property(expiry, fc.integer({ min: -40, max: 40 }), (text, by) => {
        const [year = 0, month = 0] = text.split('-').map(Number);
        const last = text.length === 7 ? `${text}-${String(plainLength(year, month))}` : text;
        expect(lastDayOf(text)).toBe(last);
        expect(isExpired(text, plainShift(last, by))).toBe(by > 0);
      }),
      { seed, numRuns },
    );
  });
});

describe('of two moments', () => {
  it('one is before the other by the time at Greenwich, not by how it is written', () => {
    const moment = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }), fc.integer({ min: -12, max: 14 }));
    const minutes = ([hour, minute, east]: readonly [number, number, number]): number => hour * 60 + minute - east * 60;
    const two = (n: number): string => String(Math.abs(n)).padStart(2, '0');
    const text = ([hour, minute, east]: readonly [number, number, number]): string =>
      `2027-03-01T${two(hour)}:${two(minute)}:00${east < 0 ? '-' : '+'}${two(east)}:00`;
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(isBefore(text(a), text(b))).toBe(minutes(a) < minutes(b));
      }),
      { seed, numRuns },
    );
  });

  it('the days between are the same there and back', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        expect(daysBetween(a, b)).toBe(plainBetween(a, b));
        expect(daysBetween(b, a) + daysBetween(a, b)).toBe(0);
      }),
      { seed, numRuns },
    );
  });
});
