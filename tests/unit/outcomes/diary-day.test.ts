import { describe, expect, it } from 'vitest';
import { type DiaryDay, diaryDayId, diaryDaySchema, hasCome, parseDiaryDay } from '../../../src/outcomes/diary-day';
import { inSchemaOrder } from '../../../src/record/field-order';

const day: DiaryDay = {
  id: diaryDayId('p-1', '2026-05-25'),
  patient: 'p-1',
  day: '2026-05-25',
  headacheHours: 6.5,
  severity: 2,
  features: ['one-sided', 'light-sensitive'],
  acute: ['triptan', 'other-nsaid'],
  note: 'after a short night',
};
const free: DiaryDay = { ...day, headacheHours: 0, severity: 0, features: [], acute: [] };

describe('a day of the diary', () => {
  it('is read as it was written, with fields of a later version', () => {
    for (const one of [day, free, { ...day, sleep: 5 }]) expect(parseDiaryDay(one)).toEqual({ ok: true, value: one });
  });

  it('has an id of its own, by patient and day', () => {
    expect(diaryDayId('p-1', '2026-05-25')).toBe('p-1_2026-05-25');
  });

  it('has one order of fields', () => {
    const turned = Object.fromEntries(Object.entries(day).reverse());
    expect(JSON.stringify(inSchemaOrder(diaryDaySchema, turned))).toBe(JSON.stringify(day));
  });

  it('may be full of headache, without headache, an aura alone, or medicated without headache', () => {
    const fine = [{ ...day, headacheHours: 24 }, free, { ...free, features: ['aura'] }, { ...free, acute: ['opioid'] }];
    expect(fine.map((one) => parseDiaryDay(one).ok)).toEqual([true, true, true, true]);
  });

  it.each([
    [{ headacheHours: 24.5 }, 'headacheHours', 'out of range'],
    [{ headacheHours: -1 }, 'headacheHours', 'out of range'],
    [{ headacheHours: Number.NaN }, 'headacheHours', 'not a number'],
    [{ severity: 4 }, 'severity', 'not an allowed value'],
    [{ severity: 0 }, 'severity', 'not an allowed value'],
    [{ headacheHours: 0 }, 'severity', 'not an allowed value'],
    [{ headacheHours: 0, severity: 0 }, 'features', 'not an allowed value'],
    [{ features: ['aura', 'aura'] }, 'features', 'not an allowed value'],
    [{ features: ['stars'] }, 'features[0]', 'not an allowed value'],
    [{ acute: ['triptan', 'triptan'] }, 'acute', 'not an allowed value'],
    [{ acute: ['sumatriptan'] }, 'acute[0]', 'not an allowed value'],
    [{ acute: undefined }, 'acute', 'missing'],
    [{ day: '2026-02-30' }, 'day', 'not an allowed value'],
    [{ id: 'p-1_2026-05-24' }, 'id', 'not an allowed value'],
  ])('is refused with %j', (change, path, what) => {
    expect(parseDiaryDay({ ...day, ...change })).toEqual({ ok: false, error: { path, what } });
  });

  it('can be entered once it has come, where the patient is', () => {
    expect(hasCome('2026-05-25', '2026-05-25T00:10:00+02:00')).toBe(true);
    expect(hasCome('2026-05-26', '2026-05-25T23:50:00+02:00')).toBe(false);
    expect(hasCome('2026-02-30', '2026-05-25')).toBe(false);
  });
});
