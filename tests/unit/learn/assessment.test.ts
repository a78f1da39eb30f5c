import { describe, expect, it } from 'vitest';
import { type Assessment, assessmentLimits, figuresOf, judge, resultOf } from '../../../src/learn/assessment';
import { assessmentQuestions } from '../../../src/learn/assessment-questions';
import { assessmentTask } from '../../../src/learn/assessment-task';
import { classResults } from '../../../src/learn/class-results';
import type { Score, ScoredPin } from '../../../src/learn/exam';
import { resultWith, sampleAssessment, samplePass, takenBy } from '../../support/sample-assessments';

const judged = (assessment: Assessment, result = resultWith(assessment)) => judge(assessment, result);
const failing = (assessment: Assessment, result = resultWith(assessment)) =>
  judged(assessment, result)
    .why.filter(({ met }) => !met)
    .map(({ kind, found, wanted }) => ({ kind, found, wanted }));

describe('an assessment', () => {
  it('asks the same sites wherever it is taken, and others with another seed', () => {
    const here = assessmentTask(sampleAssessment());
    const there = assessmentTask(JSON.parse(JSON.stringify(sampleAssessment())) as Assessment);
    expect(there).toEqual(here);
    expect(here.groups.flatMap(({ asked }) => asked)).toHaveLength(10);
    const others = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(assessmentTask(sampleAssessment({ seed }))));
    expect(new Set(others).size).toBe(5);
  });

  it('asks the sites that it has always asked: certificates of before are held against them', () => {
    expect(assessmentTask(sampleAssessment()).groups.map(({ asked }) => asked)).toMatchInlineSnapshot(`
      [
        [
          "procerus-M",
        ],
        [
          "frontalis-L-2",
        ],
        [
          "temporalis-L-2",
          "temporalis-L-3",
          "temporalis-L-4",
        ],
        [
          "occipitalis-L-2",
        ],
        [
          "paraspinal-L-1",
          "paraspinal-L-2",
        ],
        [
          "trapezius-L-1",
          "trapezius-L-3",
        ],
      ]
    `);
  });
});

describe('the verdict', () => {
  const whole = sampleAssessment();

  it('is passed where every pin is on its site, and says each thing that was set with its figure', () => {
    const { passed, why } = judged(whole);
    expect(passed).toBe(true);
    expect(why.map(({ kind, found, wanted, of }) => [kind, found, wanted, of])).toEqual([
      ['placed', 10, 10, 10],
      ['within', 10, 8, 10],
      ['mean', 1, 6, null],
      ['side', 0, 0, 10],
      ['zones', 0, 1, null],
      ['time', 86_000, 300_000, null],
    ]);
  });

  it('counts a site at the limit as found, and one a tenth beyond it as not', () => {
    expect(failing(whole, resultWith(whole, [5, 5, 5]))).toEqual([]);
    expect(failing(whole, resultWith(whole, [5.1, 5.1, 5]))).toEqual([]);
    expect(failing(whole, resultWith(whole, [5.1, 5.1, 5.1]))).toEqual([{ kind: 'within', found: 7, wanted: 8 }]);
  });

  it('is not passed with a site left out, however near the others are', () => {
    expect(failing(whole, resultWith(whole, [null]))).toEqual([{ kind: 'placed', found: 9, wanted: 10 }]);
  });

  it('does not count a pin in another muscle or on the other side as found', () => {
    const strict = sampleAssessment({ pass: { ...samplePass, rightMuscle: true } });
    const off = resultWith(strict, [], (site, n) => (n === 0 ? { ...site, rightMuscle: false } : site));
    expect(judged(strict, off).why.find(({ kind }) => kind === 'within')?.found).toBe(9);
    expect(failing(strict, off)).toEqual([{ kind: 'muscle', found: 1, wanted: 0 }]);
    expect(failing(whole, off)).toEqual([]);
    const across = resultWith(whole, [], (site, n) => (n < 3 ? { ...site, rightSide: false } : site));
    expect(failing(whole, across).map(({ kind }) => kind)).toEqual(['within', 'side']);
  });

  it('weighs mean, danger zones, questions and time only where they were set', () => {
    const asking = sampleAssessment({ questions: 5 });
    const poor = {
      ...resultWith(asking, [40, 40], (site, n) => (n < 2 ? { ...site, zones: ['orbital-rim', 'lung-apex'] } : site)),
      questions: { asked: 5, right: 3 },
      tookMs: 300_500,
    };
    expect(failing(asking, poor).map(({ kind }) => kind)).toEqual(['mean', 'zones', 'questions', 'time']);
    const easy = sampleAssessment({ limitMinutes: null, pass: { ...samplePass, meanMm: null, zones: null } });
    expect(failing(easy, { ...poor, questions: { asked: 0, right: 0 } })).toEqual([]);
  });

  it('needs 8 of 10 for four fifths and 25 of 31, and never one more for the sake of rounding', () => {
    for (const [share, count, wanted] of [
      [0.8, 10, 8],
      [0.7, 10, 7],
      [0.8, 31, 25],
      [0.29, 31, 9],
      [0.55, 20, 11],
      [1, 31, 31],
      [0, 31, 0],
    ] as const) {
      const assessment = sampleAssessment({ side: 'both', count, pass: { ...samplePass, share } });
      expect(judged(assessment).why.find(({ kind }) => kind === 'within')?.wanted, String(share)).toBe(wanted);
    }
  });
});

describe('a pin that its rule allows, off the point of the map', () => {
  it('is a site found; mean and worst stay those to the point, and the same goes for a class', () => {
    const exam = sampleAssessment();
    const within = resultWith(exam, [9], (site, n) => (n === 0 ? { ...site, ruleMm: 0 } : site));
    expect(figuresOf(exam, within)).toMatchObject({ within: 10, worst: { mm: 9 } });
    expect(figuresOf(exam, resultWith(exam, [9])).within).toBe(9);
    const [results] = classResults([takenBy('Demo, Ada', '2026-11-20T09:00:00+01:00', within, exam)]);
    const first = results?.sites.find(({ site }) => site === within.sites[0]?.site);
    expect(first).toMatchObject({ overNear: 0, overFar: 0, worstMm: 9 });
  });
});

describe('what is kept of a score', () => {
  it('is every site that was asked for, its distance as it is shown, and each zone once', () => {
    const task = assessmentTask(sampleAssessment({ muscles: ['frontalis'], count: 2 }));
    const [first, second] = task.groups.flatMap(({ asked }) => asked);
    const zone = { zone: 'orbital-rim', inside: true };
    const pin = {
      site: second,
      mm: 4.96,
      off: { upMm: -4.949, alongMm: 0.251, toward: 'lateral' },
      fromRule: { mm: 1.04, off: { upMm: -1, alongMm: 0.251, toward: 'lateral' } },
      rightMuscle: true,
      rightSide: true,
      zones: [zone, zone],
    };
    const score: Score = { task, pins: [pin as unknown as ScoredPin], missed: [first ?? ''], tookMs: 1000.4 };
    expect(resultOf(score, { asked: 0, right: 0 })).toEqual({
      sites: [
        { site: first, mm: null, off: null, rightMuscle: false, rightSide: false, zones: [] },
        {
          site: second,
          mm: 5,
          ruleMm: 1,
          off: { upMm: -4.9, alongMm: 0.3, toward: 'lateral' },
          rightMuscle: true,
          rightSide: true,
          zones: ['orbital-rim'],
        },
      ],
      questions: { asked: 0, right: 0 },
      tookMs: 1000,
    });
  });
});

describe('the questions of an assessment', () => {
  it('are the same wherever it is taken, others with another seed, and as many as were set', () => {
    const asked = (seed: number) => assessmentQuestions({ seed, questions: 8 });
    expect(asked(3)).toEqual(asked(3));
    expect(asked(3)).not.toEqual(asked(4));
    for (let seed = 0; seed < 200; seed += 1)
      expect(assessmentQuestions({ seed, questions: assessmentLimits.questions }), String(seed)).toHaveLength(
        assessmentLimits.questions,
      );
  });

  it('fail nobody by what was not read in a sound source', () => {
    for (let seed = 0; seed < 50; seed += 1)
      for (const { topic, because } of assessmentQuestions({ seed, questions: assessmentLimits.questions })) {
        expect(topic).not.toBe('cases');
        expect([...new Set(because.map(({ evidence }) => evidence))]).toEqual(['confirmed']);
      }
  });
});
