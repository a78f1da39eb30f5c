import { describe, expect, it } from 'vitest';
import type { CyclePlan } from '../../../src/outcomes/patient-file';
import { dueOf, intervalsOf } from '../../../src/outcomes/schedule';
import { nextDays } from '../../../src/record/next-days';
import { completeSession } from '../../support/complete-session';

const plan = (day: string, weeks: number): CyclePlan => ({
  id: `plan-${day}`,
  day,
  weeks,
  reason: 'Demo',
  at: `${day}T10:00:00Z`,
  by: 'Demo injector (synthetic)',
});
const treatments = ['2026-03-02', '2025-12-08'];

describe('when the next treatment is due', () => {
  it('is twelve weeks after the last, by the calendar', () => {
    // 2 March and 84 days: 29 to the end of March, 30, 25 in May.
    expect(dueOf({ treatments, today: '2026-03-02' })).toMatchObject({
      treated: '2026-03-02',
      due: '2026-05-25',
      early: '2026-05-25',
      state: 'waiting',
      inDays: 84,
      week: 1,
      slumpFrom: '2026-06-08',
      slump: false,
    });
    // Over 29 February 2028.
    expect(dueOf({ treatments: ['2028-01-03'], today: '2028-01-03' })?.due).toBe('2028-03-27');
    expect(dueOf({ treatments: ['2027-01-03'], today: '2027-01-03' })?.due).toBe('2027-03-28');
  });

  it('is the day that the note of a session names', () => {
    const following = nextDays(completeSession(), 7);
    const due = dueOf({ treatments: [following?.session ?? ''], today: '2026-06-30', earlyDays: 7 });
    expect([due?.treated, due?.due, due?.early]).toEqual(['2026-03-02', following?.due, following?.bookFrom]);
  });

  it('opens early by what the practice allows, and is overdue from the day after', () => {
    const at = (today: string) => {
      const due = dueOf({ treatments, today, earlyDays: 7 });
      return [due?.state, due?.inDays, due?.overdueBy];
    };
    expect(at('2026-05-17')).toEqual(['waiting', 8, 0]);
    expect(at('2026-05-18')).toEqual(['early', 7, 0]);
    expect(at('2026-05-25')).toEqual(['due', 0, 0]);
    expect(at('2026-05-26')).toEqual(['overdue', -1, 1]);
  });

  it('is on the slump list from fourteen weeks on', () => {
    const at = (today: string) => dueOf({ treatments, today });
    expect([at('2026-06-07')?.slump, at('2026-06-08')?.slump, at('2026-06-08')?.week]).toEqual([false, true, 15]);
  });

  it('follows the latest plan', () => {
    const ten = dueOf({ treatments, today: '2026-05-11', plans: [plan('2026-03-02', 10), plan('2025-12-08', 14)] });
    expect(ten).toMatchObject({ due: '2026-05-11', state: 'due', soonerThanStandard: true, plan: { weeks: 10 } });
    // Of two of one day the one entered last.
    expect(
      dueOf({ treatments, today: '2026-05-11', plans: [plan('2026-03-02', 10), plan('2026-03-02', 16)] }),
    ).toMatchObject({
      due: '2026-06-22',
      soonerThanStandard: false,
      slumpFrom: '2026-06-08',
    });
  });

  it('follows no plan that was made before the last treatment: that one was of this treatment', () => {
    const at = (day: string) => dueOf({ treatments, today: '2026-05-11', plans: [plan(day, 10)] });
    expect(at('2026-03-01')).toMatchObject({ due: '2026-05-25', plan: null, soonerThanStandard: false });
    expect(at('2026-03-02')).toMatchObject({ due: '2026-05-11', plan: { weeks: 10 } });
  });

  it('is not known without a treatment', () => {
    expect(dueOf({ treatments: [], today: '2026-03-02' })).toBeNull();
    expect(dueOf({ treatments: ['2026-03-03'], today: '2026-03-02' })).toBeNull();
  });

  it('is told by the days between treatments as they were', () => {
    expect(intervalsOf(treatments)).toEqual([{ from: '2025-12-08', to: '2026-03-02', days: 84 }]);
    expect(intervalsOf(['2026-03-02', '2026-03-02'])).toEqual([]);
  });
});
