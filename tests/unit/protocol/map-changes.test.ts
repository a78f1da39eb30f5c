import { describe, expect, it } from 'vitest';
import { mapChanges } from '../../../src/protocol/maps/changes';
import { preempt2010 } from '../../../src/protocol/maps/preempt-2010';
import { preempt2017 } from '../../../src/protocol/maps/preempt-2017';
import { muscles } from '../../../src/protocol/paradigm';
import { sources } from '../../../src/protocol/sources';

describe('why sites moved from one map to the other', () => {
  it.each(muscles.map(({ id }) => id))('is said for the %s, with grade and registered sources', (muscle) => {
    const reasons = mapChanges[muscle];
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) {
      expect(reason.text).toMatch(/^[A-Z0-9].*\.$/);
      expect(reason.sources.length).toBeGreaterThan(0);
      for (const source of reason.sources) expect(sources[source]).toBeDefined();
    }
  });

  it('rests on more than recollection where the rules differ', () => {
    const differ = muscles.filter(({ id }) => {
      const places = (map: typeof preempt2010) => JSON.stringify(map.sites[id].map(({ rule }) => rule.place));
      return places(preempt2010) !== places(preempt2017);
    });
    expect(differ.map(({ id }) => id)).toEqual(['frontalis', 'occipitalis', 'paraspinal']);
    for (const { id } of differ.filter((muscle) => muscle.id !== 'paraspinal')) {
      expect(mapChanges[id].some(({ evidence }) => evidence === 'confirmed' || evidence === 'derived')).toBe(true);
    }
  });
});
