import { describe, expect, it } from 'vitest';
import { hadFeature, tookAny, tookClass } from '../../../src/outcomes/diary-asked';
import { emptyDiary } from '../../../src/outcomes/diary';
import { type DiaryDay, parseDiaryDay } from '../../../src/outcomes/diary-day';
import {
  sameAs,
  withAttack,
  withFeatureTurned,
  withMedicineTurned,
  withMigraineTurned,
  withMissedTurned,
  withNoFeature,
  withoutAttack,
  withoutHeadache,
  withSeverity,
} from '../../../src/outcomes/diary-edit';
import { joinDiaries } from '../../../src/outcomes/diary-join';
import { nextUnrecorded } from '../../../src/outcomes/diary-month';

const day = '2026-03-01';
const day1 = (id = 'a-1'): DiaryDay => {
  const made = withSeverity(day, undefined, 2, id);
  if (made === null) throw new Error('no day');
  return made;
};
const attackOf = (one: DiaryDay | null) => {
  const [attack] = one?.attacks ?? [];
  if (attack === undefined) throw new Error('no attack');
  return attack;
};

describe('what is done to a day of a diary', () => {
  it('leaves unknown what was not said: a severity brings no hours, features or medicines with it', () => {
    expect(day1()).toEqual({
      day,
      attacks: [{ id: 'a-1', hours: null, severity: 2, features: null }],
      acute: null,
      missed: null,
    });
  });

  it('takes "I think it was migraine" alone for that and nothing more', () => {
    const told = attackOf(withMigraineTurned(day, day1(), 'a-2'));
    expect([hadFeature(told, 'believed-migraine'), hadFeature(told, 'nausea')]).toEqual([true, null]);
    const back = attackOf(withMigraineTurned(day, { ...day1(), attacks: [told] }, 'a-2'));
    expect(back).toEqual({ id: 'a-1', hours: null, severity: 2, features: null });
    const all = withFeatureTurned(told, 'nausea');
    expect([hadFeature(all, 'nausea'), hadFeature(all, 'aura')]).toEqual([true, false]);
    expect(withNoFeature(all).features).toEqual([]);
    expect(withNoFeature(withNoFeature(all)).features).toBeNull();
  });

  it('is a sound day whatever is pressed', () => {
    const pressed = [
      day1(),
      withMigraineTurned(day, undefined, 'a-1'),
      withMigraineTurned(day, day1(), 'a-1'),
      withMedicineTurned(day1(), 'triptan'),
      withoutHeadache(day, day1()),
      withAttack(day, day1(), { id: 'a-2', hours: null, severity: null, features: null }),
    ];
    expect(pressed.map((one) => parseDiaryDay(one).ok)).toEqual(pressed.map(() => true));
  });

  it('asks the medicines of a day anew when it has a headache after all', () => {
    const free = withoutHeadache(day, undefined);
    expect([tookAny(free), free.missed]).toEqual([false, []]);
    const after = withSeverity(day, free, 3, 'a-1');
    expect(after).toMatchObject({ acute: null, missed: null });
    expect(withMedicineTurned(undefined, 'triptan')).toBeNull();
    const took = withMedicineTurned(after ?? undefined, 'triptan');
    expect(took === null ? null : [tookClass(took, 'triptan'), tookClass(took, 'opioid')]).toEqual([true, false]);
  });

  it('does not say which of two headaches a key means, and is unrecorded when its last one is taken away', () => {
    const two = withAttack(day, day1(), { id: 'a-2', hours: null, severity: null, features: null });
    expect(withSeverity(day, two, 3, 'a-3')).toBeNull();
    expect(withoutAttack(two, 'a-1')?.attacks.map(({ id }) => id)).toEqual(['a-2']);
    expect(withoutAttack(day1(), 'a-1')).toBeNull();
  });

  it('has a day of work missed in full or by half, not both', () => {
    const half = withMissedTurned(day1(), 'work-half');
    expect(withMissedTurned(half, 'work').missed).toEqual(['work']);
  });

  it('is the same as the day before but for its note and the ids of its headaches', () => {
    const copy = sameAs({ ...day1(), note: 'rain' }, '2026-03-02', () => 'a-9');
    expect(copy).toEqual({ ...day1('a-9'), day: '2026-03-02' });
  });
});

describe('a diary', () => {
  it('goes on to the next day that was not recorded, and to none that has not come', () => {
    const diary = { ...emptyDiary('p-1'), days: [withoutHeadache('2026-03-02', undefined)] };
    expect(nextUnrecorded(diary, '2026-03-01', '2026-03-05')).toBe('2026-03-03');
    expect(nextUnrecorded(diary, '2026-03-01', '2026-03-02')).toBeNull();
  });

  it('joined with another keeps every day of either, and tells the days that differ', () => {
    const here = { ...emptyDiary('p-1'), days: [day1()] };
    const there = { ...here, days: [day1('other-id'), withoutHeadache('2026-03-02', undefined)] };
    const joined = joinDiaries(here, there, 'here');
    expect([joined.differ, joined.diary.days.map((one) => one.day)]).toEqual([[], [day, '2026-03-02']]);
    expect(joinDiaries(here, here, 'here').diary).toBe(here);
    const other = { ...here, days: [withoutHeadache(day, undefined)] };
    expect(joinDiaries(here, other, 'here')).toEqual({ diary: here, differ: [day] });
    expect(joinDiaries(here, other, 'there').diary.days[0]?.attacks).toEqual([]);
  });
});
