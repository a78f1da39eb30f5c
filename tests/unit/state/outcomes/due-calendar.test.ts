import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../../src/exchange/calendar-file';
import { duePatient } from '../../../../src/outcomes/due-list';
import { withCheck } from '../../../../src/outcomes/effects';
import type { PatientFile } from '../../../../src/outcomes/patient-file';
import { withoutPlan, withPlan } from '../../../../src/outcomes/plans';
import { contentOf } from '../../../../src/record/signed-version';
import { calendarDays } from '../../../../src/state/calendar-text';
import { dueCalendar, dueCalendarName } from '../../../../src/state/outcomes/due-calendar';
import { groupText, stateLine } from '../../../../src/state/outcomes/due-text';
import { checkOf, listedOn, sampleFile } from '../../../support/patient-file';
import { completeSession } from '../../../support/complete-session';
import { sessionWith } from '../../../support/patient-history';
import { readCalendar } from '../../../support/read-calendar';

const plan = {
  id: 'plan-1',
  day: '2026-03-20',
  weeks: 10,
  reason: 'wear-off',
  at: '2026-03-20T10:00:00+01:00',
  by: 'A. Example',
};
const found = (file = sampleFile, today = '2026-03-20', id = 's-1') => {
  const one = duePatient([listedOn(id, '2026-03-02')], file, { today, earlyDays: 0 });
  return one === null ? [] : [one];
};
const told = { now: '2026-03-20T12:00:00+01:00', name: 'nobody' } as const;
const days = (file: string | null) =>
  readCalendar(file).map((event) => [event.get('DTSTART')?.value, event.get('UID')?.value]);
const sequences = (file: string | null) => readCalendar(file).map((event) => Number(event.get('SEQUENCE')?.value));

describe('a calendar file of who is due', () => {
  it('has the days ahead alone, under the ids that the file of a signed session has', () => {
    expect(days(dueCalendar(found(), told))).toEqual([
      ['20260413', 's-1-six-weeks@aliquot'],
      ['20260525', 's-1-due@aliquot'],
    ]);
  });

  it('leaves out a check that was made, and follows the plan in place of what was written before', () => {
    const asked = withCheck(sampleFile, { ...checkOf('c-1', 's-1'), occasion: 'six-weeks' });
    const file = dueCalendar(found(withPlan(asked, plan)), told);
    expect(days(file)).toEqual([['20260511', 's-1-due@aliquot']]);
    expect(file).toContain('SUMMARY:Next session due (10 weeks)');
    expect(readCalendar(file)[0]?.get('DESCRIPTION')?.value).toMatch(
      /^Planned 10 weeks after .* earlier than 12 weeks/,
    );
  });

  it('counts on when a plan is taken back, so that a calendar takes the day that holds again', () => {
    const planned = withPlan(sampleFile, plan);
    const back = { id: 'back-1', day: plan.day, takesBack: plan.id, at: plan.at, by: plan.by };
    const due = (file: PatientFile, minute: string) =>
      dueCalendar(found(file), { ...told, now: `2026-03-20T12:${minute}:00+01:00` });
    const files = [due(sampleFile, '00'), due(planned, '01'), due(withoutPlan(planned, back), '02')];
    expect(files.map((file) => days(file).at(-1))).toEqual([
      ['20260525', 's-1-due@aliquot'],
      ['20260511', 's-1-due@aliquot'],
      ['20260525', 's-1-due@aliquot'],
    ]);
    const counted = files.map((file) => sequences(file).at(-1) ?? 0);
    expect(counted).toEqual([...new Set(counted)].toSorted((a, b) => a - b));
  });

  it('gives way to a version that is signed later, whatever was planned: a correction cancels a planned day', () => {
    const twice = withPlan(withPlan(sampleFile, plan), { ...plan, id: 'plan-2', weeks: 14 });
    const planned = dueCalendar(found(twice), told);
    const first = {
      version: 1,
      at: '2026-03-02T12:00:00+01:00',
      session: { ...contentOf(completeSession()), id: 's-1' },
    };
    const nothing = contentOf(sessionWith('s-1', '2026-03-02T09:00:00+01:00', { open: 31 }));
    const second = { version: 2, at: '2026-03-21T08:00:00+01:00', session: nothing };
    const cancelled = calendarFile([calendarDays(second, 0, 'nobody', [first, second])]);
    expect(readCalendar(cancelled).map((event) => event.get('STATUS')?.value)).toContain('CANCELLED');
    expect(days(cancelled).at(-1)?.[1]).toBe(days(planned).at(-1)?.[1]);
    expect(sequences(cancelled).at(-1)).toBeGreaterThan(sequences(planned).at(-1) ?? Infinity);
    const own = calendarFile([calendarDays(first)]);
    expect(sequences(own).at(-1), 'a file of the version before the plan changes nothing').toBeLessThan(
      sequences(planned).at(-1) ?? 0,
    );
  });

  it('names the patient only where that was asked for', () => {
    expect(dueCalendar(found(), told)).not.toContain('Sample');
    expect(dueCalendar(found(), { ...told, name: 'label' })).toContain('K. Sample');
    expect(dueCalendarName(told.now)).toBe('aliquot-due-2026-03-20.ics');
  });

  it('holds a group, and is none where nothing lies ahead', () => {
    expect(days(dueCalendar([...found(), ...found(sampleFile, '2026-03-20', 's-9')], told))).toHaveLength(4);
    expect(dueCalendar(found(sampleFile, '2026-07-01'), { ...told, now: '2026-07-01T12:00:00+02:00' })).toBeNull();
  });

  it('is beside a line that says how it stands', () => {
    const line = (today: string, file = sampleFile) => found(file, today).map(({ due }) => stateLine(due));
    expect(line('2026-05-24')).toEqual(['in 1 day, week 12']);
    expect(line('2026-05-25')).toEqual(['due today, week 13']);
    expect(line('2026-06-07')).toEqual(['13 days overdue, week 14']);
    expect(line('2026-06-08')).toEqual(['14 days overdue, over 14 weeks']);
    expect(groupText('slump')).toBe('Over 14 weeks');
    expect(line('2026-05-12', withPlan(sampleFile, plan))).toEqual(['1 day overdue, week 11, planned: 10 weeks']);
  });
});
