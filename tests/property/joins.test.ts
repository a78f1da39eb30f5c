import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLearning, joinMonths, joinTours, union } from '../../src/learn/learning-join';
import type { Review } from '../../src/learn/review';
import { scheduleOf } from '../../src/learn/schedule';
import type { Diary } from '../../src/outcomes/diary';
import { parseDiary } from '../../src/outcomes/diary';
import { joinDiaries } from '../../src/outcomes/diary-join';
import { emptyFile, parsePatientFile, type PatientFile } from '../../src/outcomes/patient-file';
import { joinFiles } from '../../src/outcomes/patient-file-join';
import { muscles } from '../../src/protocol/paradigm';
import { mergedState, type SendState } from '../../src/record/outbox';
import { randomDiary } from '../support/random-diary';

const seed = 20_261_209;

describe('two diaries of a patient, joined', () => {
  /** Two that have days in common: what of one diary each of the two holds, and a few days that one of them changed. */
  const pairs = fc
    .record({
      whole: randomDiary,
      other: randomDiary,
      parts: fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
    })
    .map(({ whole, other, parts }) => {
      const of = (mask: number): Diary => ({
        ...whole,
        days: whole.days.flatMap((day, n) => {
          const part = parts[n] ?? 3;
          if ((part & mask) === 0) return [];
          // Some that both have are told otherwise there.
          const told = other.days[n];
          return [part === 3 && mask === 2 && n % 2 === 0 && told !== undefined ? { ...told, day: day.day } : day];
        }),
      });
      return [of(1), of(2)] as const;
    });
  const told = (diary: Diary, day: string): string => {
    const found = diary.days.find((one) => one.day === day);
    if (found === undefined) return 'nothing';
    const { attacks, ...rest } = found;
    const sorted = (list: readonly string[] | null | undefined) => list?.toSorted() ?? null;
    return JSON.stringify([
      attacks.map(({ hours, severity, features, notAsked }) => [hours, severity, sorted(features), sorted(notAsked)]),
      ...[rest.acute, rest.acuteNotAsked, rest.missed, rest.missedNotAsked].map(sorted),
      rest.note ?? '',
    ]);
  };

  it('hold each day that either has, once and whole, and name the days that are told in two ways', () => {
    let differing = 0;
    fc.assert(
      fc.property(pairs, fc.constantFrom('here' as const, 'there' as const), ([here, there], take) => {
        const { diary, differ } = joinDiaries(here, there, take);
        const days = [...new Set([...here.days, ...there.days].map(({ day }) => day))].toSorted();
        expect(diary.days.map(({ day }) => day)).toEqual(days);
        expect(parseDiary(diary).ok).toBe(true);
        const open: string[] = [];
        for (const day of days) {
          const [ours, theirs] = [told(here, day), told(there, day)];
          const both = ours !== 'nothing' && theirs !== 'nothing';
          if (both && ours !== theirs) open.push(day);
          expect(told(diary, day)).toBe(ours === 'nothing' || (both && take === 'there') ? theirs : ours);
        }
        expect(differ).toEqual(open);
        differing += open.length;
        // Joined again nothing changes, and what is here stays the very diary where nothing is added.
        expect(joinDiaries(diary, there, take === 'there' ? 'here' : take).diary).toBe(diary);
        expect(joinDiaries(here, here, take)).toEqual({ diary: here, differ: [] });
      }),
      { seed, numRuns: 80 },
    );
    expect(differing).toBeGreaterThan(5);
  });
});

describe('what is kept of a patient in two places, joined', () => {
  const words = fc.constantFrom('a', 'b', 'c');
  const plan = (n: number, reason: string) => ({
    id: `d-${String(n)}`,
    day: '2027-03-01',
    weeks: 12,
    reason,
    at: '2027-03-01T10:00:00Z',
    by: 'Dr A. Example',
  });
  const files: fc.Arbitrary<PatientFile> = fc
    .record({
      plans: fc.uniqueArray(fc.tuple(fc.nat({ max: 4 }), words), { maxLength: 4, selector: ([n]) => n }),
      preventives: fc.uniqueArray(fc.tuple(fc.nat({ max: 4 }), words), { maxLength: 3, selector: ([n]) => n }),
      rule: fc.option(fc.constantFrom('nice-ta260' as const, 'ehf-2018' as const), { nil: null }),
      five: fc.option(fc.constantFrom('yes' as const, 'no' as const), { nil: null }),
      later: fc.option(words, { nil: null }),
    })
    .map(({ plans, preventives, rule, five, later }) => ({
      ...emptyFile({ id: 'p-1', label: 'Demo' }),
      history: {
        preventives: preventives.map(([n, name]) => ({ id: `p-${String(n)}`, name, outcome: 'failed' as const })),
        ...(five === null ? {} : { fiveAttacks: five }),
      },
      ...(rule === null ? {} : { rule }),
      plans: plans.map(([n, reason]) => plan(n, reason)),
      // As a later version may have written it.
      ...(later === null ? {} : { 'x-later': { word: later } }),
    }));
  const byId = (list: readonly { readonly id: string }[]) => new Map(list.map((one) => [one.id, JSON.stringify(one)]));

  it('loses nothing that only one of them knows, has each entry once, and differs where one is told in two ways', () => {
    fc.assert(
      fc.property(files, files, fc.constantFrom('here' as const, 'there' as const), (here, there, take) => {
        const { file, differs } = joinFiles(here, there, take);
        expect(parsePatientFile(file).ok).toBe(true);
        const [first, second] = take === 'here' ? [here, there] : [there, here];
        let open = false;
        for (const list of [(one: PatientFile) => one.plans, (one: PatientFile) => one.history.preventives] as const) {
          const [joined, mine, theirs] = [byId(list(file)), byId(list(first)), byId(list(second))];
          expect(joined).toEqual(new Map([...theirs, ...mine]));
          expect(list(file)).toHaveLength(joined.size);
          open ||= [...mine].some(([id, text]) => theirs.has(id) && theirs.get(id) !== text);
        }
        const rules = [first.rule, second.rule].filter((one) => one !== undefined);
        const fives = [first.history.fiveAttacks, second.history.fiveAttacks].filter((one) => one !== undefined);
        expect([file.rule, file.history.fiveAttacks]).toEqual([rules[0], fives[0]]);
        const later = [first, second].flatMap((one) => ('x-later' in one ? [JSON.stringify(one['x-later'])] : []));
        expect('x-later' in file ? JSON.stringify(file['x-later']) : undefined).toBe(later[0]);
        open ||= [rules, fives, later].some(([a, b]) => b !== undefined && a !== b);
        expect(differs).toBe(open);
        expect(joinFiles(file, there, 'here').file).toBe(file);
      }),
      { seed, numRuns: 80 },
    );
  });
});

describe('what was learned in two places, joined', () => {
  const rows = fc
    .array(fc.nat({ max: 9 }), { maxLength: 8 })
    .map((all) => [...new Set(all)].map((n) => ({ id: `r-${String(n)}` })));

  it('is every row of either once, in the order that is here, and the very list where nothing is missing', () => {
    fc.assert(
      fc.property(rows, rows, rows, (a, b, c) => {
        const both = union(a, [...b, ...b]);
        expect(both.slice(0, a.length)).toEqual(a);
        expect(new Set(both.map(({ id }) => id))).toEqual(new Set([...a, ...b].map(({ id }) => id)));
        expect(new Set(both.map(({ id }) => id)).size).toBe(both.length);
        expect(union(both, b)).toBe(both);
        const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).toSorted();
        expect(ids(union(union(a, b), c))).toEqual(ids(union(a, union(c, b))));
      }),
      { seed, numRuns: 80 },
    );
  });

  it('gives the same schedule whichever place it is joined in', () => {
    const reviews = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.constantFrom('again' as const, 'good' as const)), {
      maxLength: 8,
    });
    const month = (all: typeof reviews extends fc.Arbitrary<infer T> ? T : never) => ({
      version: 1 as const,
      learner: 'l-1',
      reviews: [...new Map(all).keys()].map(
        (n): Review => ({
          id: `r-${String(n)}`,
          card: n % 2 === 0 ? 'fact:a' : 'fact:b',
          rating: n % 3 === 0 ? 'again' : 'good',
          at: `2027-05-${String(n + 1).padStart(2, '0')}T09:00:00Z`,
        }),
      ),
      placements: [],
    });
    fc.assert(
      fc.property(reviews, reviews, (one, other) => {
        const [here, there] = [month(one), month(other)];
        const [a, b] = [joinMonths(here, there), joinMonths(there, here)];
        const now = '2027-06-10T12:00:00Z';
        expect(scheduleOf(a.reviews, now)).toEqual(scheduleOf(b.reviews, now));
        expect(joinMonths(a, there)).toBe(a);
        expect(joinLearning(here, there)).toEqual(a);
        expect(joinLearning(here, { ...there, learner: 'l-2' })).toBeNull();
      }),
      { seed, numRuns: 60 },
    );
  });

  it('keeps each muscle that was gone through in either, and where it was left here', () => {
    const tours = fc.record({
      done: fc.subarray(muscles.map(({ id }) => id)),
      at: fc.option(
        fc.record({ muscle: fc.constantFrom(...muscles.map(({ id }) => id)), step: fc.constantFrom('where', 'dose') }),
        { nil: null },
      ),
    });
    fc.assert(
      fc.property(tours, tours, (here, there) => {
        const joined = joinTours(here, there);
        expect(joined.done.toSorted()).toEqual([...new Set([...here.done, ...there.done])].toSorted());
        expect(joined.at).toEqual(here.at === null ? there.at : here.at);
        expect(joinTours(joined, there)).toBe(joined);
      }),
      { seed, numRuns: 80 },
    );
  });
});

describe('two accounts of what was sent', () => {
  it('keep what was acknowledged of this very version, and believe this device in the rest', () => {
    const states: fc.Arbitrary<SendState | null> = fc.option(
      fc
        .record({ kind: fc.constantFrom('sent', 'failed', 'sending'), hash: fc.constantFrom('h', 'other', undefined) })
        .map(({ kind, hash }): SendState => {
          const about = { at: '2027-03-01T10:00:00Z', where: 'https://fhir.example', hash };
          if (kind === 'sent') return { ...about, kind };
          return kind === 'failed'
            ? { ...about, kind, tries: 1, retryAt: 0, why: 'offline' }
            : { ...about, kind: 'sending', tries: 1 };
        }),
      { nil: null },
    );
    fc.assert(
      fc.property(states, states, fc.constantFrom('h', null), (here, other, hash) => {
        const kept = mergedState(here, other, hash);
        const isOurs = (one: SendState | null): boolean => one?.kind === 'sent' && (hash === null || one.hash === 'h');
        if (isOurs(here) || isOurs(other)) expect(isOurs(kept)).toBe(true);
        else expect(kept).toBe(here);
      }),
      { seed, numRuns: 80 },
    );
  });
});
