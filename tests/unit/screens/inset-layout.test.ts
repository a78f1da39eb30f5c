import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { bmiBands } from '../../../src/protocol/depths';
import { needles } from '../../../src/protocol/maps/needles';
import { muscles } from '../../../src/protocol/paradigm';
import {
  flatSkin,
  layOut,
  onNeedle,
  skinHeight,
  spread,
  tissueUnder,
  toPixel,
} from '../../../src/screens/chart/inset-layout';
import { needleView } from '../../../src/state/needle-view';

const normals: Readonly<Record<string, Vec3>> = { trapezius: [0, 0.995, -0.1], temporalis: [1, 0, 0] };
const cases = muscles.flatMap(({ id }) =>
  [undefined, ...bmiBands].flatMap((band) =>
    [false, true].map((longer) => ({ id, band: band ?? 'none', longer, given: band })),
  ),
);

describe('the picture of a needle', () => {
  it.each(cases)(
    'of the $id, band $band, longer $longer, holds tube, tip and depths, true to scale',
    ({ id, given, longer }) => {
      const site = { positionMm: [0, 0, 0] as Vec3, normal: normals[id] ?? ([0, 0, -1] as Vec3) };
      const view = needleView(site, id, needles[id], given, { longer, otherWay: false });
      if (!view.pose.ok) throw new Error(view.pose.error.kind);
      const { degrees } = view.pose.value;
      const layout = layOut(view, view.pose.value);
      const [tip, root] = [view.insertedMm, view.insertedMm - view.reach.lengthMm].map((mm) =>
        toPixel(layout, onNeedle(degrees, mm)),
      );
      for (const [x, y] of [tip!, root!]) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(layout.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(layout.height);
      }
      expect(Math.hypot(tip![0] - root![0], tip![1] - root![1]) / layout.scale).toBeCloseTo(view.reach.lengthMm, 6);
      if (view.known.kind !== 'published') return;
      const { mean, sd } = view.known.depth;
      expect(layout.y + (mean + sd) * layout.scale).toBeLessThan(layout.height);
    },
  );

  it('has tissue under the skin down to its lower edge, and none above', () => {
    const site = { positionMm: [0, 0, 0] as Vec3, normal: [0, 0, 1] as Vec3 };
    const view = needleView(site, 'procerus', needles.procerus, undefined, { longer: false, otherWay: false });
    if (!view.pose.ok) throw new Error(view.pose.error.kind);
    const layout = layOut(view, view.pose.value);
    const outline = tissueUnder(layout, flatSkin(layout));
    expect(Math.min(...outline.map(([, y]) => y))).toBeCloseTo(layout.y, 6);
    expect(Math.max(...outline.map(([, y]) => y))).toBeGreaterThan(layout.height);
    expect(Math.min(...outline.map(([x]) => x))).toBeLessThanOrEqual(0);
    expect(Math.max(...outline.map(([x]) => x))).toBeGreaterThanOrEqual(layout.width);
  });

  it('reads the height of the skin between its points', () => {
    const skin = [
      [-10, -2],
      [0, 0],
      [10, -4],
    ] as const;
    expect(skinHeight(skin, 5)).toBe(-2);
    expect(skinHeight(skin, -5)).toBe(-1);
    expect([skinHeight(skin, -50), skinHeight(skin, 50)]).toEqual([-2, -4]);
  });

  it('keeps labels apart and inside', () => {
    expect(spread([10, 40], 14, 100)).toEqual([10, 40]);
    expect(spread([10, 12], 14, 100)).toEqual([10, 24]);
    expect(spread([90, 95], 14, 100)).toEqual([86, 100]);
  });
});
