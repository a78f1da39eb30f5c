import { describe, expect, it } from 'vitest';
import type { KeptPlacement, TourKept } from '../../../src/learn/learning';
import { joinMonths, joinTours, union } from '../../../src/learn/learning-join';
import type { MonthDocument } from '../../../src/learn/learning-schema';

describe('two copies of what was learned', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id }));

  it('have every row once, those from here first, and are the very list where nothing is missing', () => {
    const here = [a!, b!];
    expect(union(here, [c!, b!, c!])).toEqual([a, b, c]);
    expect(union(here, [b!])).toBe(here);
    expect(union([], [a!])).toEqual([a]);
  });

  it('have gone through what either has, and are where this one was left', () => {
    const at = { muscle: 'procerus', step: 'why' } as const;
    const there = { muscle: 'frontalis', step: 'where' } as const;
    const here: TourKept = { at, done: ['corrugator'] };
    expect(joinTours(here, { at: there, done: ['corrugator', 'frontalis'] })).toEqual({
      at,
      done: ['corrugator', 'frontalis'],
    });
    expect(joinTours(here, { at: there, done: [] })).toBe(here);
    expect(joinTours({ at: null, done: [] }, { at: there, done: [] })).toEqual({ at: there, done: [] });
    expect(joinTours({ at: null, done: [] }, { at: there, done: ['frontalis'] })).toEqual({
      at: there,
      done: ['frontalis'],
    });
  });

  it('have the reviews and the placements of either in a month', () => {
    const review = (id: string) => ({ id }) as unknown as MonthDocument['reviews'][number];
    const placement = (id: string) => ({ id }) as unknown as KeptPlacement;
    const month = (reviews: readonly string[], placements: readonly string[]) =>
      ({
        learner: 'l-1',
        reviews: reviews.map(review),
        placements: placements.map(placement),
      }) as unknown as MonthDocument;
    const here = month(['r-1'], ['p-1']);
    expect(joinMonths(here, month(['r-1'], ['p-1']))).toBe(here);
    expect(joinMonths(here, month(['r-2'], ['p-1']))).toEqual(month(['r-1', 'r-2'], ['p-1']));
    expect(joinMonths(here, month(['r-1'], ['p-2']))).toEqual(month(['r-1'], ['p-1', 'p-2']));
  });
});
