import { beforeAll, describe, expect, it } from 'vitest';
import { ChartedHead } from '../../../src/anatomy/charted-head';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { walkOffset } from '../../../src/anatomy/offset';
import type { Pin, ScoredPin } from '../../../src/learn/exam';
import { scoreAttempt } from '../../../src/learn/scoring';
import { taskOf } from '../../../src/learn/task';
import type { SiteId } from '../../../src/protocol/words';
import { standardAnatomy } from '../../support/standard-head';

let head: ChartedHead;
beforeAll(async () => {
  head = new ChartedHead(await standardAnatomy());
}, 60_000);

const map = 'preempt-2017';
const at = (id: SiteId): Vec3 => {
  const sites = head.sites(map);
  const found = sites.ok ? sites.value.find(({ site }) => site.id === id) : undefined;
  if (found === undefined) throw new Error(`${id} has no place`);
  return found.positionMm;
};
const score = (sites: readonly SiteId[], pins: readonly Vec3[]) => {
  const placed = pins.map((positionMm): Pin => ({ positionMm, atMs: 1000, by: 'pointer' }));
  const found = scoreAttempt(head, taskOf(map, 'standard', sites), { pins: [placed], tookMs: 5000 });
  if (found === null) throw new Error('not scored');
  return found;
};
const one = (site: SiteId, pin: Vec3): ScoredPin => score([site], [pin]).pins[0]!;
const offset = (said: Parameters<typeof walkOffset>[1]): Vec3 => {
  const end = walkOffset(head.anatomy, said);
  if (!end.ok) throw new Error(end.error.kind);
  return end.value.position;
};

describe('a scored pin', () => {
  it('belongs to the site that it fits, whatever order the pins of a group were placed in', () => {
    const sites = ['temporalis-L-1', 'temporalis-L-2', 'temporalis-L-3', 'temporalis-L-4'];
    const { pins, missed } = score(sites, sites.toReversed().map(at));
    expect(pins.map(({ site }) => site)).toEqual(sites.toReversed());
    expect(Math.max(...pins.map(({ mm }) => mm))).toBeLessThan(1e-6);
    expect(missed).toEqual([]);
  });

  it('tells the sites that no pin was left for', () => {
    expect(score(['frontalis-L-1', 'frontalis-L-2'], [at('frontalis-L-2')]).missed).toEqual(['frontalis-L-1']);
  });

  it('tells by two legs which way it was off', () => {
    const high = one(
      'temporalis-L-1',
      offset({ landmark: 'tragus', side: 'left', upMm: 42, toward: 'forward', alongMm: 5 }),
    );
    expect(high.off?.upMm).toBeCloseTo(12, 0);
    expect(high.off?.alongMm).toBeCloseTo(5, 0);
    expect(high.off?.toward).toBe('forward');
    expect(high.mm).toBeGreaterThan(12);
    expect(high.mm).toBeLessThan(14);
  });

  it('on the other side of the head is on the wrong side, in the right muscle, and as far off as the way around', () => {
    const pin = one('temporalis-L-1', at('temporalis-R-1'));
    expect([pin.rightSide, pin.rightMuscle]).toEqual([false, true]);
    expect(pin.mm).toBeGreaterThan(200);
    // By way of the crown it would be "too high".
    expect(pin.off).toBeNull();
    expect(Number.isFinite(pin.mm)).toBe(true);
  });

  it('in another muscle is in the wrong one, which is named', () => {
    const pin = one('occipitalis-L-1', at('paraspinal-L-2'));
    expect(pin.rightMuscle).toBe(false);
    expect(pin.under?.muscle).toBe('paraspinal');
  });

  it('far away on another part of the head tells no way: the legs there lead around', () => {
    expect(one('trapezius-L-1', at('paraspinal-L-1')).off).toBeNull();
    expect(one('trapezius-L-1', at('trapezius-L-3')).off).not.toBeNull();
  });

  it('in a danger zone that the site is clear of has entered it; what the rule itself lies in is not counted', () => {
    const placed = head.sites(map);
    if (!placed.ok) throw new Error('not placed');
    for (const { site, positionMm } of placed.value) expect(one(site.id, positionMm).zones, site.id).toEqual([]);
    const zone = head.zones.find(({ zone: { id }, side }) => id === 'superficial-temporal-artery' && side === 'left')!;
    const onCourse = zone.path[Math.floor(zone.path.length / 2)]!;
    expect(one('temporalis-L-1', onCourse.position).zones.map(({ zone: id }) => id)).toContain(
      'superficial-temporal-artery',
    );
  });

  describe('where the rule of its site gives a range', () => {
    // 30 mm up to the first temporalis site; the second lies "1.5 to 3 cm" above it, and this map takes 21 mm.
    const above = (upMm: number, alongMm = 0): ScoredPin =>
      one('temporalis-L-2', offset({ landmark: 'tragus', side: 'left', upMm: 30 + upMm, toward: 'forward', alongMm }));

    it('lies on it at either end, and its distance stays that from the point that this map takes', () => {
      for (const [upMm, mm] of [
        [30, 9],
        [15, 6],
      ] as const) {
        const pin = above(upMm);
        expect(pin.mm).toBeCloseTo(mm, 0);
        expect(pin.fromRule.mm).toBeLessThan(0.3);
      }
    });

    it('is as far from it as it lies beyond the range, or beside it', () => {
      expect(above(38).fromRule.mm).toBeCloseTo(8, 0);
      expect(above(7).fromRule.mm).toBeCloseTo(8, 0);
      expect(above(30, 8).fromRule.mm).toBeCloseTo(8, 0);
      expect(above(30, 8).fromRule.off?.upMm).toBeCloseTo(0, 0);
    });

    it('finds a height too: the upper third of the forehead is right up to the hairline', () => {
      const up = (upMm: number): ScoredPin =>
        one(
          'frontalis-L-1',
          offset({ landmark: 'medial-orbital-rim', side: 'left', upMm, toward: 'lateral', alongMm: 0 }),
        );
      // The forehead is 60 mm high and the site 59 mm up: a quarter, 15 mm, is left above it, and a twelfth, 5 mm, below.
      expect(up(71).mm).toBeCloseTo(12, 0);
      expect(up(71).fromRule.mm).toBeLessThan(0.3);
      expect(up(50).mm).toBeCloseTo(9, 0);
      expect(up(50).fromRule.mm).toBeCloseTo(4, 0);
    });

    it('one figure leaves nothing open', () => {
      const pin = one(
        'temporalis-L-1',
        offset({ landmark: 'tragus', side: 'left', upMm: 39, toward: 'forward', alongMm: 0 }),
      );
      expect(pin.fromRule).toEqual({ mm: pin.mm, off: pin.off });
    });
  });

  it('has its way to the site for drawing: from the one to the other over the skin', () => {
    const pin = at('occipitalis-L-2');
    const { way, siteMm } = one('occipitalis-L-1', pin);
    expect(Math.hypot(...way[0]!.positionMm.map((x, k) => x - pin[k]!))).toBeLessThan(0.1);
    expect(Math.hypot(...way.at(-1)!.positionMm.map((x, k) => x - siteMm[k]!))).toBeLessThan(0.1);
    expect(way.length).toBeGreaterThan(4);
  });
});
