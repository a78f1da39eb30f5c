import { describe, expect, it } from 'vitest';
import { muscles } from '../../../../src/protocol/paradigm';
import { musclesAt, placeOfMuscles } from '../../../../src/state/learn/exam-muscles';
import { parseRoute, routeFragment } from '../../../../src/state/route';

const all = muscles.map(({ id }) => id);

describe('the address of a placement exam', () => {
  it('names any choice of muscles, and gives the same ones back', () => {
    for (let bits = 1; bits < 2 ** all.length; bits++) {
      const some = all.filter((_, n) => (bits >> n) % 2 === 1);
      const at = placeOfMuscles(some);
      const route = parseRoute(routeFragment({ screen: 'learn', part: 'exam', ...(at === undefined ? {} : { at }) }));
      expect(route).toMatchObject({ screen: 'learn', part: 'exam' });
      expect(musclesAt('at' in route ? (route.at ?? null) : null)).toEqual(some);
    }
  });

  it('asks for the whole map where it names no muscle', () => {
    expect(placeOfMuscles(all)).toBeUndefined();
    expect(musclesAt(null)).toEqual(all);
    expect(musclesAt('masseter')).toEqual(all);
  });
});
