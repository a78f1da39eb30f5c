import { describe, expect, it } from 'vitest';
import type { Score, ScoredPin } from '../../../src/learn/exam';
import { nearness, summarize } from '../../../src/learn/summary';
import { taskOf } from '../../../src/learn/task';
import { scoredPin } from '../../support/scored-pin';

const score = (pins: readonly ScoredPin[], missed: readonly string[] = []): Score => ({
  task: taskOf('preempt-2017', 'standard', [...pins.map(({ site }) => site), ...missed]),
  pins,
  missed,
  tookMs: 80_000,
});

describe('the figures of a score', () => {
  it('are those worked by hand', () => {
    const found = summarize(
      score([
        scoredPin('temporalis-L-1', { mm: 2 }),
        scoredPin('temporalis-L-3', { mm: 11.9 }),
        scoredPin('occipitalis-L-1', { mm: 5.04 }),
      ]),
    );
    expect([found.near, found.of]).toEqual([2, 3]);
    expect(found.meanMm).toBeCloseTo(18.94 / 3);
    expect(found.worst?.site).toBe('temporalis-L-3');
    expect(found.byMuscle.map(({ muscle, meanMm }) => [muscle, meanMm])).toEqual([
      ['temporalis', 6.95],
      ['occipitalis', 5.04],
    ]);
  });

  it('count a pin on the wrong side or in the wrong muscle as no hit, however near', () => {
    const found = summarize(
      score([
        scoredPin('procerus-M', { mm: 1, rightMuscle: false }),
        scoredPin('corrugator-L', { mm: 3, rightSide: false }),
      ]),
    );
    expect(found.near).toBe(0);
    expect(found.wrongMuscle).toHaveLength(1);
    expect(found.wrongSide).toHaveLength(1);
  });

  it('count a site without a pin among those asked for, and take no mean over it', () => {
    const found = summarize(score([scoredPin('frontalis-L-1', { mm: 4 })], ['frontalis-L-2']));
    expect([found.near, found.of, found.meanMm]).toEqual([1, 2, 4]);
    expect(summarize(score([], ['frontalis-L-2']))).toMatchObject({ near: 0, of: 1, meanMm: null, worst: null });
  });

  it('judge a distance as it is told, in tenths', () => {
    expect([5.04, 5.06, 10.04, 10.06].map(nearness)).toEqual(['near', 'off', 'off', 'far']);
  });
});
