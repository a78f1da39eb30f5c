import { describe, expect, it } from 'vitest';
import { hit6Band, isHit6Total } from '../../../src/outcomes/hit6';
import { midasGrade, midasProblem, midasSum } from '../../../src/outcomes/midas';

describe('MIDAS', () => {
  it('is the sum of its five answers, without items A and B', () => {
    expect(midasSum({ answers: [3, 5, 4, 6, 2] })).toBe(20);
  });

  it('has grades from 0, 6, 11 and 21', () => {
    expect([0, 5, 6, 10, 11, 20, 21, 270].map(midasGrade)).toEqual(['I', 'I', 'II', 'II', 'III', 'III', 'IV', 'IV']);
  });

  it('holds no more days than were asked about: at work, in the household, in company', () => {
    expect(midasProblem([40, 50, 90, 0, 90])).toBeNull();
    expect(midasProblem([41, 50, 0, 0, 0])).toEqual({ kind: 'more-than-days', answers: [0, 1], most: 90 });
    expect(midasProblem([0, 0, 1, 90, 0])).toEqual({ kind: 'more-than-days', answers: [2, 3], most: 90 });
    expect(midasProblem([0, 0, 0, 0, 91])).toEqual({ kind: 'more-than-days', answers: [4], most: 90 });
    expect(midasProblem([0, -1, 0, 0, 0])).toEqual({ kind: 'not-days', answer: 1 });
    expect(midasProblem([0, 0, 0, 2.5, 0])).toEqual({ kind: 'not-days', answer: 3 });
  });
});

describe('HIT-6', () => {
  it('is a whole total from 36 to 78', () => {
    expect([35, 36, 78, 79, 50.5, Number.NaN].map(isHit6Total)).toEqual([false, true, true, false, false, false]);
  });

  it('has bands from 36, 50, 56 and 60', () => {
    expect([36, 49, 50, 55, 56, 59, 60, 78, 79].map(hit6Band)).toEqual([
      'little',
      'little',
      'some',
      'some',
      'substantial',
      'substantial',
      'severe',
      'severe',
      null,
    ]);
  });
});
