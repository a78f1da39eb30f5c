import { beforeAll, describe, expect, it } from 'vitest';
import type { TourKept } from '../../../src/learn/learning';
import { statementsOf } from '../../../src/learn/statements';
import {
  beginning,
  chaptersOf,
  goneOn,
  isThrough,
  legCount,
  minutesOf,
  nextStep,
  stepAt,
  stepBefore,
  type TourAt,
  type TourChapter,
  tourOf,
} from '../../../src/learn/tour';
import { maps } from '../../../src/protocol/maps';
import { mapOf } from '../../../src/protocol/maps';
import { muscles } from '../../../src/protocol/paradigm';

let tour: readonly TourChapter[];
beforeAll(() => {
  tour = chaptersOf('preempt-2017');
});

describe('the guided tour', () => {
  it('goes through the seven muscles in the order of the paradigm, on either map', () => {
    for (const { id } of maps)
      expect(chaptersOf(id).map(({ muscle }) => muscle)).toEqual(muscles.map(({ id: muscle }) => muscle));
  });

  it('is made once for each map', () => {
    for (const { id } of maps) {
      expect(tourOf(id)).toBe(tourOf(id));
      expect(tourOf(id)).toEqual(chaptersOf(id));
    }
    expect(tourOf('preempt-2010')).not.toEqual(tourOf('preempt-2017'));
  });

  it('tells everything that is told of a muscle, and each statement once', () => {
    for (const { id } of maps)
      for (const { muscle, steps } of chaptersOf(id)) {
        const told = steps.flatMap(({ statements }) => statements.map((one) => one.id));
        expect(told.toSorted()).toEqual(
          statementsOf(id, muscle)
            .map((one) => one.id)
            .toSorted(),
        );
      }
  });

  it('takes two to three minutes a muscle at the pace that is stated, to the minute', () => {
    for (const { id } of maps)
      for (const chapter of chaptersOf(id)) {
        expect(minutesOf(chapter), chapter.muscle).toBeGreaterThan(1.5);
        expect(Math.round(minutesOf(chapter)), `${chapter.muscle} ${String(minutesOf(chapter))}`).toBeLessThanOrEqual(
          3,
        );
      }
  });

  it('peels the head: skin, then the muscle, and the danger zones where it tells what goes wrong', () => {
    for (const { steps } of tour) {
      expect(steps.map(({ kind }) => kind).filter((kind, n, kinds) => kind !== kinds[n - 1])).toEqual([
        'where',
        'why',
        'find',
        'needle',
        'wrong',
        'prevent',
      ]);
      expect(steps.filter(({ layer }) => layer === 'muscles').map(({ kind }) => kind)).toEqual(['why']);
      expect(steps.filter(({ zones }) => zones).map(({ kind }) => kind)).toEqual(['wrong', 'prevent']);
    }
  });

  it('finds each site leg by leg', () => {
    for (const { id } of maps)
      for (const { muscle, steps } of chaptersOf(id)) {
        const legs = steps.flatMap(({ find }) => (find === null ? [] : [find]));
        const rules = mapOf(id).sites[muscle];
        expect(legs.length).toBe(rules.reduce((sum, { rule }) => sum + legCount(rule.place), 0));
        expect(new Set(legs.map(({ ordinal }) => ordinal)).size).toBe(rules.length);
        for (const { leg, legs: count } of legs) expect(leg).toBeLessThan(count);
      }
  });

  it('goes on over every step to the end and back over the same steps to the beginning', () => {
    const all = tour.flatMap(({ muscle, steps }) => steps.map(({ id }) => ({ muscle, step: id })));
    const forward: TourAt[] = [];
    for (let at: TourAt | null = beginning('corrugator'); at !== null; at = nextStep(tour, at)) forward.push(at);
    expect(forward).toEqual(all);
    const back: TourAt[] = [];
    for (let at: TourAt | null = all.at(-1) ?? null; at !== null; at = stepBefore(tour, at)) back.push(at);
    expect(back.toReversed()).toEqual(all);
  });

  it('marks a muscle as done when its last step is left forward, once', () => {
    let kept: TourKept = { at: beginning('procerus'), done: [] };
    for (let n = 0; n < 5; n++) kept = goneOn(tour, kept);
    expect(kept).toEqual({ at: { muscle: 'procerus', step: 'prevent' }, done: [] });
    kept = goneOn(tour, kept);
    expect(kept).toEqual({ at: beginning('frontalis'), done: ['procerus'] });
    expect(goneOn(tour, { at: { muscle: 'procerus', step: 'prevent' }, done: ['procerus'] }).done).toEqual([
      'procerus',
    ]);
    const last: TourKept = { at: { muscle: 'trapezius', step: 'prevent' }, done: [] };
    expect(goneOn(tour, last)).toEqual({ at: last.at, done: ['trapezius'] });
  });

  it('is gone through once all seven muscles are done, and not before', () => {
    const all = muscles.map(({ id }) => id);
    const at = beginning('trapezius');
    expect(isThrough({ at, done: all.slice(1) })).toBe(false);
    expect(isThrough({ at, done: all.toReversed() })).toBe(true);
  });

  it('takes up a step that the other map does not have at the beginning of its muscle', () => {
    expect(stepAt(tour, { muscle: 'occipitalis', step: 'find-2-2' }).step.id).toBe('where');
    expect(stepAt(chaptersOf('preempt-2010'), { muscle: 'occipitalis', step: 'find-2-2' }).step.id).toBe('find-2-2');
  });
});
