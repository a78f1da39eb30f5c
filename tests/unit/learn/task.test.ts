import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinsAsked, planTask, sitesToChooseFrom, taskOf } from '../../../src/learn/task';
import { muscles, sessionTotals } from '../../../src/protocol/paradigm';

const all = {
  map: 'preempt-2017',
  head: 'standard',
  muscles: muscles.map(({ id }) => id),
  count: null,
  seed: 1,
} as const;

describe('a placement task', () => {
  it('of the whole map asks for every site once, in protocol order, and shows none', () => {
    const task = planTask({ ...all, side: 'both' });
    expect(pinsAsked(task)).toBe(sessionTotals.fixedSites);
    expect(task.groups.flatMap(({ shown }) => shown)).toEqual([]);
    expect(task.groups.map(({ muscle, side }) => `${muscle} ${side}`)[0]).toBe('corrugator left');
    expect(task.groups.map(({ muscle, side }) => `${muscle} ${side}`).at(-1)).toBe('trapezius right');
  });

  it('of one side has no site of the other, and keeps the midline', () => {
    const sites = sitesToChooseFrom({ muscles: all.muscles, side: 'left' });
    expect(sites.some(({ side }) => side === 'right')).toBe(false);
    expect(sites.filter(({ side }) => side === 'midline')).toHaveLength(1);
    expect(2 * sites.length - 1).toBe(sessionTotals.fixedSites);
  });

  it('of some sites shows the others of their muscle and side, so that what is missing can be told', () => {
    const { groups } = taskOf('preempt-2017', 'standard', ['temporalis-L-3']);
    expect(groups).toEqual([
      {
        muscle: 'temporalis',
        side: 'left',
        asked: ['temporalis-L-3'],
        shown: ['temporalis-L-1', 'temporalis-L-2', 'temporalis-L-4'],
      },
    ]);
    expect(() => taskOf('preempt-2017', 'standard', ['temporalis-L-9'])).toThrow(RangeError);
  });

  it('follows from its seed: the same again, and seldom the same from another', () => {
    const chosen = (seed: number) =>
      planTask({ ...all, side: 'both', count: 10, seed }).groups.flatMap(({ asked }) => asked);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(chosen(seed)).toEqual(chosen(seed));
        expect(chosen(seed)).toHaveLength(10);
      }),
      { numRuns: 50 },
    );
    expect(new Set(Array.from({ length: 40 }, (_, seed) => chosen(seed).join())).size).toBeGreaterThan(30);
  });
});
