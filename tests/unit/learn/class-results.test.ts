import { describe, expect, it } from 'vitest';
import { classResults } from '../../../src/learn/class-results';
import { askedSites, resultWith, sampleAssessment, takenBy } from '../../support/sample-assessments';

const exam = sampleAssessment();
const [first, second, third] = askedSites(exam);
const day = (n: number, hour = 9): string => `2026-11-${String(n)}T${String(hour).padStart(2, '0')}:00:00+01:00`;
const one = (results: ReturnType<typeof classResults>) => {
  const [only] = results;
  if (only === undefined || results.length > 1) throw new Error(`${String(results.length)} assessments`);
  return only;
};

describe('the results of a class', () => {
  it('are a row a certificate, with verdict and figures, the latest first', () => {
    const results = one(
      classResults([
        takenBy('Demo, Ada', day(20), resultWith(exam, [2, 4, 12]), exam),
        takenBy('Demo, Ben', day(21), resultWith(exam, [6, 6, 6]), exam),
      ]),
    );
    expect(results.rows.map(({ taken, verdict, figures }) => [taken.learner, verdict.passed, figures.within])).toEqual([
      ['Demo, Ben', false, 7],
      ['Demo, Ada', true, 9],
    ]);
    expect(results.rows[1]?.figures.worst).toEqual({ site: third, mm: 12 });
    expect([results.learners, results.passed]).toEqual([2, 1]);
  });

  it('count the last certificate of a learner, and show the earlier ones', () => {
    const results = one(
      classResults([
        takenBy('Demo, Ada', day(20), resultWith(exam, [30]), exam),
        takenBy(' demo,  ada', day(22), resultWith(exam, [2]), exam),
        takenBy('Demo, Ben', day(21), resultWith(exam, [4]), exam),
      ]),
    );
    expect(results.rows.map(({ taken, counts }) => [taken.takenAt, counts])).toEqual([
      [day(22), true],
      [day(21), true],
      [day(20), false],
    ]);
    expect(results.learners).toBe(2);
    expect(results.sites.find(({ site }) => site === first)?.meanMm).toBe(3);
  });

  it('take a certificate once, however often it is given', () => {
    const same = takenBy('Demo, Ada', day(20), resultWith(exam), exam);
    expect(one(classResults([same, same])).rows).toHaveLength(1);
  });

  it('keep assessments apart that differ in anything, such as the pass mark', () => {
    const easier = sampleAssessment({ pass: { ...exam.pass, share: 0.1 } });
    const results = classResults([
      takenBy('Demo, Ada', day(20), resultWith(exam), exam),
      takenBy('Demo, Ben', day(21), resultWith(easier), easier),
    ]);
    expect(results.map(({ rows }) => rows.map(({ taken }) => taken.learner))).toEqual([['Demo, Ben'], ['Demo, Ada']]);
  });

  it('tell of each site its mean, median, worst and how many were far off, the worst site first', () => {
    const results = one(
      classResults([
        takenBy('A', day(20), resultWith(exam, [2, 5, 20]), exam),
        takenBy('B', day(20, 10), resultWith(exam, [4, 10.1, null]), exam),
        takenBy('C', day(20, 11), resultWith(exam, [9, 5.1, 22]), exam),
        takenBy('D', day(20, 12), resultWith(exam, [1, 1, 1]), exam),
      ]),
    );
    expect(results.sites.slice(0, 3)).toEqual([
      expect.objectContaining({ site: third, placed: 3, missed: 1, medianMm: 20, worstMm: 22, overNear: 0.75 }),
      expect.objectContaining({ site: second, placed: 4, missed: 0, overNear: 0.5, overFar: 0.25 }),
      expect.objectContaining({ site: first, meanMm: 4, medianMm: 3, worstMm: 9, overNear: 0.25, overFar: 0 }),
    ]);
    expect(results.sites[0]?.meanMm).toBeCloseTo(43 / 3, 10);
  });

  it('put a site that nobody placed before all others', () => {
    const results = one(classResults([takenBy('A', day(20), resultWith(exam, [30, null]), exam)]));
    expect(results.sites[0]).toEqual({
      site: second,
      placed: 0,
      missed: 1,
      meanMm: null,
      medianMm: null,
      worstMm: null,
      overNear: 1,
      overFar: 1,
      direction: null,
    });
  });

  it('rank a site that most left out before one that all placed a little off', () => {
    const left = (n: number) => takenBy(`L${String(n)}`, day(20, 10 + n), resultWith(exam, [8, null]), exam);
    const found = takenBy('F', day(20), resultWith(exam, [8, 1]), exam);
    const results = one(classResults([found, left(1), left(2)]));
    expect(results.sites[0]).toMatchObject({ site: second, placed: 1, missed: 2, meanMm: 1 });
  });

  it('tell which way the class is off: opposite ways cancel out, a common one stays', () => {
    const off = (upMm: number, alongMm: number, toward: 'forward' | 'back') =>
      resultWith(exam, [5], (site, n) => (n === 0 ? { ...site, off: { upMm, alongMm, toward } } : site));
    const results = one(
      classResults([
        takenBy('A', day(20), off(-4, 6, 'back'), exam),
        takenBy('B', day(20, 10), off(-8, 2, 'forward'), exam),
      ]),
    );
    expect(results.sites.find(({ site }) => site === first)?.direction).toEqual({
      upMm: -6,
      alongMm: 2,
      toward: 'back',
    });
  });
});
