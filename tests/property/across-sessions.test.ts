import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/ledger/entry';
import { safetyChecks } from '../../src/protocol/safety-checks';
import { units } from '../../src/protocol/words';
import { type Finding, inTheWayOf, standsInTheWay } from '../../src/record/finding';
import type { ChartedSession, DrugTotals } from '../../src/record/needles';
import type { PastSession, ToldDoses } from '../../src/record/past-session';
import { historyOf } from '../../src/record/patients';
import { signingProblems } from '../../src/record/signing-problems';
import { emptyVisit, type OtherToxin, type Visit } from '../../src/record/visit';
import { beforeFirstNeedle } from '../../src/record/visit-findings';
import { plainLength, plainShift, written } from '../support/plain-calendar';
import { give, planned, sampleVial, skip } from '../support/sample-sessions';
import { readyVisit } from '../support/sample-visits';

const seed = 20_261_203;
const today = '2027-05-31';
const now = `${today}T12:00:00+02:00`;
const onDay = (back: number): string => `${plainShift(today, -back)}T12:00:00+02:00`;

const session = (change: Partial<ChartedSession>): ChartedSession => ({
  id: 'today',
  patient: { id: 'p-1' },
  startedAt: `${today}T11:30:00+02:00`,
  vials: [{ ...sampleVial, lot: 'C1234', expiry: '2027-12', reconstitutedAt: `${today}T11:40:00+02:00` }],
  entries: planned,
  visit: readyVisit(),
  ...change,
});
const only = <K extends Finding['kind']>(all: readonly Finding[], kind: K) =>
  all.filter((one): one is Extract<Finding, { kind: K }> => one.kind === kind);

/** Days back: mostly about the 84 of the window and of the interval. Below 0 lies ahead of the clock. */
const back = fc.oneof(fc.integer({ min: 80, max: 88 }), fc.integer({ min: -3, max: 200 }));
const amounts = fc.oneof(
  fc.constantFrom(155, 195, 245, 245.001, 244.999, 50),
  fc.integer({ min: 0, max: 260_000 }).map((n) => n / 1000),
);
const pastSessions = fc.array(
  fc.record({
    back,
    thousandths: amounts.map((n) => Math.round(n * 1000)),
    product: fc.constantFrom('onabotulinumtoxinA', 'Botox 100 U', 'abobotulinumtoxinA'),
    mine: fc.constantFrom(true, true, true, false),
    noNeedle: fc.constantFrom(false, false, false, true),
  }),
  { maxLength: 4 },
);
type Past = typeof pastSessions extends fc.Arbitrary<infer T> ? T : never;
const asPast = (all: Past): readonly PastSession[] =>
  all.map((one, n) => ({
    id: `s-${String(n)}`,
    patient: one.mine ? 'p-1' : 'p-2',
    at: onDay(one.back),
    product: one.product,
    units: one.thousandths / 1000,
    signed: n % 2 === 0,
    ...(one.noNeedle ? { noNeedle: true as const } : {}),
  }));
const isOurs = (product: string): boolean => product !== 'abobotulinumtoxinA';

const told = fc.array(
  fc.record({
    // Mostly of one day, so that it is told twice.
    back: fc.oneof(fc.constant(20), fc.integer({ min: -2, max: 100 })),
    thousandths: fc.integer({ min: 1, max: 150_000 }),
    in: fc.nat({ max: 2 }),
  }),
  { maxLength: 4 },
);

describe('the dose in three months', () => {
  const cases = fc.record({
    past: pastSessions,
    told,
    /** Units up to which it was set aside before; none where null. */
    aside: fc.option(fc.constantFrom(400, 401, 450, 1000), { nil: null }),
  });

  it('is what was injected in the 84 days before, here and elsewhere, told once however often, and asks only above 400 units', () => {
    let asked = 0;
    fc.assert(
      fc.property(cases, ({ past, told: doses, aside }) => {
        const elsewhere = (at: number) =>
          doses
            .filter((one) => one.in === at)
            .map((one) => ({ units: one.thousandths / 1000, day: plainShift(today, -one.back) }));
        const visit: Visit = {
          ...readyVisit(),
          elsewhere: elsewhere(0),
          overrides:
            aside === null
              ? []
              : [{ rule: 'cumulative-dose', units: aside, reason: 'weighed', at: now, by: 'Dr A. Example' }],
        };
        const earlierTold = [1, 2].map(
          (n): ToldDoses => ({ id: `t-${String(n)}`, patient: 'p-1', elsewhere: elsewhere(n), otherToxins: [] }),
        );
        const history = { ...historyOf([], 'p-1'), past: asPast(past), told: earlierTold };
        const [found] = only(beforeFirstNeedle(session({ visit }), history, now), 'cumulative-dose');

        // In thousandths of a unit. The plan of today is 155 U. A session ahead of the clock counts as well.
        let before = 0;
        for (const one of past) if (one.mine && isOurs(one.product) && one.back < 84) before += one.thousandths;
        const byDay = new Map<number, number>();
        for (const day of new Set(doses.map((one) => one.back).filter((n) => n >= 0 && n < 84)))
          for (const at of [0, 1, 2]) {
            let sum = 0;
            for (const one of doses) if (one.back === day && one.in === at) sum += one.thousandths;
            byDay.set(day, Math.max(byDay.get(day) ?? 0, sum));
          }
        for (const sum of byDay.values()) before += sum;

        const all = before + 155_000;
        expect(found !== undefined, `${String(all)} thousandths`).toBe(all > 400_000);
        if (found === undefined) return;
        asked += 1;
        expect([found.earlier, found.thisSession, found.total].map((n) => Math.round(n * 1000))).toEqual([
          before,
          155_000,
          all,
        ]);
        expect(found.overridden !== null).toBe(aside !== null && all <= aside * 1000);
        expect(standsInTheWay(found)).toBe(found.overridden === null);
        expect(found.doses.reduce((sum, one) => sum + Math.round(one.units * 1000), 0)).toBe(before);
      }),
      { seed, numRuns: 120 },
    );
    expect(asked).toBeGreaterThan(20);
  });
});

describe('the time since the last session', () => {
  it('is told where less than 84 days have passed since the last needle with the drug, and counted in days of the calendar', () => {
    fc.assert(
      fc.property(pastSessions, (past) => {
        const history = { ...historyOf([], 'p-1'), past: asPast(past) };
        const found = only(beforeFirstNeedle(session({}), history, now), 'interval-short');
        const needles = past
          .filter((one) => one.mine && isOurs(one.product) && !one.noNeedle && one.thousandths > 0 && one.back >= 0)
          .map((one) => one.back);
        const last = Math.min(...needles);
        expect(found.map(({ days }) => days)).toEqual(last < 84 ? [last] : []);
      }),
      { seed, numRuns: 120 },
    );
  });

  it('is unknown of what lies ahead of the clock or could not be read, and that is told', () => {
    fc.assert(
      fc.property(pastSessions, fc.option(fc.nat({ max: 3 }), { nil: null }), (past, unread) => {
        const history = { ...historyOf([], 'p-1'), past: asPast(past), unread };
        const found = beforeFirstNeedle(session({}), history, now);
        const ahead = past.flatMap((one, n) => (one.mine && one.back < 0 ? [`s-${String(n)}`] : []));
        expect(only(found, 'session-from-the-future').map((one) => one.session)).toEqual(ahead);
        expect(only(found, 'history-unread').map(({ records }) => records)).toEqual(unread === 0 ? [] : [unread]);
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe('another toxin', () => {
  const earlier = (months: number): string => {
    let [year, month, date] = [2027, 5, 31];
    for (let n = 0; n < months; n += 1) [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    date = Math.min(date, plainLength(year, month));
    return written(year, month, date);
  };
  const since = earlier(4);

  it('is told for four months from its day, listed in its own units and never added to ours', () => {
    const toxins = fc.array(
      fc.record({
        by: fc.integer({ min: -4, max: 4 }),
        units: fc.integer({ min: 1, max: 900 }),
        dated: fc.boolean(),
        now: fc.boolean(),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(toxins, (some) => {
        const listed = some.map(
          (one, n): OtherToxin => ({
            product: `toxin ${String(n)}`,
            units: one.units,
            ...(one.dated ? { when: plainShift(since, one.by) } : {}),
          }),
        );
        const here = listed.filter((_, n) => some[n]?.now === true);
        const before = listed.filter((_, n) => some[n]?.now === false);
        const history = {
          ...historyOf([], 'p-1'),
          told: [{ id: 't-1', patient: 'p-1', elsewhere: [], otherToxins: before }],
        };
        const found = beforeFirstNeedle(session({ visit: { ...readyVisit(), otherToxins: here } }), history, now);
        // What has no day is told when it is said, and asked about anew the next time.
        const recent = some.flatMap((one, n) =>
          (one.dated ? one.by >= 0 : one.now) ? [`toxin ${String(n)} ${String(one.units)}`] : [],
        );
        expect(
          only(found, 'other-toxin')
            .map((one) => `${one.product} ${String(one.units)}`)
            .toSorted(),
        ).toEqual(recent.toSorted());
        expect(only(found, 'cumulative-dose')).toEqual([]);
      }),
      { seed, numRuns: 80 },
    );
  });
});

describe('nothing is injected', () => {
  const answer = fc.oneof(
    { arbitrary: fc.constant('no' as const), weight: 16 },
    { arbitrary: fc.constantFrom('yes', 'yes', 'left-open', null), weight: 3 },
  );
  const answers = fc.array(answer, {
    minLength: safetyChecks.length,
    maxLength: safetyChecks.length,
  });
  const visits = fc.record({
    answers,
    known: fc.boolean(),
    consent: fc.constantFrom('given', 'withdrawn', 'never'),
  });
  const visitOf = ({
    answers: given,
    known,
    consent,
  }: typeof visits extends fc.Arbitrary<infer T> ? T : never): Visit => ({
    ...emptyVisit,
    indication: { id: 'chronic-migraine' },
    checks: safetyChecks.flatMap(({ id }, n) => {
      const answer = given[n] ?? null;
      return answer === null ? [] : [{ check: id, answer, at: now, by: 'Dr A. Example' }];
    }),
    ...(known ? { identified: { at: now, by: 'Dr A. Example', identifiers: ['name', 'photo'] as const } } : {}),
    ...(consent === 'never' ? {} : { consent: { given: consent === 'given', at: now, by: 'Dr A. Example' } }),
  });

  it('before every check was answered, the patient is known and has agreed, nor past a check that forbids it', () => {
    const nothing = historyOf([], 'p-1');
    fc.assert(
      fc.property(visits, (one) => {
        const found = beforeFirstNeedle(session({ visit: visitOf(one) }), nothing, now);
        const forbids = safetyChecks.some(({ effect }, n) => effect === 'blocks' && one.answers[n] === 'yes');
        const mayBegin = !one.answers.includes(null) && one.known && one.consent === 'given' && !forbids;
        expect(inTheWayOf(found, sampleVial.id).length === 0).toBe(mayBegin);
        const open = safetyChecks.filter((_, n) => one.answers[n] === 'left-open').map(({ id }) => id);
        expect(only(found, 'check-left-open').map(({ check }) => check)).toEqual(open);
        const levels = found.map(({ level }) => ['stop', 'override', 'warn'].indexOf(level));
        expect(levels).toEqual(levels.toSorted());
      }),
      { seed, numRuns: 100 },
    );
  });

  it('and what was nevertheless is signed only with an account of it', () => {
    const cases = fc.record({
      visit: visits,
      /** Of the planned sites: given, skipped, or left as they are. */
      sites: fc.array(fc.constantFrom('give', 'skip', 'give', 'skip', 'give', 'skip', null), {
        minLength: planned.length,
        maxLength: planned.length,
      }),
      /** Of the checks that forbid it, those that are accounted for. */
      accounted: fc.subarray(safetyChecks.filter(({ effect }) => effect === 'blocks').map(({ id }) => id)),
      wasted: fc.boolean(),
      described: fc.boolean(),
    });
    let signable = 0;
    fc.assert(
      fc.property(cases, fc.boolean(), ({ visit: asked, sites, accounted, wasted, described }, finished) => {
        const end = finished ? sites.map((one) => one ?? 'skip') : sites;
        const visit = finished ? { ...asked, answers: asked.answers.map((one) => one ?? 'no'), known: true } : asked;
        const said = visitOf(finished && visit.consent === 'never' ? { ...visit, consent: 'given' } : visit);
        const blocked = safetyChecks.filter(({ effect }, n) => effect === 'blocks' && visit.answers[n] === 'yes');
        const open = blocked.filter(({ id }) => !accounted.includes(id));
        const entries: readonly Entry[] = [
          ...planned,
          ...planned.flatMap(({ site }, n): readonly Entry[] => {
            const what = end[n] ?? null;
            return what === null ? [] : [{ ...(what === 'give' ? give(100 + n, site) : skip(100 + n, site)), at: now }];
          }),
        ];
        const given = end.filter((one) => one === 'give').length;
        const left = 200 - 5 * given;
        const bare = { ...sampleVial, reconstitutedAt: `${today}T11:40:00+02:00` };
        const charted = session({
          entries,
          ...(described ? {} : { vials: [bare] }),
          visit: {
            ...said,
            overrides: accounted.map((check) => ({
              rule: 'given-despite-check',
              check,
              reason: 'seen late',
              at: now,
              by: 'Dr A. Example',
            })),
          },
        });
        const totals: DrugTotals = {
          planned: units(155),
          given: units(5 * given),
          sitesPlanned: end.filter((one) => one !== 'skip').length,
          sitesGiven: given,
          byVial: new Map([[sampleVial.id, { left: wasted ? 0 : left }]]),
        };
        const found = beforeFirstNeedle(charted, historyOf([], 'p-1'), now);
        const problems = signingProblems(charted, totals, found);
        const signs =
          !end.includes(null) &&
          !visit.answers.includes(null) &&
          visit.known &&
          said.consent !== undefined &&
          (wasted || left === 0) &&
          described &&
          (given === 0 || open.length === 0);
        if (signs) signable += 1;
        expect(problems.map(({ kind }) => kind).length === 0, JSON.stringify(problems)).toBe(signs);
        expect(problems.filter(({ kind }) => kind === 'account-missing')).toHaveLength(given > 0 ? open.length : 0);
      }),
      { seed, numRuns: 80 },
    );
    expect(signable).toBeGreaterThan(2);
  });
});
