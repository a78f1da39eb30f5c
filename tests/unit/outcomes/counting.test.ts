import { describe, expect, it } from 'vitest';
import { atLeast, countDays, fewerThan, unclear, unrecorded } from '../../../src/outcomes/count';
import type { Attack, DiaryDay } from '../../../src/outcomes/diary-day';
import { anyHeadache, hoursOfHeadache, isHeadacheDay } from '../../../src/outcomes/headache-day';
import { calledMigraine, isMigraineDay } from '../../../src/outcomes/migraine-day';
import { allOf, anyOf } from '../../../src/outcomes/known';

const attack = (parts: Partial<Attack> = {}): Attack => ({ id: 'a-1', hours: 6, severity: 1, features: [], ...parts });
const day = (...attacks: readonly Attack[]): DiaryDay => ({ day: '2026-05-04', attacks, acute: [], missed: [] });

describe('a count of days', () => {
  it('counts the certain, and beside them those of which nobody can say', () => {
    // Seven days: two yes, one no, one recorded that does not say enough, three not recorded.
    const count = countDays(['yes', 'no', null, 'unknown', null, 'yes', null]);
    expect(count).toEqual({ low: 2, high: 6, recorded: 4, of: 7 });
    expect([unrecorded(count), unclear(count)]).toEqual([3, 1]);
  });

  it('answers a threshold only where both bounds do', () => {
    const count = { low: 13, high: 16, recorded: 25, of: 28 };
    expect([13, 14, 16, 17].map((days) => atLeast(count, days))).toEqual(['yes', 'unknown', 'unknown', 'no']);
    expect([13, 14, 16, 17].map((days) => fewerThan(count, days))).toEqual(['no', 'unknown', 'unknown', 'yes']);
  });

  it('never takes the unknown for a no', () => {
    expect(anyOf(['no', 'unknown'])).toBe('unknown');
    expect(anyOf(['unknown', 'yes'])).toBe('yes');
    expect(allOf(['yes', 'unknown'])).toBe('unknown');
    expect(allOf(['unknown', 'no'])).toBe('no');
    expect([anyOf([]), allOf([])]).toEqual(['no', 'yes']);
  });
});

describe('a day with headache', () => {
  it('is for ICHD-3 one with any headache, however short or unmeasured', () => {
    const days = [day(), day(attack({ hours: 0.25 })), day(attack({ hours: null }))];
    expect(days.map((one) => isHeadacheDay(one, anyHeadache))).toEqual(['no', 'yes', 'yes']);
  });

  it('has for the US label four hours of it, the headaches of the day together', () => {
    const days = [
      day(),
      day(attack({ hours: 3.75 })),
      day(attack({ hours: 4 })),
      day(attack({ hours: 2 }), attack({ id: 'a-2', hours: 2 })),
      day(attack({ hours: 2 }), attack({ id: 'a-2', hours: 1.5 })),
    ];
    expect(days.map((one) => isHeadacheDay(one, hoursOfHeadache))).toEqual(['no', 'no', 'yes', 'yes', 'no']);
  });

  it('is unknown to the US label where hours were not written down, unless the others are enough', () => {
    const unmeasured = attack({ id: 'a-2', hours: null });
    const days = [day(unmeasured), day(attack({ hours: 1 }), unmeasured), day(attack({ hours: 5 }), unmeasured)];
    expect(days.map((one) => isHeadacheDay(one, hoursOfHeadache))).toEqual(['unknown', 'unknown', 'yes']);
  });
});

describe('a day with migraine', () => {
  it.each<[string, Partial<Attack>, 'yes' | 'no' | 'unknown']>([
    ['one-sided and pulsating, with nausea', { features: ['one-sided', 'pulsating', 'nausea'] }, 'yes'],
    ['one-sided and severe, with vomiting', { severity: 3, features: ['one-sided', 'vomiting'] }, 'yes'],
    [
      'moderate and worse with activity, with light and sound',
      { severity: 2, features: ['worse-with-activity', 'light-sensitive', 'sound-sensitive'] },
      'yes',
    ],
    ['light without sound', { severity: 3, features: ['one-sided', 'light-sensitive'] }, 'no'],
    ['one feature of pain, mild, with nausea', { features: ['pulsating', 'nausea'] }, 'no'],
    ['two features of pain alone', { severity: 3, features: ['pulsating'] }, 'no'],
    [
      'one feature of pain, with nausea, of unknown severity',
      { severity: null, features: ['pulsating', 'nausea'] },
      'unknown',
    ],
    [
      'two features of pain, with nausea, of unknown severity',
      { severity: null, features: ['pulsating', 'one-sided', 'nausea'] },
      'yes',
    ],
    ['no feature of pain, with nausea, of unknown severity', { severity: null, features: ['nausea'] }, 'no'],
    ['aura', { features: ['aura'] }, 'yes'],
    ['believed to be migraine', { features: ['believed-migraine'] }, 'no'],
    [
      'believed to be migraine and relieved',
      { features: ['believed-migraine', 'relieved-by-triptan-or-ergot'] },
      'yes',
    ],
    ['relieved alone', { features: ['relieved-by-triptan-or-ergot'] }, 'no'],
    ['features not asked, mild', { features: null }, 'unknown'],
    ['features not asked, severe', { severity: 3, features: null }, 'unknown'],
    ['nothing written down', { hours: null, severity: null, features: null }, 'unknown'],
  ])('is judged by one headache: %s', (_, parts, expected) => {
    expect(isMigraineDay(day(attack(parts)))).toBe(expected);
  });

  it('is one as soon as one headache of it is; features of two are not put together', () => {
    const half = attack({ features: ['pulsating', 'one-sided'] });
    const otherHalf = attack({ id: 'a-2', features: ['nausea'] });
    expect(isMigraineDay(day(half, otherHalf))).toBe('no');
    expect(isMigraineDay(day(attack({ features: null }), attack({ id: 'a-2', features: ['aura'] })))).toBe('yes');
    expect(isMigraineDay(day())).toBe('no');
  });

  it('is told apart from one that the patient called so', () => {
    const called = attack({ features: ['believed-migraine'] });
    const fulfilled = attack({ features: ['aura'] });
    expect([calledMigraine(day(called)), isMigraineDay(day(called))]).toEqual(['yes', 'no']);
    expect([calledMigraine(day(fulfilled)), isMigraineDay(day(fulfilled))]).toEqual(['no', 'yes']);
    expect(calledMigraine(day(attack({ features: null })))).toBe('unknown');
  });
});
