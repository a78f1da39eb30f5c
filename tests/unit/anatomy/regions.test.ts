import { beforeAll, describe, expect, it } from 'vitest';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import type { FieldSource } from '../../../src/anatomy/fields';
import { Regions, windows } from '../../../src/anatomy/regions';
import type { SurfacePoint } from '../../../src/anatomy/surface';
import { distance } from '../../../src/anatomy/vector';
import { seeded } from '../../support/mutations';
import { standardAnatomy } from '../../support/standard-head';
import { steinerDistances } from '../../support/steiner';

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
/** Without the ears, where the skin measured on is a membrane, and the lids, whose folds are finer than anything told here. */
const isPlain = (point: SurfacePoint): boolean =>
  !anatomy.isEar(point.triangle) &&
  anatomy.onSkin(point) === point &&
  distance([Math.abs(point.position[0]), point.position[1], point.position[2]], [31, 28, 62]) > 28;
const source = (id: string, ...points: SurfacePoint[]): FieldSource => ({ id, points });

describe('the side of a point', () => {
  it('is the patient’s, and midline within half a millimetre of it', () => {
    const at = (x: number) => regions.at(anatomy.skin.closest([x, 20, 120])).side;
    expect([at(4), at(-4), at(0.3), at(-0.3)]).toEqual(['left', 'right', 'midline', 'midline']);
  });
});

describe('a distance along the skin', () => {
  it('is within 2 % of the shortest way that bends at places on the edges, from random points', () => {
    let compared = 0;
    for (const from of pointsOnSkin(60, 23).filter(isPlain).slice(0, 4)) {
      const asked = new Regions(anatomy);
      asked.chart({ sites: [source('here', from)], zones: [] });
      for (const [v, mm] of steinerDistances(anatomy.skin, from, 25)) {
        const e = anatomy.skin.indices.indexOf(v);
        const weights = [0, 0, 0];
        weights[e % 3] = 1;
        const to = anatomy.skin.at(Math.floor(e / 3), [weights[0]!, weights[1]!, weights[2]!]);
        if (mm < 1 || v % 7 !== 0 || !isPlain(to)) continue;
        const found = asked.distanceFrom('here', to) ?? NaN;
        expect(found).toBeLessThan(1.02 * mm);
        // Within a few large triangles that way is itself a little long; there the straight line says as much.
        expect(found).toBeGreaterThan(mm < 6 ? 0.999 * distance(from.position, to.position) : 0.98 * mm);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('is the same there and back, and on both sides of the head', () => {
    const points = pointsOnSkin(40, 24).filter(isPlain).slice(0, 8);
    const mirrored = points.map(({ position: [x, y, z] }) => anatomy.skin.closest([-x, y, z]));
    const asked = new Regions(anatomy);
    asked.chart({
      sites: [
        ...points.map((point, i) => source(`own-${String(i)}`, point)),
        ...mirrored.map((point, i) => source(`mirrored-${String(i)}`, point)),
      ],
      zones: [],
    });
    let compared = 0;
    points.forEach((a, i) => {
      points.forEach((b, j) => {
        const there = asked.distanceFrom(`own-${String(i)}`, b);
        const back = asked.distanceFrom(`own-${String(j)}`, a);
        const opposite = asked.distanceFrom(`mirrored-${String(i)}`, mirrored[j]!);
        if (i === j || there === null || back === null || opposite === null) return;
        compared += 1;
        expect(Math.abs(there / back - 1)).toBeLessThan(0.02);
        expect(Math.abs(there / opposite - 1)).toBeLessThan(0.02);
        expect(there).toBeGreaterThan(0.98 * distance(a.position, b.position));
      });
    });
    expect(compared).toBeGreaterThan(5);
  });

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
    const ahead = new Regions(anatomy);
    ahead.chart(charted);
    const worked = [...ahead.steps()];
    expect([...new Set(worked)]).toEqual(['skin', 'zones', 'sites', 'landmarks', 'muscles']);
    const lazily = new Regions(anatomy);
    lazily.chart(charted);
    for (const point of pointsOnSkin(20, 26)) expect(ahead.at(point)).toEqual(lazily.at(point));
  });
});
