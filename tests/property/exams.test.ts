import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, judge, type SiteResult } from '../../src/learn/assessment';
import { classResults, sameLearner } from '../../src/learn/class-results';
import { siteRating } from '../../src/learn/site-rating';
import { planTask } from '../../src/learn/task';
import { fixedSites } from '../../src/protocol/fixed-sites';
import { muscles } from '../../src/protocol/paradigm';
import { plainShift } from '../support/plain-calendar';
import { sampleAssessment } from '../support/sample-assessments';

const seed = 20_261_208;
const today = '2027-06-10';

/** Tenths of a millimetre, mostly about the limits. */
const tenths = fc.oneof(fc.constantFrom(0, 24, 25, 26, 49, 50, 51, 99, 100, 101), fc.nat({ max: 400 }));
const results = fc.array(
  fc.record({
    tenths: fc.option(tenths, { nil: null }),
    rightMuscle: fc.constantFrom(true, true, true, false),
    rightSide: fc.constantFrom(true, true, true, false),
    zones: fc.constantFrom(0, 0, 1, 2),
  }),
  { minLength: 1, maxLength: 10 },
);
type Results = typeof results extends fc.Arbitrary<infer T> ? T : never;
const zoneNames = ['orbital-rim', 'lung-apex'] as const;
const sitesOf = (all: Results): readonly SiteResult[] =>
  all.map(({ tenths: far, rightMuscle, rightSide, zones }, n) => ({
    site: fixedSites[n]?.id ?? '',
    mm: far === null ? null : far / 10,
    off: null,
    rightMuscle,
    rightSide,
    zones: zoneNames.slice(0, zones),
  }));

describe('an exam', () => {
  const marks = fc.record({
    within: fc.constantFrom(25, 50, 100),
    /** Percent. */
    share: fc.constantFrom(0, 50, 70, 80, 100),
    mean: fc.option(fc.constantFrom(30, 60, 100), { nil: null }),
    rightMuscle: fc.boolean(),
    rightSide: fc.boolean(),
    zones: fc.option(fc.nat({ max: 3 }), { nil: null }),
    limit: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
    questions: fc.nat({ max: 10 }),
    right: fc.nat({ max: 10 }),
    tookMs: fc.oneof(fc.nat({ max: 400_000 }), fc.constantFrom(60_499, 60_500, 120_000, 179_999)),
  });

  it('is passed exactly where everything that was set is reached, and says of each by how much', () => {
    let passed = 0;
    fc.assert(
      fc.property(results, marks, (all, set) => {
        const assessment = sampleAssessment({
          limitMinutes: set.limit,
          questions: set.questions,
          pass: {
            withinMm: set.within / 10,
            share: set.share / 100,
            meanMm: set.mean === null ? null : set.mean / 10,
            rightMuscle: set.rightMuscle,
            rightSide: set.rightSide,
            zones: set.zones,
            questions: set.share / 100,
          },
        });
        const right = Math.min(set.right, set.questions);
        const result = { sites: sitesOf(all), questions: { asked: set.questions, right }, tookMs: set.tookMs };
        const verdict = judge(assessment, result);
        const figures = figuresOf(assessment, result);

        let [placed, found, sum, zones, wrongMuscle, wrongSide] = [0, 0, 0, 0, 0, 0];
        for (const one of all) {
          if (one.tenths === null) continue;
          placed += 1;
          sum += one.tenths;
          zones += one.zones;
          if (!one.rightMuscle) wrongMuscle += 1;
          if (!one.rightSide) wrongSide += 1;
          if (one.tenths <= set.within && one.rightMuscle && one.rightSide) found += 1;
        }
        expect([figures.placed, figures.within, figures.wrongMuscle, figures.wrongSide, figures.zones]).toEqual([
          placed,
          found,
          wrongMuscle,
          wrongSide,
          zones,
        ]);
        if (placed > 0) {
          expect(Math.abs((figures.meanMm ?? 0) * 10 - sum / placed)).toBeLessThan(0.5 + 1e-6);
          expect(figures.worst?.mm).toBe(Math.max(...all.map((one) => one.tenths ?? -1)) / 10);
        } else expect([figures.meanMm, figures.worst]).toEqual([null, null]);
        const share = (count: number, of: number): boolean => count * 100 >= set.share * of;
        // A mean is judged as it is told, in tenths: half a tenth above still reads as the limit.
        const mean = placed > 0 && 2 * sum < (2 * (set.mean ?? 0) + 1) * placed;
        const seconds = Math.floor((set.tookMs + 500) / 1000);
        const met: Record<string, boolean> = {
          placed: placed === all.length,
          within: share(found, all.length),
          ...(set.mean === null ? {} : { mean }),
          ...(set.rightMuscle ? { muscle: wrongMuscle === 0 } : {}),
          ...(set.rightSide ? { side: wrongSide === 0 } : {}),
          ...(set.zones === null ? {} : { zones: zones <= set.zones }),
          ...(set.questions === 0 ? {} : { questions: share(right, set.questions) }),
          ...(set.limit === null ? {} : { time: seconds <= set.limit * 60 }),
        };
        expect(Object.fromEntries(verdict.why.map(({ kind, met: is }) => [kind, is]))).toEqual(met);
        expect(verdict.passed).toBe(!Object.values(met).includes(false));
        if (verdict.passed) passed += 1;
      }),
      { seed, numRuns: 150 },
    );
    expect(passed).toBeGreaterThan(0);
  });

  it('counts for the repetition of a site by its distance as it is told, and not at all elsewhere', () => {
    const far = fc.oneof(fc.constantFrom(2500, 2549, 2550, 5049, 5050, 10_049, 10_050), fc.nat({ max: 20_000 }));
    fc.assert(
      fc.property(far, fc.boolean(), fc.boolean(), (micrometres, rightMuscle, rightSide) => {
        const told = Math.floor((micrometres + 50) / 100);
        const rating = siteRating({ mm: micrometres / 1000, rightMuscle, rightSide });
        const byDistance = told <= 25 ? 'easy' : told <= 50 ? 'good' : told <= 100 ? 'hard' : 'again';
        expect(rating).toBe(rightMuscle && rightSide ? byDistance : 'again');
      }),
      { seed, numRuns: 200 },
    );
    expect(siteRating({ mm: null, rightMuscle: true, rightSide: true })).toBe('again');
  });

  it('asks as many sites of the muscles and sides that were chosen as there are, each once, and shows the others of their groups', () => {
    const choices = fc.record({
      muscles: fc.subarray(muscles.map(({ id }) => id)),
      side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
      count: fc.option(fc.nat({ max: 34 }), { nil: null }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(choices, (choice) => {
        const { groups } = planTask({ map: 'preempt-2017', head: 'standard', ...choice });
        const asked = groups.flatMap((group) => group.asked);
        const other = choice.side === 'left' ? '-R' : '-L';
        const open = fixedSites
          .map(({ id }) => id)
          .filter((id) => choice.muscles.some((muscle) => id.startsWith(muscle)))
          .filter((id) => choice.side === 'both' || !id.includes(other));
        expect(asked).toHaveLength(choice.count === null ? open.length : Math.min(choice.count, open.length));
        expect(asked.every((id) => open.includes(id))).toBe(true);
        expect(new Set(asked).size).toBe(asked.length);
        for (const { muscle, side, asked: own, shown } of groups) {
          const all = fixedSites.filter((site) => site.muscle === muscle && site.side === side).map(({ id }) => id);
          expect([...own, ...shown].toSorted()).toEqual(all.toSorted());
        }
      }),
      { seed, numRuns: 50 },
    );
  });
});

describe('the results of a class', () => {
  it('count of each learner the last attempt alone, and of each site everyone who was asked for it', () => {
    const taken = fc.array(
      fc.record({
        learner: fc.constantFrom('Ada', ' ada ', 'Bo', 'BO', 'Cy'),
        result: results,
        day: fc.nat({ max: 60 }),
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(taken, (all) => {
        const certificates = all.map(({ learner, result, day }, n) => ({
          id: `c-${String(n)}`,
          learner,
          takenAt: `${plainShift(today, -day)}T09:00:0${String(n)}Z`,
          assessment: sampleAssessment(),
          key: 'k',
          result: { sites: sitesOf(result), questions: { asked: 0, right: 0 }, tookMs: 1000 },
        }));
        const [told, ...more] = classResults([...certificates, ...certificates]);
        expect(more).toEqual([]);
        const last = new Map<string, number>();
        for (const [n, one] of all.entries()) {
          const name = one.learner.trim().toLowerCase();
          const before = last.get(name);
          const isLater =
            before === undefined || one.day < (all[before]?.day ?? 0) || (one.day === all[before]?.day && n > before);
          if (isLater) last.set(name, n);
          expect(sameLearner(one.learner)).toBe(name);
        }
        expect(told?.learners).toBe(last.size);
        expect(
          told?.rows
            .filter(({ counts }) => counts)
            .map((row) => row.taken.id)
            .toSorted(),
        ).toEqual([...last.values()].map((n) => `c-${String(n)}`).toSorted());
        for (const site of told?.sites ?? []) {
          const far = [...last.values()].flatMap((n) => {
            const found = sitesOf(all[n]?.result ?? []).find((one) => one.site === site.site);
            return found === undefined ? [] : [found.mm === null ? null : Math.round(found.mm * 10)];
          });
          const placed = far.filter((mm) => mm !== null);
          expect([site.placed, site.missed]).toEqual([placed.length, far.length - placed.length]);
          const over = (limit: number): number => far.filter((mm) => mm === null || mm > limit).length;
          expect(Math.round(site.overNear * far.length)).toBe(over(50));
          expect(Math.round(site.overFar * far.length)).toBe(over(100));
          const middle = placed.toSorted((a, b) => a - b);
          if (middle.length > 0) {
            const half = (middle.length - 1) / 2;
            const sum = (middle[Math.floor(half)] ?? 0) + (middle[Math.ceil(half)] ?? 0);
            expect((site.medianMm ?? 0) * 20).toBeCloseTo(sum, 6);
          } else expect(site.medianMm).toBeNull();
        }
      }),
      { seed, numRuns: 40 },
    );
  });
});
