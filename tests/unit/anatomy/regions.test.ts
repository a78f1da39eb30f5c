import { beforeAll, describe, expect, it } from 'vitest';
import { Anatomy } from '../../../src/anatomy/anatomy';
import type { FieldSource } from '../../../src/anatomy/fields';
import { Regions, windows } from '../../../src/anatomy/regions';
import type { SurfacePoint } from '../../../src/anatomy/surface';
import { distance } from '../../../src/anatomy/vector';
import { seeded } from '../../support/mutations';
import { standardAnatomy } from '../../support/standard-head';

let anatomy: Anatomy;
let regions: Regions;
beforeAll(async () => {
  anatomy = await standardAnatomy();
  regions = new Regions(anatomy);
}, 60_000);

function pointsOnSkin(count: number, seed: number): SurfacePoint[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const triangle = Math.floor((random() * anatomy.skin.indices.length) / 3);
    const [a, b] = [random(), random()];
    const [u, v] = a + b > 1 ? [1 - a, 1 - b] : [a, b];
    return anatomy.skin.at(triangle, [1 - u - v, u, v]);
  });
}
const source = (id: string, ...points: SurfacePoint[]): FieldSource => ({ id, points });

describe('the side of a point', () => {
  it('is the patient’s, and midline within half a millimetre of it', () => {
    const at = (x: number) => regions.at(anatomy.skin.closest([x, 20, 120])).side;
    expect([at(4), at(-4), at(0.3), at(-0.3)]).toEqual(['left', 'right', 'midline', 'midline']);
  });
});

describe('a distance along the skin', () => {
  it('names the nearest landmark, however far, and a site only where some are charted', () => {
    for (const point of pointsOnSkin(150, 25)) {
      const { nearestLandmark, nearestSite } = regions.at(point);
      expect(nearestSite).toBeNull();
      expect(nearestLandmark).not.toBeNull();
      for (const { id } of anatomy.model.landmarks) {
        expect(regions.distanceFrom(id, point) ?? Infinity).toBeGreaterThanOrEqual(nearestLandmark!.mm - 1e-6);
      }
    }
  });

  it('of a zone is told within its window, nearest first, and of what is not on the chart not at all', () => {
    const asked = new Regions(anatomy);
    const at = (x: number) => anatomy.skin.closest([x, 60, 120]);
    asked.chart({
      sites: [],
      zones: [
        source('far', at(30), at(31)),
        source('near', at(10), at(11)),
        source('away', anatomy.landmark('c7', 'left')),
      ],
    });
    const { zones } = asked.at(at(0));
    expect(zones.map(({ id }) => id)).toEqual(['near', 'far']);
    const straight = distance(at(0).position, at(10).position);
    expect(zones[0]!.mm).toBeGreaterThan(0.98 * straight);
    expect(zones[0]!.mm).toBeLessThan(1.1 * straight);
    expect(asked.distanceFrom('away', at(0))).toBeNull();
    expect(windows.zones).toBeGreaterThan(zones[1]!.mm);
    expect(() => asked.distanceFrom('nothing', at(0))).toThrow(RangeError);
  });

  it('is the same whether worked out ahead, piece by piece, or when asked for, as is the muscle', () => {
    const charted = {
      sites: [source('a', anatomy.landmark('inion', 'left'))],
      zones: [source('b', anatomy.landmark('brow', 'left'))],
    };
    // A head of its own: on one that other tests asked already, the skin would be done.
    const ahead = new Regions(new Anatomy(anatomy.model));
    ahead.chart(charted);
    const worked = [...ahead.steps()];
    expect([...new Set(worked)]).toEqual(['skin', 'zones', 'sites', 'landmarks', 'muscles']);
    const lazily = new Regions(anatomy);
    lazily.chart(charted);
    for (const point of pointsOnSkin(20, 26)) expect(ahead.at(point)).toEqual(lazily.at(point));
  });
});
