import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hadFeature, tookAny, tookClass } from '../../../src/outcomes/diary-asked';
import { emptyDiary } from '../../../src/outcomes/diary';
import { acuteIds, type DiaryDay, featureIds, missedIds, parseDiaryDay } from '../../../src/outcomes/diary-day';
import {
  hoursLeft,
  saysTheSame,
  sameAs,
  withAttack,
  withAttackChanged,
  withFeatureTurned,
  withMedicineTold,
  withMedicineTurned,
  withMigraineTurned,
  withMissedTurned,
  withNoFeature,
  withNoMedicine,
  withNote,
  withNothingMissed,
  withoutAttack,
  withoutHeadache,
  withSeverity,
} from '../../../src/outcomes/diary-edit';
import { joinDiaries } from '../../../src/outcomes/diary-join';
import { dayFrom, nextUnrecorded } from '../../../src/outcomes/diary-month';
import { randomDiary } from '../../support/random-diary';

const day = '2026-03-01';
const day1 = (id = 'a-1'): DiaryDay => {
  const made = withSeverity(day, undefined, 2, id);
  if (made === null) throw new Error('no day');
  return made;
};
let ids = 0;
const newId = () => {
  ids += 1;
  return `new-${String(ids)}`;
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

  it('is a sound day after every edit of every sound day', () => {
    const bare = { id: 'new', hours: null, severity: null, features: null };
    fc.assert(
      fc.property(randomDiary, fc.integer({ min: 1, max: 96 }), fc.nat(9), ({ days }, quarters, n) => {
        for (const one of days) {
          const on = one.day;
          const pick = <T>(all: readonly [T, ...T[]]): T => all[n % all.length] ?? all[0];
          const inEach = one.attacks.flatMap(({ id }) => [
            withAttackChanged(one, id, (attack) => ({ ...attack, hours: quarters / 4 })),
            withAttackChanged(one, id, (attack) => withFeatureTurned(attack, pick(featureIds))),
            withAttackChanged(one, id, withNoFeature),
            withoutAttack(one, id),
          ]);
          const edited = [
            ...inEach,
            withAttack(on, one, bare),
            withSeverity(on, one, 2, 'new'),
            withMigraineTurned(on, one, 'new'),
            withMedicineTurned(one, pick(acuteIds)),
            withMedicineTold(one, pick(acuteIds)),
            withNoMedicine(one),
            withMissedTurned(one, pick(missedIds)),
            withNothingMissed(one),
            withNote(one, 'rain'),
            withoutHeadache(on, one),
            sameAs(one, '2026-12-01', newId),
          ];
          for (const day of edited) if (day !== null) expect(parseDiaryDay(day)).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never lasts longer than it is: what lies there says how much is left, and fractions add up', () => {
    const attack = (id: string, hours: number) => ({ id, hours, severity: null, features: null });
    const full: DiaryDay = { ...day1(), attacks: [attack('a-1', 20), attack('a-2', 4)] };
    expect(withAttackChanged(full, 'a-2', (one) => ({ ...one, hours: 5 }))).toBeNull();
    expect(withAttackChanged(full, 'a-9', (one) => ({ ...one, hours: 1 }))).toBeNull();
    expect(withAttackChanged(full, 'a-2', (one) => one)).toBe(full);
    // 5.1 + 16.1 + 2.8 is a little more than 24 to a computer.
    const tenths = { ...full, attacks: [attack('a-1', 5.1), attack('a-2', 16.1), attack('a-3', 2.8)] };
    expect(5.1 + 16.1 + 2.8).toBeGreaterThan(24);
    expect([parseDiaryDay(tenths).ok, hoursLeft(tenths, 'a-3')]).toEqual([true, 2.8]);
  });

  it('is told one medicine alone by its key, and all of them where all are in sight', () => {
    const told = (one: DiaryDay | null) =>
      one === null ? null : [tookClass(one, 'triptan'), tookClass(one, 'opioid')];
    const key = withMedicineTold(day1(), 'triptan');
    expect(told(key)).toEqual([true, null]);
    expect(told(withMedicineTurned(key ?? undefined, 'aspirin'))).toEqual([true, false]);
    expect(told(withMedicineTold(withNoMedicine(day1()) ?? undefined, 'triptan'))).toEqual([true, false]);
    expect(withMedicineTold(key ?? undefined, 'triptan')).toEqual(day1());
    // "Nothing" is said of all of them, even after some were asked about.
    const some: DiaryDay = { ...day1(), acute: [], acuteNotAsked: ['opioid'] };
    expect(told(withNoMedicine(some))).toEqual([false, false]);
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

describe('one press on a day', () => {
  const attack = (id: string, part = {}) => ({ id, hours: null, severity: null, features: null, ...part });
  const two: DiaryDay = { ...day1(), attacks: [attack('a-1'), attack('a-2')] };

  it('without headache keeps the note, and has none where there was none', () => {
    expect(withoutHeadache(day, { ...day1(), note: 'rain' })).toEqual({
      day,
      attacks: [],
      acute: [],
      missed: [],
      note: 'rain',
    });
    expect(withoutHeadache(day, day1())).not.toHaveProperty('note');
  });

  it('adds a headache and leaves alone what was told beside another', () => {
    const told: DiaryDay = { ...day1(), acute: [], missed: [] };
    const third = attack('a-2');
    expect(withAttack(day, told, third)).toEqual({ ...told, attacks: [...told.attacks, third] });
  });

  it('forgets with an empty list what was left out of its question', () => {
    const free: DiaryDay = {
      day,
      attacks: [],
      acute: [],
      acuteNotAsked: ['opioid'],
      missed: [],
      missedNotAsked: ['work'],
    };
    expect(withAttack(day, free, attack('a-1'))).toEqual({ day, attacks: [attack('a-1')], acute: null, missed: null });
    const some: DiaryDay = { day, attacks: [], acute: ['triptan'], missed: ['work'] };
    expect(withAttack(day, some, attack('a-1'))).toMatchObject({ acute: ['triptan'], missed: ['work'] });
  });

  it('changes one headache among others, and its severity in its place', () => {
    const changed = withAttackChanged(two, 'a-2', (one) => ({ ...one, hours: 3 }));
    expect(changed?.attacks).toEqual([attack('a-1'), attack('a-2', { hours: 3 })]);
    expect(withSeverity(day, day1(), 3, 'a-9')?.attacks).toEqual([attack('a-1', { severity: 3 })]);
    expect(withSeverity(day, withoutHeadache(day, undefined), 1, 'a-9')?.attacks).toEqual([
      attack('a-9', { severity: 1 }),
    ]);
    expect(withSeverity(day, undefined, 1, 'a-9')?.attacks).toHaveLength(1);
  });

  it('takes migraine alone away from what was told beside it, and leaves the rest as open as it was', () => {
    const turned = (part: object, before = { ...day1(), attacks: [attack('a-1', part)] }) =>
      withMigraineTurned(day, before, 'a-9')?.attacks[0];
    expect(withMigraineTurned(day, two, 'a-9')).toBeNull();
    expect(withMigraineTurned(day, undefined, 'a-9')?.attacks.map(({ id }) => id)).toEqual(['a-9']);
    expect(withMigraineTurned(day, withoutHeadache(day, undefined), 'a-9')?.attacks.map(({ id }) => id)).toEqual([
      'a-9',
    ]);
    // All were asked about: what is left is a list, and nothing becomes unknown.
    expect(turned({ features: ['believed-migraine', 'aura'] })).toEqual(attack('a-1', { features: ['aura'] }));
    expect(turned({ features: ['believed-migraine'] })).toEqual(attack('a-1', { features: [] }));
    expect(turned({ features: ['aura'] })).toEqual(attack('a-1', { features: ['aura', 'believed-migraine'] }));
    // Some were not asked about: those stay so, and migraine is told.
    expect(turned({ features: ['aura'], notAsked: ['nausea', 'believed-migraine'] })).toEqual(
      attack('a-1', { features: ['aura', 'believed-migraine'], notAsked: ['nausea'] }),
    );
    expect(turned({ features: ['aura'], notAsked: ['believed-migraine'] })).toEqual(
      attack('a-1', { features: ['aura', 'believed-migraine'] }),
    );
    expect(turned({ features: ['aura', 'believed-migraine'], notAsked: ['nausea'] })).toEqual(
      attack('a-1', { features: ['aura'], notAsked: ['nausea'] }),
    );
  });

  it('on a feature or a medicine takes back that one, and asks about all', () => {
    const some = attack('a-1', { features: ['aura', 'nausea'], notAsked: ['vomiting'] });
    expect(withFeatureTurned(some, 'nausea')).toEqual(attack('a-1', { features: ['aura'] }));
    expect(withNoFeature(some)).toEqual(attack('a-1', { features: [] }));
    const took: DiaryDay = { ...day1(), acute: ['triptan', 'opioid'], acuteNotAsked: ['aspirin'] };
    expect(withMedicineTurned(took, 'opioid')).toEqual({ ...day1(), acute: ['triptan'] });
    expect(withMedicineTold(took, 'aspirin')).toEqual({ ...day1(), acute: ['triptan', 'opioid', 'aspirin'] });
  });

  it('on a medicine or on none does nothing to a day of which nothing is recorded', () => {
    expect([withMedicineTold(undefined, 'triptan'), withNoMedicine(undefined)]).toEqual([null, null]);
    expect(withNoMedicine(day1())).toEqual({ ...day1(), acute: [] });
    expect(withNoMedicine({ ...day1(), acute: [] })).toEqual(day1());
  });

  it('on something missed leaves the others, but in full for by half', () => {
    const missed: DiaryDay = { ...day1(), missed: ['social', 'housework-half'], missedNotAsked: ['work'] };
    expect(withMissedTurned(missed, 'housework')).toEqual({ ...day1(), missed: ['social', 'housework'] });
    expect(withMissedTurned(missed, 'social')).toEqual({ ...day1(), missed: ['housework-half'] });
    expect(withNothingMissed(missed)).toEqual({ ...day1(), missed: [] });
    expect(withNothingMissed({ ...day1(), missed: [] })).toEqual(day1());
  });

  it('on the note keeps it without blanks around, and no blank one', () => {
    expect(withNote(day1(), ' rain\n')).toEqual({ ...day1(), note: 'rain' });
    expect(withNote({ ...day1(), note: 'rain' }, '  ')).toEqual(day1());
  });

  it('leaves two records the same but for their ids, the order of what was chosen, and empty fields', () => {
    const full: DiaryDay = {
      ...day1(),
      attacks: [attack('a-1', { hours: 3, severity: 1, features: ['aura', 'nausea'], notAsked: ['vomiting'] })],
      acute: ['triptan', 'opioid'],
      missed: ['work', 'social'],
      note: 'rain',
    };
    const turned: DiaryDay = {
      ...full,
      attacks: [attack('a-7', { hours: 3, severity: 1, features: ['nausea', 'aura'], notAsked: ['vomiting'] })],
      acute: ['opioid', 'triptan'],
      acuteNotAsked: [],
      missed: ['social', 'work'],
      missedNotAsked: [],
    };
    expect(saysTheSame(full, turned)).toBe(true);
    expect(saysTheSame(day1(), { ...day1('a-7'), note: '' })).toBe(true);
    const others: readonly Partial<DiaryDay>[] = [
      ...[{ hours: 4 }, { severity: 2 }, { features: ['aura'] }, { features: null }, { notAsked: [] }].map((part) => ({
        attacks: full.attacks.map((one) => ({ ...one, ...part }) as typeof one),
      })),
      { attacks: [] },
      { acute: ['triptan'] },
      { acute: null },
      { acuteNotAsked: ['aspirin'] },
      { missed: ['work'] },
      { missed: null },
      { missedNotAsked: ['housework'] },
      { note: 'sun' },
      { day: '2026-03-02' },
    ];
    for (const other of others) expect(saysTheSame(full, { ...full, ...other }), JSON.stringify(other)).toBe(false);
  });
});

describe('a diary', () => {
  it('goes on to the next day that was not recorded, and to none that has not come', () => {
    const diary = { ...emptyDiary('p-1'), days: [withoutHeadache('2026-03-02', undefined)] };
    expect(nextUnrecorded(diary, '2026-03-01', '2026-03-05')).toBe('2026-03-03');
    expect(nextUnrecorded(diary, '2026-03-01', '2026-03-02')).toBeNull();
  });

  it('counts its days either way, over months and leap years', () => {
    expect([dayFrom('2028-03-01', -1), dayFrom('2026-01-01', -400), dayFrom('2024-11-27', 400)]).toEqual([
      '2028-02-29',
      '2024-11-27',
      '2026-01-01',
    ]);
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
