import { beforeAll, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import built from '../../../../assets/head/sites.json';
import type { Anatomy } from '../../../../src/anatomy/anatomy';
import type { PlacedHead } from '../../../../src/anatomy/placed-head';
import { walkRule } from '../../../../src/anatomy/rule-walk';
import type { Learning, TourKept } from '../../../../src/learn/learning';
import { beginning } from '../../../../src/learn/tour';
import type { LearningState } from '../../../../src/state/learn/learning-desk';
import { createTourDesk } from '../../../../src/state/learn/tour-desk';
import { legText, rulerText, stepTitle } from '../../../../src/state/learn/tour-text';
import { placementsOf } from '../../../../src/state/placements';
import { stepAt, tourOf } from '../../../../src/learn/tour';
import { standardAnatomy } from '../../../support/standard-head';

const placements = placementsOf(built as unknown as PlacedHead);
let anatomy: Anatomy;
beforeAll(async () => {
  anatomy = await standardAnatomy();
}, 120_000);

/** A desk over a learner who left the tour there; null: nobody learns here by name. */
function opened(tour: TourKept | null) {
  const learning: Learning | null =
    tour === null ? null : { learner: { id: 'a', name: 'Demo (synthetic)' }, reviews: [], placements: [], tour };
  const kept: TourKept[] = [];
  let walked = 0;
  const store = createStore<LearningState>(() => ({ learners: [], learning, problem: null, unkept: 0, unread: 0 }));
  const desk = createTourDesk({
    anatomy: {
      rule: (map, site) => {
        walked += 1;
        const walk = walkRule(anatomy, map, site);
        return Promise.resolve(walk.ok ? walk.value : null);
      },
    },
    placements,
    zones: () => Promise.reject(new Error('not asked for here')),
    learning: {
      store,
      ready: () => Promise.resolve(null),
      keepTour: (one) => {
        kept.push(one);
        return Promise.resolve(null);
      },
    },
  });
  return { desk, kept, walked: () => walked, learning: store };
}

describe('the desk of the tour', () => {
  it('takes up where the learner left, and keeps every step', async () => {
    const { desk, kept } = opened({ at: { muscle: 'temporalis', step: 'prevent' }, done: ['procerus'] });
    await desk.resume('preempt-2010');
    expect(desk.store.getState()).toMatchObject({ at: { muscle: 'temporalis', step: 'prevent' }, map: 'preempt-2010' });
    desk.next();
    expect(kept).toEqual([{ at: beginning('occipitalis'), done: ['procerus', 'temporalis'] }]);
    desk.back();
    expect(desk.store.getState().at).toEqual({ muscle: 'temporalis', step: 'prevent' });
    expect(kept).toHaveLength(2);
  });

  it('begins anew for another learner, and goes on for the same one where it is', async () => {
    const { desk, learning } = opened({ at: { muscle: 'temporalis', step: 'needle' }, done: ['procerus'] });
    await desk.resume('preempt-2017');
    desk.next();
    const present = learning.getState().learning;
    if (present === null) throw new Error('nobody learns');
    learning.setState({ learning: { ...present } });
    expect(desk.store.getState().at.step).toBe('wrong');
    learning.setState({
      learning: { ...present, learner: { id: 'b', name: 'Demo, B. (synthetic)' }, tour: { at: null, done: [] } },
    });
    expect(desk.store.getState()).toMatchObject({ at: beginning('corrugator'), done: [] });
  });

  it('goes on where nobody learns by name', async () => {
    const { desk } = opened(null);
    await desk.resume('preempt-2017');
    desk.next();
    expect(desk.store.getState().at).toEqual({ muscle: 'corrugator', step: 'why' });
  });

  it('stays at the step of a muscle that is asked for again', async () => {
    const { desk } = opened({ at: { muscle: 'temporalis', step: 'needle' }, done: [] });
    await desk.resume('preempt-2017');
    desk.toMuscle('temporalis');
    expect(desk.store.getState().at.step).toBe('needle');
    desk.toMuscle('frontalis');
    expect(desk.store.getState().at).toEqual(beginning('frontalis'));
  });

  it('asks once for the rule of a site', async () => {
    const { desk, walked } = opened(null);
    const first = await desk.rule('preempt-2017', 'temporalis-L-1');
    expect(await desk.rule('preempt-2017', 'temporalis-L-1')).toBe(first);
    expect(walked()).toBe(1);
  });
});

describe('a leg in words', () => {
  const legs = async (map: 'preempt-2010' | 'preempt-2017', site: string) =>
    (await opened(null).desk.rule(map, site))?.legs.map(legText);

  it('says from what, which way and how far', async () => {
    expect(await legs('preempt-2017', 'temporalis-R-1')).toEqual(['From the right tragus: 30 mm up along the skin.']);
    expect(await legs('preempt-2010', 'occipitalis-L-1')).toEqual([
      'From the inion: 5 mm up along the skin.',
      'From there: 10 mm outward along the skin.',
    ]);
  });

  it('says of lengths that the rule does not give that they are this head’s', async () => {
    const told = (await legs('preempt-2017', 'occipitalis-L-1')) ?? [];
    expect(told[0]).toMatch(
      /^From the inion half of the way along the skin to the left mastoid tip: \d+ of \d+ mm on this head\.$/,
    );
    expect(told[1]).toBe('To find the height. From the inion: 10 mm up along the skin.');
    expect(told[2]).toMatch(/^From there: up along the skin as far as that height \(\d+(\.\d)? mm on this head\)\.$/);
  });

  it('has a ruler that reads the same', async () => {
    const walk = await opened(null).desk.rule('preempt-2017', 'temporalis-L-2');
    expect(walk?.legs.map(rulerText)).toEqual(['21 mm']);
  });

  it('is named by its site, and by its place among several', () => {
    const tour = tourOf('preempt-2017');
    const title = (muscle: 'temporalis' | 'corrugator', step: string, alone: boolean) =>
      stepTitle(stepAt(tour, { muscle, step }).step, alone);
    expect(title('temporalis', 'find-3-2', false)).toBe('Find site 3: leg 2 of 2');
    expect(title('temporalis', 'find-1-1', false)).toBe('Find site 1');
    expect(title('corrugator', 'find-1-1', true)).toBe('Find it');
    expect(title('corrugator', 'wrong', true)).toBe('What goes wrong');
  });
});
