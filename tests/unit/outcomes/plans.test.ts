import { describe, expect, it } from 'vitest';
import { joinFiles } from '../../../src/outcomes/patient-file-join';
import { parsePatientFile } from '../../../src/outcomes/patient-file';
import { decisionNow, decisionsOf, planNow, planOf, withoutPlan, withPlan } from '../../../src/outcomes/plans';
import { sampleFile } from '../../support/patient-file';

const made = { id: 'plan-1', day: '2026-03-20', at: '2026-03-20T10:00:00+01:00', by: 'A. Example' };
const typed = { weeks: '10', units: '', reason: 'wears off in week 10' };
const plan = { ...made, weeks: 10, reason: 'wears off in week 10' };

describe('a plan of the time to the next session', () => {
  it('is kept as it was typed, without units where none were', () => {
    expect(planOf(typed, 195, made)).toEqual({ ok: true, plan });
    expect(planOf({ ...typed, units: ' 160 ' }, 195, made)).toMatchObject({ ok: true, plan: { units: 160 } });
    expect(parsePatientFile(withPlan(sampleFile, plan)).ok).toBe(true);
  });

  it('may be of 4 to 52 weeks, up to the most units, and has blanks around its reason cut off', () => {
    const plans = ['4', ' 52 '].map((weeks) =>
      planOf({ ...typed, weeks, units: '195', reason: ' sooner ' }, 195, made),
    );
    expect(plans).toEqual([
      { ok: true, plan: { ...made, weeks: 4, units: 195, reason: 'sooner' } },
      { ok: true, plan: { ...made, weeks: 52, units: 195, reason: 'sooner' } },
    ]);
    const blank = planOf({ ...typed, units: '  ' }, 195, made);
    expect(blank.ok && blank.plan).not.toHaveProperty('units');
  });

  it.each([
    [{ weeks: '' }, 'weeks'],
    [{ weeks: '3' }, 'weeks'],
    [{ weeks: '53' }, 'weeks'],
    [{ weeks: '10.5' }, 'weeks'],
    [{ units: '196' }, 'units'],
    [{ units: 'many' }, 'units'],
    [{ reason: '  ' }, 'reason'],
  ])('is refused with what is wrong of it: %j', (part, problem) => {
    expect(planOf({ ...typed, ...part }, 195, made)).toEqual({ ok: false, problem });
  });

  it('stands once, and is taken back by an entry of its own, once as well', () => {
    const twice = withPlan(withPlan(sampleFile, plan), plan);
    expect(twice.plans).toEqual([plan]);
    const back = { ...made, id: 'back-1', takesBack: 'plan-1' };
    const without = withoutPlan(twice, back);
    expect(without.plans).toEqual([plan, back]);
    expect(planNow(without.plans, null)).toBeNull();
    expect(parsePatientFile(without).ok).toBe(true);
    expect(withoutPlan(without, { ...back, id: 'back-2' })).toBe(without);
    expect(withoutPlan(twice, { ...back, takesBack: 'plan-2' })).toBe(twice);
    const other = { ...plan, id: 'plan-2' };
    const both = withPlan(twice, other);
    expect(both.plans).toEqual([plan, other]);
    expect(withoutPlan(both, back).plans).toEqual([plan, other, back]);
  });
});

describe('what counts for the next session', () => {
  const sooner = { ...plan, id: 'plan-2', weeks: 9 };
  const end = { ...made, id: 'end-1', ended: true, reason: 'moved away' } as const;
  const back = (id: string) => ({ ...made, id: `back-${id}`, takesBack: id });

  it('is the latest decision, and what stood before it once it is taken back', () => {
    expect(planNow([plan, sooner], '2026-03-02')?.weeks).toBe(9);
    expect(planNow([plan, sooner, back('plan-2')], '2026-03-02')?.weeks).toBe(10);
  });

  it('is the latest by when it was made, also where files of two places were joined, and none is lost by that', () => {
    const later = { ...sooner, at: '2026-03-20T15:00:00+01:00' };
    const here = withPlan(sampleFile, later);
    const there = withoutPlan(withPlan(sampleFile, plan), back('plan-1'));
    const joined = joinFiles(here, there, 'there').file.plans;
    expect(joined).toHaveLength(3);
    expect(planNow([later, plan], '2026-03-02')?.weeks).toBe(9);
    expect(planNow(joined, '2026-03-02')?.weeks).toBe(9);
    // What was taken back in one place stays so, whichever of the two is taken.
    expect(joinFiles(there, withPlan(sampleFile, plan), 'there').file.plans).toEqual(there.plans);
  });

  it('is of the later day, whichever was entered last, and of the day of the treatment as well', () => {
    const next = { ...plan, id: 'plan-3', day: '2026-03-21', at: '2026-03-20T08:00:00+01:00', weeks: 14 };
    expect([planNow([next, plan], null)?.weeks, planNow([plan, next], null)?.weeks]).toEqual([14, 14]);
    expect(planNow([plan], '2026-03-20')).toEqual(plan);
    expect(planNow([plan], '2026-03-21')).toBeNull();
    expect(decisionsOf([plan], '2026-03-20')).toEqual([{ decision: plan, stands: 'counts' }]);
    expect(decisionsOf([plan], null)).toEqual([{ decision: plan, stands: 'counts' }]);
    expect(decisionsOf([plan, back('plan-1')], null)).toEqual([{ decision: plan, stands: 'taken-back' }]);
  });

  it('may be that there is none, until one is given, planned, or the end is taken back', () => {
    expect(parsePatientFile(withPlan(sampleFile, end)).ok).toBe(true);
    expect(decisionNow([plan, end], '2026-03-02')).toEqual(end);
    expect(planNow([plan, end], '2026-03-02')).toBeNull();
    expect(decisionNow([plan, end], '2026-03-21')).toBeNull();
    expect(decisionNow([end, plan], '2026-03-02')).toEqual(plan);
    expect(decisionNow([plan, end, back('end-1')], '2026-03-02')).toEqual(plan);
  });

  it('stands in a list of all decisions, the last first', () => {
    const old = { ...plan, id: 'plan-0', day: '2026-01-05' };
    expect(
      decisionsOf([old, plan, sooner, end, back('end-1')], '2026-03-02').map(({ decision, stands }) => [
        decision.id,
        stands,
      ]),
    ).toEqual([
      ['end-1', 'taken-back'],
      ['plan-2', 'counts'],
      ['plan-1', 'replaced'],
      ['plan-0', 'earlier'],
    ]);
  });
});
