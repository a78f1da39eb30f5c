import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../../src/outcomes/change';
import type { Count } from '../../../../src/outcomes/count';
import {
  boundsText,
  countText,
  daysChangeText,
  percentText,
  shortDay,
  spanText,
} from '../../../../src/state/outcomes/course-figures';
import { perMonthText } from '../../../../src/state/outcomes/course-rows';

const count = (low: number, high: number, recorded = 28, of = 28): Count => ({ low, high, recorded, of });

describe('a count of days', () => {
  it('is one number where it is known to the day, and two with the reason where it is not', () => {
    expect(countText(count(12, 12))).toBe('12');
    expect(countText(count(12, 16, 24))).toBe('12 to 16 (4 days not recorded)');
    expect(countText(count(12, 13))).toBe('12 to 13 (1 day unclear)');
    expect(countText(count(12, 18, 24))).toBe('12 to 18 (4 days not recorded, 2 days unclear)');
  });

  it('is no number where nothing was recorded, and 0 only where every day was', () => {
    expect(countText(count(0, 28, 0))).toBe('not recorded');
    expect(countText(count(0, 0))).toBe('0');
    expect(countText(count(0, 1, 27))).toBe('0 to 1 (1 day not recorded)');
  });

  it('says of a cycle how many of its own days are missing, not of 28', () => {
    // 30 of 84 days in three windows: 10 a window; two of the 84 missing, one unclear.
    expect(perMonthText(count(30, 33, 82, 84))).toBe('10 to 11 (2 days not recorded, 1 day unclear)');
    expect(perMonthText(count(0, 84, 0, 84))).toBe('not recorded');
  });
});

describe('a change', () => {
  it('has its sign, and two numbers where the counts have', () => {
    const known = changeOf(count(20, 20), count(11, 11));
    expect([daysChangeText(known), percentText(known)]).toEqual(['−9', '−45\u00a0%']);
    const open = changeOf(count(20, 20), count(12, 16, 24));
    expect([daysChangeText(open), percentText(open)]).toEqual(['−8 to −4', '−40\u00a0% to −20\u00a0%']);
    const more = changeOf(count(10, 10), count(9, 12));
    expect([daysChangeText(more), percentText(more)]).toEqual(['−1 to +2', '−10\u00a0% to +20\u00a0%']);
    expect(percentText(changeOf(count(10, 10), count(10, 10)))).toBe('0\u00a0%');
  });

  it('has no percentage of nothing', () => {
    expect(percentText(changeOf(count(0, 0), count(3, 3)))).toBe('no percentage: there were none before');
    // Of four before perhaps two are left: half as many at best. Of none, nothing became fewer.
    expect(percentText(changeOf(count(0, 4, 24), count(2, 2)))).toBe(
      'at most 50\u00a0% fewer, or none fewer: there may have been none before',
    );
    expect(percentText(changeOf(count(0, 14, 14), count(11, 11, 84, 84)))).toMatch(/^at most 74/);
    expect(percentText(changeOf(count(0, 4, 24), count(5, 5)))).toBe(
      '+25\u00a0% or more: there may have been none before',
    );
    expect(percentText(changeOf(count(0, 4, 24), count(4, 4)))).toBe('not fewer: there may have been none before');
  });

  it('is never rounded onto a response line or over it', () => {
    // 57 of 84 are 19 in 28: of 27 that are 29.63 % fewer, which the line of 30 % is not reached by.
    expect(percentText(changeOf(count(27, 27), count(57, 57, 84, 84)))).toBe('−29.6\u00a0%');
    // 40 of 84 of 27: 50.6 % fewer, which is over the line and stays so as 51.
    expect(percentText(changeOf(count(27, 27), count(40, 40, 84, 84)))).toBe('−51\u00a0%');
    // 50.44 % would be rounded onto the line.
    expect(percentText(changeOf(count(19, 19), count(113, 113, 336, 336)))).toBe('−50.4\u00a0%');
    // 29.97 % would be even with one decimal.
    expect(percentText({ days: { low: 0, high: 0 }, percent: { low: -29.97, high: -29.97 } })).toBe('−29.97\u00a0%');
    expect(percentText(changeOf(count(20, 20), count(42, 42, 84, 84)))).toBe('−30\u00a0%');
  });
});

describe('days in words', () => {
  it('name the year once where it is one', () => {
    expect(spanText({ from: '2026-03-02', to: '2026-03-29' })).toBe('2 Mar to 29 Mar 2026');
    expect(spanText({ from: '2025-12-22', to: '2026-01-18' })).toBe('22 Dec 2025 to 18 Jan 2026');
    expect(shortDay('2025-09-29')).toBe('29 Sep 25');
  });

  it('have one decimal at most', () => {
    expect(boundsText({ low: 10 / 3, high: 10 / 3 })).toBe('3.3');
  });
});
