import { beforeAll, describe, expect, it } from 'vitest';
import type { Anatomy } from '../../../src/anatomy/anatomy';
import { type CutPoint, crossSection } from '../../../src/anatomy/cross-section';
import { poseNeedle } from '../../../src/anatomy/needle-pose';
import { placeSites } from '../../../src/anatomy/place-sites';
import { Surface } from '../../../src/anatomy/surface';
import { sitesOf } from '../../../src/protocol/sites';
import { ball, tube, wall } from '../../support/shapes';
import { standardAnatomy } from '../../support/standard-head';

const window = { side: 25, up: 12, down: 20 };
const inside = ([x, y]: CutPoint): boolean => Math.abs(x) <= window.side && y <= window.up && y >= -window.down;

describe('a cross-section', () => {
  it('of a wall is a straight line from one side of the window to the other', () => {
    const line = crossSection(new Surface(wall(50)), { point: [3, 4, 0], along: [0, 1, 0], out: [0, 0, 1] }, window);
    if (line === null) throw new Error('no skin');
    for (const [, y] of line) expect(y).toBeCloseTo(0, 6);
    expect(line[0]?.[0]).toBeLessThanOrEqual(-window.side);
    expect(line[line.length - 1]?.[0]).toBeGreaterThanOrEqual(window.side);
  });

  it('of a ball is the arc it should be, whichever way the picture is turned', () => {
    const skin = new Surface(ball(80));
    for (const along of [
      [0, 1, 0],
      [0, -1, 0],
      [1, 0, 0],
      [Math.SQRT1_2, -Math.SQRT1_2, 0],
    ] as const) {
      const line = crossSection(skin, { point: [0, 0, 80], along, out: [0, 0, 1] }, window);
      if (line === null) throw new Error('no skin');
      expect(line.length).toBeGreaterThan(20);
      for (const [x, y] of line) expect(Math.hypot(x, y + 80)).toBeCloseTo(80, 1);
      for (let i = 1; i < line.length; i++) expect(line[i]![0]).toBeGreaterThanOrEqual(line[i - 1]![0]);
    }
  });

  it('shows the wall it is asked for, not the one behind', () => {
    const line = crossSection(
      new Surface(tube(60, 300)),
      { point: [0, 0, -60], along: [0, 1, 0], out: [0, 0, -1] },
      window,
    );
    expect(line?.every(([, y]) => Math.abs(y) < 0.1)).toBe(true);
  });

  it('is none where the skin does not pass', () => {
    expect(
      crossSection(new Surface(wall(50)), { point: [0, 0, 5], along: [0, 1, 0], out: [0, 0, 1] }, window),
    ).toBeNull();
  });
});

describe('on the standard head', () => {
  let anatomy: Anatomy;
  beforeAll(async () => {
    anatomy = await standardAnatomy();
  }, 60_000);

  it('every site has one that passes it, and spans the picture or leaves it', () => {
    const sites = placeSites(anatomy, sitesOf('preempt-2017'));
    if (!sites.ok) throw new Error(sites.error.site);
    expect(sites.value).toHaveLength(31);
    for (const { site, positionMm, normal } of sites.value) {
      const pose = poseNeedle({ positionMm, normal }, site.needle.pose.way);
      if (!pose.ok) throw new Error(`${site.id}: ${pose.error.kind}`);
      const frame = { point: positionMm, along: pose.value.heading, out: normal };
      const line = crossSection(anatomy.skin, frame, window);
      if (line === null) throw new Error(`${site.id} has no skin`);
      const nearest = Math.min(...line.map(([x, y]) => Math.hypot(x, y)));
      expect(nearest, site.id).toBeLessThan(0.5);
      // Both ends are the first points outside, so that no line stops short in the picture.
      expect(inside(line[0]!), site.id).toBe(false);
      expect(inside(line[line.length - 1]!), site.id).toBe(false);
      expect(line.slice(1, -1).every(inside), site.id).toBe(true);
      // Next to the site the skin is as good as square to its normal.
      for (const [x, y] of line) if (Math.abs(x) < 2) expect(Math.abs(y), site.id).toBeLessThan(0.6);
    }
  });
});
