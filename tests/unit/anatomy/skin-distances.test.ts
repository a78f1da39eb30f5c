import { beforeAll, describe, expect, it } from 'vitest';
import { type ExactDistances, exactDistancesOn } from '../../../scripts/bench/exact-distances';
import { type PartOfHead, partOf, partsOfHead, pointsIn } from '../../../scripts/bench/parts-of-head';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import { Fields } from '../../../src/anatomy/fields';
import type { Geodesics } from '../../../src/anatomy/geodesic';
import { zoneKey } from '../../../src/anatomy/neighbours';
import { type PlacedZone, placeZones } from '../../../src/anatomy/place-zones';
import { Regions } from '../../../src/anatomy/regions';
import type { SurfacePoint } from '../../../src/anatomy/surface';
import { distance } from '../../../src/anatomy/vector';
import { seeded } from '../../support/mutations';
import { standardAnatomy } from '../../support/standard-head';
import { shootStraight } from '../../support/straightest';

let anatomy: Anatomy;
let metric: Geodesics;
let exactly: ExactDistances;
let zones: readonly PlacedZone[];
let firstCorner: Int32Array;
beforeAll(async () => {
  anatomy = await standardAnatomy();
  metric = anatomy.geodesics;
  exactly = exactDistancesOn(anatomy.skin);
  const placed = placeZones(anatomy);
  if (!placed.ok) throw new Error(placed.error.zone);
  zones = placed.value;
  firstCorner = new Int32Array(anatomy.skin.positions.length / 3).fill(-1);
  anatomy.skin.indices.forEach((v, e) => {
    if (firstCorner[v]! < 0) firstCorner[v] = e;
  });
}, 60_000);

/** The promise, everywhere on the skin that distances are taken on: the membranes of the ears, lids and lips included. */
const promised = 1.02;
/** Distances are kept in single precision, mm. */
const rounding = 1e-4;

const vertex = (v: number): SurfacePoint => {
  const weights: [number, number, number] = [0, 0, 0];
  weights[firstCorner[v]! % 3] = 1;
  return anatomy.skin.at(Math.floor(firstCorner[v]! / 3), weights);
};
const from = (points: readonly SurfacePoint[], windowMm: number): ((to: SurfacePoint) => number) => {
  const fields = new Fields(metric, [{ id: 'here', points }], windowMm);
  return (to) => fields.distanceFrom('here', to) ?? Infinity;
};
/** How far exact distances are asked for: where triangles are small they cost most. */
const reach: Readonly<Record<PartOfHead, number>> = {
  ears: 8,
  lids: 12,
  lips: 12,
  nostrils: 8,
  bust: 60,
  elsewhere: 20,
};

describe.each(partsOfHead)('a distance along the skin from the %s', (part) => {
  it('is never shorter than the shortest way there is, and at most 2 % longer', () => {
    let compared = 0;
    for (const source of pointsIn(anatomy, part, 2, seeded(41))) {
      const mm = exactly([source], reach[part]);
      const told = from([source], 1.1 * reach[part]);
      mm.forEach((exact, v) => {
        if (exact < 0.5 || exact > reach[part] || v % 3 !== 0) return;
        const found = told(vertex(v));
        const at = (): string => `${vertex(v).position.join(' ')}, ${String(exact)} mm`;
        if (found < exact - rounding || found > promised * exact) expect.fail(`${String(found)} mm at ${at()}`);
        compared += 1;
      });
    }
    expect(compared).toBeGreaterThan(40);
  });

  it('is no longer than the straight way there, near or far, and no shorter than the line through the head', () => {
    const random = seeded(42);
    let compared = 0;
    for (const source of pointsIn(anatomy, part, 6, random)) {
      const told = from([source], 85);
      for (let i = 0; i < 20; i++) {
        const length = i % 4 === 0 ? 40 + 40 * random() : 1 + 39 * random();
        const { end, mm } = shootStraight(anatomy.skin, source, 2 * Math.PI * random(), length);
        if (mm < 0.5) continue;
        const found = told(end);
        expect(found).toBeLessThan(promised * mm);
        expect(found).toBeGreaterThan(distance(source.position, end.position) - rounding);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(80);
  });
});

describe('a distance along the skin', () => {
  it('is the same there and back, and on both sides of the head', () => {
    const random = seeded(43);
    const points = partsOfHead.flatMap((part) => pointsIn(anatomy, part, 3, random));
    const mirrored = points.map(({ position: [x, y, z] }) => anatomy.skin.closest([-x, y, z]));
    const own = points.map((point) => from([point], 90));
    const opposite = mirrored.map((point) => from([point], 90));
    let compared = 0;
    points.forEach((a, i) => {
      points.forEach((b, j) => {
        const there = own[i]!(b);
        if (i === j || there === Infinity) return;
        compared += 1;
        const back = own[j]!(a);
        const mirror = opposite[i]!(mirrored[j]!);
        expect(Math.abs(there / back - 1)).toBeLessThan(0.02);
        expect(Math.abs(there / mirror - 1)).toBeLessThan(0.02);
      });
    });
    expect(compared).toBeGreaterThan(20);
  });
});

describe('a distance along the skin from a danger zone', () => {
  const near = (zone: PlacedZone, count: number, random: () => number): readonly SurfacePoint[] => {
    const out: SurfacePoint[] = [];
    while (out.length < count) {
      const start = zone.path[Math.floor(random() * zone.path.length)]!;
      const { end } = shootStraight(anatomy.skin, start, 2 * Math.PI * random(), 25 * random());
      if (anatomy.onSkin(end) === end) out.push(end);
    }
    return out;
  };

  it('is that to the nearest point of its course, from wherever it is asked within 25 mm, inside its bends too', () => {
    const regions = new Regions(anatomy);
    regions.chart({
      sites: [],
      zones: zones.map(({ zone, side, path }) => ({ id: zoneKey(zone.id, side), points: path })),
    });
    const random = seeded(44);
    for (const zone of zones) {
      for (const at of near(zone, 2, random)) {
        const toPoint = from([at], 30);
        const least = Math.min(...zone.path.map(toPoint));
        const found = regions.distanceFrom(zoneKey(zone.zone.id, zone.side), at) ?? Infinity;
        expect(found, zone.zone.id).toBeLessThan(promised * least + rounding);
        // Between two points, at most a millimetre apart, the course itself may be nearer.
        expect(promised * Math.hypot(found, 0.5), zone.zone.id).toBeGreaterThan(least - rounding);
      }
    }
  });

  it('is at most 2 % longer than the exact one to the points of its course: lung apex, orbital rim and occipital nerve', () => {
    let compared = 0;
    for (const [id, far] of [
      ['lung-apex', 25],
      ['orbital-rim', 5],
      ['greater-occipital-nerve', 15],
    ] as const) {
      const zone = zones.find((one) => one.zone.id === id && one.side === 'left')!;
      const mm = exactly(zone.path, far);
      const told = from(zone.path, 30);
      mm.forEach((exact, v) => {
        if (exact < 0.5 || exact > far || v % 2 !== 0) return;
        const found = told(vertex(v));
        expect(found).toBeLessThan(promised * exact);
        expect(promised * Math.hypot(found, 0.5)).toBeGreaterThan(exact);
        compared += 1;
      });
    }
    expect(compared).toBeGreaterThan(300);
  });
});

it('the parts of the head that are held against exact distances cover all of its skin', () => {
  const counted = new Set<PartOfHead>();
  for (let v = 0; v < firstCorner.length; v += 50) counted.add(partOf(anatomy, vertex(v)));
  expect([...counted].sort()).toEqual([...partsOfHead].sort());
});
