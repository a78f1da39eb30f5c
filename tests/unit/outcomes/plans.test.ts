import { describe, expect, it } from 'vitest';
import { parsePatientFile } from '../../../src/outcomes/patient-file';
import { planOf, withoutPlan, withPlan } from '../../../src/outcomes/plans';
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

  it('stands once, and can be taken out again', () => {
    const twice = withPlan(withPlan(sampleFile, plan), plan);
    expect(twice.plans).toEqual([plan]);
    expect(withoutPlan(twice, 'plan-1').plans).toEqual([]);
    expect(withoutPlan(twice, 'plan-2')).toBe(twice);
  });
});
