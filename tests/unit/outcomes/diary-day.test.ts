import { describe, expect, it } from 'vitest';
import { type Attack, type DiaryDay, diaryDaySchema, hasCome, parseDiaryDay } from '../../../src/outcomes/diary-day';
import { dayIn, emptyDiary, parseDiary, withDay, withoutDay } from '../../../src/outcomes/diary';
import { inSchemaOrder } from '../../../src/record/field-order';

const attack: Attack = { id: 'a-1', hours: 6.5, severity: 2, features: ['one-sided', 'light-sensitive'] };
const day: DiaryDay = {
  day: '2026-05-25',
  attacks: [attack],
  acute: ['triptan', 'other-nsaid'],
  missed: ['work-half'],
  note: 'after a short night',
};
const free: DiaryDay = { day: '2026-05-26', attacks: [], acute: [], missed: [] };

describe('a day of the diary', () => {
  it('is read as it was written, with fields of a later version', () => {
    for (const one of [day, free, { ...day, sleep: 5 }]) expect(parseDiaryDay(one)).toEqual({ ok: true, value: one });
  });

  it('has one order of fields', () => {
    const turned = Object.fromEntries(Object.entries(day).reverse());
    expect(JSON.stringify(inSchemaOrder(diaryDaySchema, turned))).toBe(JSON.stringify(day));
  });

  it('may be full of headache, have two attacks, say nothing of an attack, or be medicated without headache', () => {
    const fine = [
      { ...day, attacks: [{ ...attack, hours: 24 }] },
      { ...day, attacks: [attack, { ...attack, id: 'a-2', hours: 2 }] },
      { ...day, attacks: [{ id: 'a-1', hours: null, severity: null, features: null }], acute: null, missed: null },
      { ...free, acute: ['opioid'] },
    ];
    expect(fine.map((one) => parseDiaryDay(one).ok)).toEqual([true, true, true, true]);
  });

  it.each([
    [{ attacks: [{ ...attack, hours: 24.5 }] }, 'attacks[0].hours'],
    [{ attacks: [{ ...attack, hours: 0 }] }, 'attacks[0].hours'],
    [{ attacks: [{ ...attack, severity: 0 }] }, 'attacks[0].severity'],
    [{ attacks: [attack, attack] }, 'attacks'],
    [{ attacks: [attack, { ...attack, id: 'a-2', hours: 20 }] }, 'attacks'],
    [{ attacks: [{ ...attack, features: ['nausea', 'nausea'] }] }, 'attacks[0].features'],
    [{ acute: ['aspirin', 'aspirin'] }, 'acute'],
    [{ acute: ['tea'] }, 'acute[0]'],
    [{ missed: ['sleep'] }, 'missed[0]'],
    [{ day: '2026-02-29' }, 'day'],
    [{ attacks: [{ ...attack, notAsked: ['aura', 'one-sided'] }] }, 'attacks[0].notAsked'],
    [{ attacks: [{ ...attack, features: null, notAsked: ['aura'] }] }, 'attacks[0].notAsked'],
    [{ attacks: [attack, { ...attack, id: 'a-2', notAsked: ['one-sided'] }] }, 'attacks[1].notAsked'],
    [{ acuteNotAsked: ['triptan'] }, 'acuteNotAsked'],
    [{ acute: null, acuteNotAsked: ['opioid'] }, 'acuteNotAsked'],
    [{ missedNotAsked: ['work', 'work-half'] }, 'missedNotAsked'],
    [{ missed: null, missedNotAsked: ['work'] }, 'missedNotAsked'],
  ])('is damaged by %j, and says where', (change, path) => {
    expect(parseDiaryDay({ ...day, ...change })).toMatchObject({ ok: false, error: { path } });
  });

  it('may leave out of a question what it does not tell', () => {
    const partly: DiaryDay = {
      ...day,
      attacks: [{ ...attack, notAsked: ['aura'] }],
      acuteNotAsked: ['opioid'],
      missedNotAsked: ['work'],
    };
    expect(parseDiaryDay(partly)).toEqual({ ok: true, value: partly });
  });

  it('says in the same words what is not allowed of the whole', () => {
    const error = (change: object) => {
      const read = parseDiaryDay({ ...day, ...change });
      return read.ok ? null : read.error;
    };
    const what = 'not an allowed value';
    expect(error({ attacks: [attack, { ...attack, id: 'a-2', hours: 20 }] })).toEqual({ path: 'attacks', what });
    expect(error({ attacks: [{ ...attack, notAsked: ['one-sided'] }] })).toEqual({ path: 'attacks[0].notAsked', what });
    expect(error({ acuteNotAsked: ['triptan'] })).toEqual({ path: 'acuteNotAsked', what });
    expect(error({ missedNotAsked: ['work-half'] })).toEqual({ path: 'missedNotAsked', what });
  });

  it('may be entered once it has come', () => {
    expect(hasCome('2026-05-25', '2026-05-25T00:01:00+02:00')).toBe(true);
    expect(hasCome('2026-05-26', '2026-05-25T23:59:00+02:00')).toBe(false);
    expect(hasCome('2026-02-30', '2026-05-25')).toBe(false);
  });
});

describe('a diary', () => {
  const diary = withDay(withDay(emptyDiary('p-1'), free), day);

  it('keeps its days by date, each once', () => {
    expect(diary.days.map((one) => one.day)).toEqual(['2026-05-25', '2026-05-26']);
    expect(withDay(diary, { ...free, day: '2026-05-25' }).days).toHaveLength(2);
    expect(parseDiary(diary)).toEqual({ ok: true, value: diary });
  });

  it('takes a day in between the others, and leaves them when one is taken away', () => {
    const on = (one: string): DiaryDay => ({ ...free, day: one });
    const between = withDay(withDay(diary, on('2026-05-28')), on('2026-05-27'));
    expect(between.days.map((one) => one.day)).toEqual(['2026-05-25', '2026-05-26', '2026-05-27', '2026-05-28']);
    expect(withoutDay(between, '2026-05-26').days.map((one) => one.day)).toEqual([
      '2026-05-25',
      '2026-05-27',
      '2026-05-28',
    ]);
  });

  it('is damaged by one day twice, and by what a day cannot hold', () => {
    const what = 'not an allowed value';
    expect(parseDiary({ ...diary, days: [day, day] })).toEqual({ ok: false, error: { path: 'days[1].day', what } });
    const wrong = { ...day, acuteNotAsked: ['triptan'] };
    expect(parseDiary({ ...diary, days: [wrong] })).toEqual({
      ok: false,
      error: { path: 'days[0].acuteNotAsked', what },
    });
  });

  it('tells a day without headache from one that was not recorded', () => {
    expect(dayIn(diary, '2026-05-26')?.attacks).toEqual([]);
    expect(dayIn(withoutDay(diary, '2026-05-26'), '2026-05-26')).toBeUndefined();
  });

  it('is damaged by days out of order, and by a damaged day, and says which', () => {
    const turned = { ...diary, days: [...diary.days].reverse() };
    expect(parseDiary(turned)).toMatchObject({ ok: false, error: { path: 'days[1].day' } });
    const wrong = { ...diary, days: [day, { ...free, acute: ['tea'] }] };
    expect(parseDiary(wrong)).toMatchObject({ ok: false, error: { path: 'days[1].acute[0]' } });
  });
});
