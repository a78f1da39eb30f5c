import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dot, placeLabels } from '../../../../src/scene/note/place-labels';

const area = { left: 0, top: 0, right: 120, bottom: 172 };
const size = { width: 9, height: 5.2 };
const dotAt = (x: number, y: number): Dot => ({ x, y, r: 3.4, ...size });

const touching = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.abs(a.x - b.x) < size.width && Math.abs(a.y - b.y) < size.height;
const covers = (label: { x: number; y: number }, dot: Dot) => {
  const dx = Math.max(0, Math.abs(label.x - dot.x) - size.width / 2);
  const dy = Math.max(0, Math.abs(label.y - dot.y) - size.height / 2);
  return Math.hypot(dx, dy) < dot.r;
};

describe('the numbers beside the sites of a picture', () => {
  it('lie over no dot and over no other number, within the picture, wherever up to twelve sites crowd together', () => {
    const crowd = fc.array(
      fc.tuple(fc.double({ min: 30, max: 90, noNaN: true }), fc.double({ min: 40, max: 120, noNaN: true })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(crowd, (places) => {
        const dots = places.map(([x, y]) => dotAt(x, y));
        const labels = placeLabels(dots, area, []);
        for (const [n, label] of labels.entries()) {
          expect(dots.some((dot) => covers(label, dot))).toBe(false);
          expect(labels.some((other, at) => at !== n && touching(label, other))).toBe(false);
          expect(label.x - size.width / 2).toBeGreaterThanOrEqual(area.left);
          expect(label.y + size.height / 2).toBeLessThanOrEqual(area.bottom);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('stand close by where there is room, without a line; apart, a line leads from the one to the other', () => {
    const [alone] = placeLabels([dotAt(60, 80)], area, []);
    expect(alone?.leader).toBeUndefined();
    expect(Math.hypot((alone?.x ?? 0) - 60, (alone?.y ?? 0) - 80)).toBeLessThan(11);
    const row = Array.from({ length: 9 }, (_, n) => dotAt(30 + 7 * n, 80));
    const led = placeLabels(row, area, []).filter(({ leader }) => leader !== undefined);
    expect(led.length).toBeGreaterThan(0);
    for (const { leader } of led) {
      const [from] = leader ?? [{ x: 0, y: 0 }];
      expect(row.some(({ x, y, r }) => Math.abs(Math.hypot(from.x - x, from.y - y) - r) < 0.01)).toBe(true);
    }
  });

  it('keep off what stands in a corner', () => {
    const corner = { left: 0, top: 0, right: 30, bottom: 17 };
    const [label] = placeLabels([dotAt(16, 22)], area, [corner]);
    expect((label?.y ?? 0) - size.height / 2 >= corner.bottom || (label?.x ?? 0) - size.width / 2 >= corner.right).toBe(
      true,
    );
  });
});
