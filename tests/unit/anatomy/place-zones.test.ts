import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ZonesFile, zonesFile, zonesOn } from '../../../scripts/write-zones';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { type PlacedZone, placeZones } from '../../../src/anatomy/place-zones';
import { distance } from '../../../src/anatomy/vector';
import type { ZoneId, ZoneSide } from '../../../src/protocol/danger-zone';
import { dangerZones } from '../../../src/protocol/danger-zones';
import { standardAnatomy } from '../../support/standard-head';

let anatomy: Anatomy;
let placed: readonly PlacedZone[];

const zone = (id: ZoneId, side: ZoneSide): PlacedZone => {
  const found = placed.find((one) => one.zone.id === id && one.side === side);
  if (found === undefined) throw new Error(`no ${side} ${id}`);
  return found;
};
const mark = ({ path, marks }: PlacedZone, n: number): Vec3 => {
  const point = path[marks[n]?.index ?? -1];
  if (point === undefined) throw new Error('no such point of the course');
  return point.position;
};
const toPath = ({ path }: PlacedZone, at: Vec3): number => Math.min(...path.map((p) => distance(p.position, at)));
const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z];

beforeAll(async () => {
  anatomy = await standardAnatomy();
  const result = placeZones(anatomy);
  if (!result.ok) throw new Error(`${result.error.side} ${result.error.zone}: ${result.error.why.kind}`);
  placed = result.value;
}, 60_000);

describe('the danger zones on the standard head', () => {
  it('are all placed, on both sides', () => {
    expect(placed.map((one) => `${one.zone.id} ${one.side}`)).toEqual(
      dangerZones.flatMap(({ id }) => [`${id} left`, `${id} right`]),
    );
  });

  it('pass the points of their rules as far from the landmarks as the sources say: within 1 mm, measured back', () => {
    let lengths = 0;
    for (const { zone: of, side, marks } of placed) {
      for (const { name, unit, chosen, measured } of marks.flatMap(({ legs }) => legs)) {
        if (chosen === null) continue;
        expect(Math.abs(measured - chosen), `${side} ${of.id}: ${name}`).toBeLessThan(unit === 'mm' ? 1 : 0.01);
        lengths += 1;
      }
    }
    expect(lengths).toBeGreaterThan(60);
  });

  it('lie on the skin in steps of at most a millimetre', () => {
    for (const { zone: of, path } of placed) {
      path.forEach((point, i) => {
        expect(distance(anatomy.skin.closest(point.position).position, point.position), of.id).toBeLessThan(0.01);
        const next = path[i + 1];
        if (next !== undefined) expect(distance(point.position, next.position), of.id).toBeLessThanOrEqual(1.001);
      });
      expect(path.length, of.id).toBeGreaterThan(15);
    }
  });

  it('run smoothly: no step turns back on the one before', () => {
    for (const { zone: of, path } of placed) {
      for (let i = 4; i + 4 < path.length; i++) {
        const [a, b, c] = [path[i - 4]!.position, path[i]!.position, path[i + 4]!.position];
        expect(distance(a, c), `${of.id} at ${b.join(' ')}`).toBeGreaterThan(0.8 * (distance(a, b) + distance(b, c)));
      }
    }
  });

  it('mirror each other within 1 mm', () => {
    for (const left of placed.filter(({ side }) => side === 'left')) {
      const right = zone(left.zone.id, 'right');
      for (const { position } of left.path) expect(toPath(right, mirrored(position)), left.zone.id).toBeLessThan(1);
      expect(Math.min(...left.path.map(({ position }) => position[0])), left.zone.id).toBeGreaterThan(0);
    }
  });

  it('stand to each other as they do in the body', () => {
    const gon = zone('greater-occipital-nerve', 'left');
    const artery = zone('occipital-artery', 'left');
    expect(distance(mark(gon, 2), mark(artery, 1))).toBeLessThan(0.01);
    // The auriculotemporal nerve runs behind the artery.
    const nerve = zone('auriculotemporal-nerve', 'left');
    const temporal = zone('superficial-temporal-artery', 'left');
    for (const { position } of nerve.path) {
      const beside = temporal.path.filter((p) => Math.abs(p.position[1] - position[1]) < 1);
      for (const p of beside) expect(p.position[2]).toBeGreaterThan(position[2] + 3);
    }
    // The supratrochlear nerve is medial of the supraorbital one.
    expect(mark(zone('supratrochlear-nerve', 'left'), 0)[0]).toBeLessThan(
      mark(zone('supraorbital-nerve', 'left'), 0)[0] - 5,
    );
    // The third occipital nerve lies medial to and below the greater one.
    const third = mark(zone('third-occipital-nerve', 'left'), 0);
    expect(third[0]).toBeLessThan(mark(gon, 1)[0]);
    expect(third[1]).toBeLessThan(mark(gon, 0)[1]);
  });

  it('tell of the lung how deep it lies, straight down, and of nothing else', () => {
    for (const { zone: of, path, under } of placed) {
      expect(under === null, of.id).toBe(of.kind !== 'lung');
      if (under === null) continue;
      expect(under).toHaveLength(path.length);
      under.forEach((point, i) => {
        const { position } = path[i]!;
        expect([position[0] - point[0], position[2] - point[2]]).toEqual([0, 0]);
        expect(position[1] - point[1]).toBeCloseTo(of.depth?.mm ?? 0, 6);
      });
    }
  });

  it('put the outer end of the lung midway between C7 and the acromion, as the depth was measured', () => {
    const end = mark(zone('lung-apex', 'left'), 2);
    const c7 = anatomy.landmark('c7', 'left').position;
    const acromion = anatomy.landmark('acromion', 'left').position;
    expect(Math.abs(end[0] - (c7[0] + acromion[0]) / 2)).toBeLessThan(3);
  });
});

describe('assets/head/zones.json', () => {
  it('is what the rules give on this head, to a hundredth of a millimetre, and nothing else', async () => {
    const kept = JSON.parse(await readFile(zonesFile, 'utf8')) as ZonesFile;
    const fresh = zonesOn(anatomy.model);
    expect(kept.head, 'the head has been rebuilt: run npm run head:build').toEqual(anatomy.model.ref);
    expect(kept.zones.map(({ zone: id, side }) => [id, side])).toEqual(
      fresh.zones.map(({ zone: id, side }) => [id, side]),
    );
    // Distances are kept in tenths of a millimetre.
    expect(kept.near).toEqual(fresh.near);
    kept.zones.forEach(({ zone: id, path }, at) => {
      const now = fresh.zones[at]?.path ?? [];
      expect(path, id).toHaveLength(now.length);
      path.forEach((point, i) => {
        point.forEach((value, k) => {
          expect(Math.abs(value - (now[i]?.[k] ?? Number.NaN)), id).toBeLessThan(0.01);
        });
      });
    });
  }, 60_000);

  it('follows the course: no point of it is further than 3 mm from the next', async () => {
    const { zones } = JSON.parse(await readFile(zonesFile, 'utf8')) as ZonesFile;
    for (const { zone: id, path } of zones) {
      for (let i = 1; i < path.length; i++) {
        const [[ax, ay, az], [bx, by, bz]] = [path[i - 1]!, path[i]!];
        expect(Math.hypot(ax - bx, ay - by, az - bz), id).toBeLessThan(3);
      }
    }
  });

  it('has at each point the direction in which the skin faces there, so that its band lies on the skin', async () => {
    const { zones } = JSON.parse(await readFile(zonesFile, 'utf8')) as ZonesFile;
    for (const { zone: id, path } of zones) {
      for (const [x, y, z, ...facing] of path) {
        const { normal } = anatomy.skin.closest([x, y, z]);
        const along = normal[0] * facing[0] + normal[1] * facing[1] + normal[2] * facing[2];
        expect(Math.hypot(...facing), id).toBeCloseTo(1, 2);
        expect(along, id).toBeGreaterThan(Math.cos(Math.PI / 6));
      }
    }
  });
});
