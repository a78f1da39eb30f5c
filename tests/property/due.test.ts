import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duePatient, groupsOf, openChecks } from '../../src/outcomes/due-list';
import { type EffectCheck, sideEffectIds } from '../../src/record/side-effects';
import { effectProblem, reportsBefore } from '../../src/outcomes/effects';
import { emptyFile, type PlanEntry } from '../../src/outcomes/patient-file';
import { decisionsOf, planOf, withoutPlan, withPlan } from '../../src/outcomes/plans';
import { dueOf, intervalsOf } from '../../src/outcomes/schedule';
import { treatmentsOf } from '../../src/outcomes/treatments';
import type { ListedSession } from '../../src/record/listing';
import { units } from '../../src/protocol/words';
import { plainBetween, plainShift, someDay } from '../support/plain-calendar';

const seed = 20_261_205;
const today = '2028-03-15';

/** Days back from today; below 0 a clock put it ahead. */
const backs = fc.array(fc.oneof(fc.integer({ min: 78, max: 102 }), fc.integer({ min: -5, max: 400 })), {
  maxLength: 4,
});
/** What was decided: so many weeks, an end, or an earlier decision taken back; made so many days ago, at an hour. */
const decisions = fc.array(
  fc.record({
    what: fc.constantFrom('weeks', 'weeks', 'weeks', 'end', 'back'),
    weeks: fc.integer({ min: 4, max: 20 }),
    back: fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 1 })),
    // Some of one moment: then whichever stands last counts.
    hour: fc.oneof(fc.constant(9), fc.nat({ max: 23 })),
    of: fc.nat({ max: 5 }),
  }),
  { maxLength: 5 },
);
type Decisions = typeof decisions extends fc.Arbitrary<infer T> ? T : never;
const entriesOf = (all: Decisions): readonly PlanEntry[] =>
  all.map(({ what, weeks, back, hour, of }, n): PlanEntry => {
    const day = plainShift(today, -back);
    const made = {
      id: `d-${String(n)}`,
      day,
      at: `${day}T${String(hour).padStart(2, '0')}:00:00Z`,
      by: 'Dr A. Example',
    };
    if (what === 'back') return { ...made, takesBack: `d-${String(of)}` };
    return what === 'end' ? { ...made, ended: true, reason: 'moves away' } : { ...made, weeks, reason: 'wears off' };
  });
/** The decision that counts, found by going through all of them: made since the last treatment, the latest, not taken back. */
function counting(all: Decisions, treated: number | null): Decisions[number] | null {
  let best: { readonly one: Decisions[number]; readonly key: number } | null = null;
  for (const [n, one] of all.entries()) {
    if (one.what === 'back' || (treated !== null && one.back > treated)) continue;
    if (all.some((other) => other.what === 'back' && other.of === n)) continue;
    const key = (1000 - one.back) * 100 + one.hour;
    if (best === null || key >= best.key) best = { one, key };
  }
  return best?.one ?? null;
}

describe('the next treatment', () => {
  const cases = fc.record({ backs, decisions, early: fc.nat({ max: 30 }) });

  it('is due 84 days after the last one, or after the weeks that were decided since; it may be booked so many days before, and is none once it was ended', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(cases, ({ backs: all, decisions: made, early }) => {
        const due = dueOf({
          treatments: all.map((back) => plainShift(today, -back)),
          today,
          plans: entriesOf(made),
          earlyDays: early,
        });
        const come = all.filter((back) => back >= 0);
        const since = Math.min(...come);
        const plan = come.length === 0 ? null : counting(made, since);
        expect(due === null).toBe(come.length === 0 || plan?.what === 'end');
        if (due === null) return;
        const days = plan === null ? 84 : 7 * plan.weeks;
        const left = days - since;
        const state = left < 0 ? 'overdue' : left === 0 ? 'due' : left <= early ? 'early' : 'waiting';
        seen.set(state, (seen.get(state) ?? 0) + 1);
        expect(plainBetween(today, due.due)).toBe(left);
        expect([due.state, due.inDays, due.overdueBy]).toEqual([state, left, left < 0 ? -left : 0]);
        expect([due.soonerThanStandard, due.plan?.weeks ?? null]).toEqual([days < 84, plan?.weeks ?? null]);
        // Never before the treatment itself.
        expect(plainBetween(due.treated, due.early)).toBe(Math.max(0, days - early));
        // Seven days are a week of their own, the first is week 1; the list of those over time begins with 14 full weeks.
        expect(due.week > since / 7 && due.week - 1 <= since / 7).toBe(true);
        expect(due.slump).toBe(since >= 98);
        expect(plainBetween(due.treated, due.slumpFrom)).toBe(98);
      }),
      { seed, numRuns: 100 },
    );
    for (const state of ['overdue', 'due', 'early', 'waiting']) expect(seen.get(state) ?? 0, state).toBeGreaterThan(0);
  });

  it('follows the decision that counts, and each other one says why it does not; none is ever lost', () => {
    fc.assert(
      fc.property(decisions, fc.option(fc.nat({ max: 60 }), { nil: null }), (made, treated) => {
        const all = entriesOf(made);
        const listed = decisionsOf(all, treated === null ? null : plainShift(today, -treated));
        const now = counting(made, treated);
        const expected = made.flatMap((one, n): readonly string[] => {
          if (one.what === 'back') return [];
          if (made.some((other) => other.what === 'back' && other.of === n)) return [`d-${String(n)} taken-back`];
          if (treated !== null && one.back > treated) return [`d-${String(n)} earlier`];
          return [`d-${String(n)} ${one === now ? 'counts' : 'replaced'}`];
        });
        expect(listed.map(({ decision, stands }) => `${decision.id} ${stands}`).toReversed()).toEqual(expected);
      }),
      { seed, numRuns: 120 },
    );
  });

  it('is planned in whole weeks from 4 to 52 with a reason, and taking it back makes a file no shorter', () => {
    const typed = fc.record({
      weeks: fc.oneof(
        fc.integer({ min: 0, max: 60 }).map(String),
        fc.constantFrom('', '12.5', 'x', '-4', ' 10 ', '1e1'),
      ),
      units: fc.oneof(fc.integer({ min: 0, max: 250 }).map(String), fc.constantFrom('', ' ', '5.5', 'many')),
      reason: fc.constantFrom('wears off', '', '  '),
    });
    const made = { id: 'd-9', day: today, at: `${today}T10:00:00Z`, by: 'Dr A. Example' };
    fc.assert(
      fc.property(typed, (one) => {
        const planned = planOf(one, 195, made);
        const number = (text: string): number => (/^[0-9]+$/.test(text.trim()) ? Number(text) : Number.NaN);
        const weeks = number(one.weeks) >= 4 && number(one.weeks) <= 52;
        const dose = one.units.trim() === '' || number(one.units) <= 195;
        expect(planned.ok).toBe(weeks && dose && one.reason.trim() !== '');
        if (!planned.ok) {
          expect(planned.problem).toBe(weeks ? (dose ? 'reason' : 'units') : 'weeks');
          return;
        }
        const file = withPlan(emptyFile({ id: 'p-1', label: 'Demo' }), planned.plan);
        const back = { ...made, id: 'd-10', takesBack: 'd-9' };
        expect(withPlan(file, planned.plan)).toEqual(file);
        const gone = withoutPlan(file, back);
        expect(gone.plans).toEqual([...file.plans, back]);
        expect(withoutPlan(gone, back)).toBe(gone);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('leaves times between treatments that add up to the time from the first to the last', () => {
    fc.assert(
      fc.property(fc.array(someDay, { maxLength: 6 }), (days) => {
        const between = intervalsOf(days);
        const once = [...new Set(days)].toSorted();
        expect(between.map(({ from }) => from)).toEqual(once.slice(0, -1));
        expect(between.map(({ to }) => to)).toEqual(once.slice(1));
        let sum = 0;
        for (const { days: many } of between) sum += many;
        expect(sum).toBe(once.length < 2 ? 0 : plainBetween(once[0] ?? '', once.at(-1) ?? ''));
        expect(between.every(({ days: many }) => many > 0)).toBe(true);
      }),
      { seed, numRuns: 100 },
    );
  });
});

const sessions = fc.array(
  fc.record({
    back: fc.integer({ min: -3, max: 300 }),
    injected: fc.constantFrom(true, true, false),
    other: fc.constantFrom(false, false, true),
    /** Occasions on which somebody asked, and what was said then. */
    asked: fc.subarray(['two-weeks', 'six-weeks', 'call'] as const),
    effects: fc.array(fc.constantFrom(...sideEffectIds), { maxLength: 1 }),
  }),
  { maxLength: 6, size: 'max' },
);
type Sessions = typeof sessions extends fc.Arbitrary<infer T> ? T : never;
const listedOf = (all: Sessions): readonly ListedSession[] =>
  all.map(
    ({ back, injected, other }, n): ListedSession => ({
      kind: 'session',
      id: `s-${String(n)}`,
      patient: { id: 'p-1', label: 'Demo' },
      // No two begin at one moment.
      startedAt: `${plainShift(today, -back)}T08:0${String(n)}:00Z`,
      ...(injected ? { firstNeedleAt: `${plainShift(today, -back)}T09:0${String(n)}:00Z` } : {}),
      ...(other ? { indication: { id: 'other', text: 'tics' } } : {}),
      signed: true,
      map: 'preempt-2017',
      given: units(injected ? 155 : 0),
      vials: [],
      elsewhere: [],
      otherToxins: [],
      savedAt: `${today}T08:00:00Z`,
    }),
  );
const checksOf = (all: Sessions): readonly EffectCheck[] =>
  all.flatMap(({ asked, effects }, n) =>
    asked.map(
      (occasion): EffectCheck => ({
        id: `c-${String(n)}-${occasion}`,
        session: `s-${String(n)}`,
        occasion,
        day: today,
        effects: effects.map((effect) => ({ id: `e-${String(n)}`, effect, sites: [] })),
        at: `${today}T10:00:00Z`,
        by: 'Dr A. Example',
      }),
    ),
  );

describe('after a session', () => {
  it('counts as a treatment only what was injected for migraine, and the two checks come 14 and 42 days after the last of them', () => {
    let checked = 0;
    fc.assert(
      fc.property(sessions, (all) => {
        const listed = listedOf(all);
        const treats = all.flatMap((one, n) => (one.injected && !one.other ? [{ ...one, n }] : []));
        expect(new Set(treatmentsOf(listed).map(({ id }) => id))).toEqual(
          new Set(treats.map(({ n }) => `s-${String(n)}`)),
        );
        const one = duePatient(
          listed,
          { patient: { id: 'p-1', label: 'Demo' }, effects: checksOf(all), plans: [] },
          { today, earlyDays: 7 },
        );
        const come = treats.filter(({ back }) => back >= 0);
        expect(one === null).toBe(come.length === 0);
        if (one === null) return;
        const least = Math.min(...come.map(({ back }) => back));
        const last = come.filter(({ back }) => back === least).at(-1);
        expect(one.last.id).toBe(`s-${String(last?.n)}`);
        const expected = (
          [
            ['two-weeks', 14],
            ['six-weeks', 42],
          ] as const
        ).map(([id, after]) => {
          const asked = last?.asked.some((occasion) => occasion === id) === true;
          return `${id} ${plainShift(one.due.treated, after)} ${asked ? 'asked' : least >= after ? 'open' : 'to-come'}`;
        });
        expect(one.checks.map(({ id, day, state }) => `${id} ${day} ${state}`)).toEqual(expected);
        checked += openChecks(one).length;
        if (least >= 84) expect(openChecks(one)).toEqual([]);
        const groups = groupsOf(one);
        expect(groups.includes('overdue')).toBe(least > 84);
        expect(groups.includes('week')).toBe(least >= 78 && least <= 84);
        expect(groups.includes('later')).toBe(groups.length === 1 && least < 77 && openChecks(one).length === 0);
      }),
      { seed, numRuns: 120 },
    );
    expect(checked).toBeGreaterThan(10);
  });

  it('is told what was reported after the last ones, and anything urgent however long ago it was', () => {
    const urgent = ['swallowing', 'breathing', 'speaking', 'general-weakness', 'allergic-reaction'];
    let longAgo = 0;
    fc.assert(
      fc.property(sessions, (all) => {
        const next = { id: 'new', startedAt: `${today}T23:00:00Z` };
        const told = reportsBefore({ effects: checksOf(all) }, listedOf(all), next);
        const before = all
          .flatMap((one, n) => (one.injected && one.back >= 0 ? [{ ...one, n }] : []))
          .toSorted((a, b) => a.back - b.back || b.n - a.n);
        const heard = before.filter((one, n) => n === 0 || (one.asked.length > 0 && one.effects.length > 0));
        const shown = heard.filter(
          (one, n) => n < 2 || (one.asked.length > 0 && one.effects.some((effect) => urgent.includes(effect))),
        );
        longAgo += Math.max(0, shown.length - 2);
        expect(told.map(({ session }) => session.id)).toEqual(shown.map(({ n }) => `s-${String(n)}`));
      }),
      { seed, numRuns: 120 },
    );
    expect(longAgo).toBeGreaterThan(0);
  });

  it('takes an effect of days that have come, from the session on, and gone no earlier than it began', () => {
    const day = fc.oneof(fc.integer({ min: -30, max: 5 }), fc.constantFrom(-21, -20, -5, 0, 1), fc.constant(null));
    const whole = fc.record({
      began: day,
      gone: day,
      asked: fc.integer({ min: -30, max: 5 }),
      effect: fc.constantFrom('neck-pain', 'other'),
      note: fc.constantFrom('', ' ', 'stiff'),
    });
    fc.assert(
      fc.property(whole, fc.boolean(), ({ began, gone: other, asked, effect, note }, sameDay) => {
        const gone = sameDay ? began : other;
        const on = (by: number): string => plainShift(today, by);
        const problem = effectProblem(
          {
            effect,
            note,
            ...(began === null ? {} : { began: on(began) }),
            ...(gone === null ? {} : { gone: on(gone) }),
          },
          on(asked),
          { session: on(-20), today },
        );
        const sound = (by: number | null): boolean => by === null || (by >= -20 && by <= 0);
        const fine =
          sound(began) &&
          sound(gone) &&
          (began === null || gone === null || gone >= began) &&
          (effect !== 'other' || note.trim() !== '') &&
          sound(asked);
        expect(problem === null).toBe(fine);
      }),
      { seed, numRuns: 120 },
    );
  });
});
