import { describe, expect, it } from 'vitest';
import {
  countsOfGroups,
  dueList,
  duePatient,
  type DuePatient,
  groupsOf,
  openChecks,
  ordered,
  planOfNext,
} from '../../../src/outcomes/due-list';
import { withCheck } from '../../../src/outcomes/effects';
import { withPlan } from '../../../src/outcomes/plans';
import { patientsOf } from '../../../src/record/patients';
import { checkOf, listedOn, sampleFile } from '../../support/patient-file';

const plan = (weeks: number) => ({
  id: `p-${String(weeks)}`,
  day: '2026-03-20',
  weeks,
  reason: 'wear-off',
  at: '2026-03-20T10:00:00+01:00',
  by: 'A. Example',
});
/** The last session is of 2 March 2026: due on 25 May, checks on 16 March and 13 April, week 14 over on 8 June. */
const sessions = [listedOn('s-1', '2026-03-02'), listedOn('s-0', '2025-12-08'), listedOn('s-2', '2026-04-01', 0)];
const on = (today: string, file = sampleFile, earlyDays = 0): DuePatient => {
  const found = duePatient(sessions, file, { today, earlyDays });
  if (found === null) throw new Error('nothing is due');
  return found;
};

describe('what is due for a patient', () => {
  it('counts from the last session in which anything was injected', () => {
    expect(on('2026-05-20')).toMatchObject({ last: { id: 's-1' }, due: { due: '2026-05-25', inDays: 5 } });
    expect(
      duePatient([listedOn('s-2', '2026-04-01', 0)], sampleFile, { today: '2026-05-20', earlyDays: 0 }),
    ).toBeNull();
  });

  it('leaves out a session that a clock put after today', () => {
    expect(on('2026-02-01').last.id).toBe('s-0');
  });

  it('follows the latest plan, also where nothing else is kept of the patient', () => {
    expect(on('2026-05-01', withPlan(sampleFile, plan(10))).due.due).toBe('2026-05-11');
    expect(duePatient(sessions, null, { today: '2026-05-01', earlyDays: 0 })?.due.due).toBe('2026-05-25');
  });

  it('takes the planned units and weeks from one plan, and from none that an earlier session used up', () => {
    const before = { ...plan(10), id: 'p-before', day: '2026-02-20', units: 165 };
    const used = withPlan(sampleFile, before);
    expect(on('2026-05-01', used).due.plan).toBeNull();
    expect(planOfNext(sessions, used, '2026-05-01')).toBeNull();
    // Before the session of 2 March it was the plan of that session.
    expect(planOfNext(sessions, used, '2026-02-25')?.units).toBe(165);
    const now = withPlan(used, plan(14));
    expect(planOfNext(sessions, now, '2026-05-01')).toEqual(on('2026-05-01', now).due.plan);
    // Who was never treated has a plan for the first session.
    expect(planOfNext([], used, '2026-05-01')).toEqual(before);
  });

  it('is nothing once the treatment was ended, until a session is given after all', () => {
    const { day, reason, at, by } = plan(10);
    const ended = withPlan(sampleFile, { id: 'end-1', day, ended: true, reason, at, by });
    const asked = { today: '2026-05-20', earlyDays: 0 };
    expect(duePatient(sessions, ended, asked)).toBeNull();
    expect(dueList(patientsOf(sessions), new Map([['p-1', ended]]), asked)).toEqual([]);
    const again = [...sessions, listedOn('s-3', '2026-05-12')];
    expect(duePatient(again, ended, asked)?.due.treated).toBe('2026-05-12');
  });

  it('tells a check to come from one that nobody asked at and one that was asked', () => {
    const asked = withCheck(sampleFile, checkOf('c-1', 's-1'));
    expect(on('2026-03-15').checks.map(({ day, state }) => [day, state])).toEqual([
      ['2026-03-16', 'to-come'],
      ['2026-04-13', 'to-come'],
    ]);
    expect(on('2026-03-16').checks.map(({ state }) => state)).toEqual(['open', 'to-come']);
    expect(on('2026-04-13', asked).checks.map(({ state }) => state)).toEqual(['asked', 'open']);
    // Asked after another session: that is no answer for this one.
    const other = withCheck(sampleFile, checkOf('c-1', 's-0'));
    expect(on('2026-04-13', other).checks.map(({ state }) => state)).toEqual(['open', 'open']);
  });

  it('asks for a check until the next session is due', () => {
    expect(openChecks(on('2026-05-24'))).toHaveLength(2);
    expect(openChecks(on('2026-05-25'))).toEqual([]);
  });
});

describe('the groups of who is due', () => {
  it.each([
    ['2026-03-10', 0, ['later']],
    ['2026-05-17', 7, ['checks']],
    ['2026-05-18', 7, ['early', 'checks']],
    ['2026-05-18', 0, ['checks']],
    ['2026-05-19', 0, ['week', 'checks']],
    ['2026-05-25', 7, ['week']],
    ['2026-05-26', 0, ['overdue']],
    ['2026-06-07', 0, ['overdue']],
    ['2026-06-08', 0, ['overdue', 'slump']],
  ])('on %s with %i days early are %j', (today, early, groups) => {
    expect(groupsOf(on(today, sampleFile, early))).toEqual(groups);
  });

  it('are counted, a patient in each that holds', () => {
    const counts = countsOfGroups([on('2026-06-08'), on('2026-05-19')]);
    expect(counts).toEqual({ overdue: 1, week: 1, early: 0, slump: 1, checks: 1, later: 0 });
  });
});

describe('the list of who is due', () => {
  const other = { ...listedOn('t-1', '2026-02-02'), patient: { id: 'p-2', label: 'A. Other' } };
  const never = { ...listedOn('u-1', '2026-02-02', 0), patient: { id: 'p-3', label: 'N. Never' } };
  const list = dueList(patientsOf([...sessions, other, never]), new Map([['p-1', withPlan(sampleFile, plan(8))]]), {
    today: '2026-05-01',
    earlyDays: 0,
  });

  it('has whoever was treated, the longest overdue first', () => {
    // 2 March and 8 weeks is 27 April; 2 February and 12 weeks the same: who was treated later stays first, as listed.
    expect(list.map(({ patient, due }) => [patient.label, due.due])).toEqual([
      ['K. Sample', '2026-04-27'],
      ['A. Other', '2026-04-27'],
    ]);
  });

  it('can be put in order by name and by the last session', () => {
    expect(ordered(list, 'name').map(({ patient }) => patient.label)).toEqual(['A. Other', 'K. Sample']);
    expect(ordered(list, 'last').map(({ patient }) => patient.label)).toEqual(['A. Other', 'K. Sample']);
    expect(ordered(list, 'due').map(({ patient }) => patient.label)).toEqual(['K. Sample', 'A. Other']);
  });
});
