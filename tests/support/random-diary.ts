import fc from 'fast-check';
import type { Diary } from '../../src/outcomes/diary';
import { acuteIds, type Attack, type DiaryDay, featureIds, missedIds } from '../../src/outcomes/diary-day';

/** What was told of some things: a list, what of them was not asked, or nothing at all. */
const told = <T extends string>(all: readonly T[]) =>
  fc.array(fc.constantFrom(true, false, null), { minLength: all.length, maxLength: all.length }).map((answers) => {
    const notAsked = all.filter((_, i) => answers[i] === null);
    return notAsked.length === all.length
      ? { list: null, notAsked: [] }
      : { list: all.filter((_, i) => answers[i] === true), notAsked };
  });

const attack = fc
  .record({
    hours: fc.option(fc.integer({ min: 1, max: 24 }).map((quarters) => quarters / 4)),
    severity: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
    features: told(featureIds),
  })
  .map(
    ({ hours, severity, features: { list, notAsked } }): Omit<Attack, 'id'> => ({
      hours,
      severity,
      features: list,
      ...(notAsked.length === 0 ? {} : { notAsked }),
    }),
  );

/** Notes that try a spreadsheet, and any other. */
const note = fc.oneof(
  fc.constantFrom('=1+1', "'=1", "''-x", '@a', 'a,"b"\r\nc', '\tq', '+49', '; x', "'a", 'line\nline'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
);

const someDay = fc
  .record({
    attacks: fc.array(attack, { maxLength: 3 }),
    acute: told(acuteIds),
    missed: told(missedIds),
    note: fc.option(note),
  })
  .map(
    ({ attacks, acute, missed, note: said }): Omit<DiaryDay, 'day'> => ({
      attacks: attacks.map((one, i) => ({ id: `a-${String(i)}`, ...one })),
      acute: acute.list,
      ...(acute.notAsked.length === 0 ? {} : { acuteNotAsked: acute.notAsked }),
      missed: missed.list,
      ...(missed.notAsked.length === 0 ? {} : { missedNotAsked: missed.notAsked }),
      ...(said === null ? {} : { note: said }),
    }),
  );

/** A diary with gaps, two attacks a day, and questions that nobody asked. */
export const randomDiary: fc.Arbitrary<Diary> = fc
  .uniqueArray(
    fc.tuple(fc.date({ min: new Date('2024-01-01'), max: new Date('2026-11-30'), noInvalidDate: true }), someDay),
    {
      maxLength: 12,
      selector: ([date]) => date.toISOString().slice(0, 10),
    },
  )
  .map((days) => ({
    version: 1,
    patient: 'p-1',
    days: days
      .map(([date, day]) => ({ day: date.toISOString().slice(0, 10), ...day }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  }));
