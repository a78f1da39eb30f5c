import { describe, expect, it } from 'vitest';
import { blurred } from '../../../../src/anatomy/drawing/blur';
import { isolines } from '../../../../src/anatomy/drawing/isolines';
import { calmed, evenly, lengthOf, thinned } from '../../../../src/anatomy/drawing/smooth-line';
import type { SheetPoint } from '../../../../src/anatomy/drawing/viewpoint';

const frame = { left: -10, bottom: -10, cell: 0.5, columns: 40, rows: 40 };
const disc = (radius: number): Float32Array =>
  Float32Array.from({ length: 1600 }, (_, i) => {
    const [x, y] = [-10 + ((i % 40) + 0.5) * 0.5, -10 + (Math.floor(i / 40) + 0.5) * 0.5];
    return Math.max(0, radius + 1 - Math.hypot(x, y));
  });

describe('an isoline', () => {
  it('is a closed ring where the field passes the level, the higher side on its left', () => {
    const [ring, ...others] = isolines(disc(6), frame, 1);
    expect(others).toHaveLength(0);
    expect(ring!.at(-1)).toEqual(ring![0]);
    for (const [x, y] of ring!) expect(Math.hypot(x, y)).toBeCloseTo(6, 1);
    const turning = ring!.slice(1).reduce((sum, [x, y], i) => sum + ring![i]![0] * y - x * ring![i]![1], 0);
    expect(turning / 2).toBeCloseTo(Math.PI * 36, -0.5);
  });
});

describe('a blurred field', () => {
  it('keeps its sum and its middle', () => {
    const field = new Float32Array(1600);
    field[20 * 40 + 20] = 1;
    const soft = blurred(field, 40, 40, 2);
    expect(soft.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
    expect(soft.indexOf(Math.max(...soft))).toBe(20 * 40 + 20);
    expect(soft[20 * 40 + 18]).toBeCloseTo(soft[18 * 40 + 20]!, 6);
  });

  it('takes nothing from where the weights are nought', () => {
    const field = new Float32Array(1600).fill(7);
    const weights = new Float32Array(1600).fill(1);
    for (let i = 0; i < 800; i++) [field[i], weights[i]] = [1000, 0];
    expect(blurred(field, 40, 40, 3, weights)[20 * 40 + 5]).toBeCloseTo(7, 4);
  });
});

describe('a line', () => {
  const wavy = Array.from({ length: 101 }, (_, i): SheetPoint => [i, (i % 2) * 0.4]);

  it('loses its tremor, and keeps its ends', () => {
    const calm = calmed(wavy, 4);
    expect(calm[0]).toEqual(wavy[0]);
    expect(calm.at(-1)).toEqual(wavy.at(-1));
    const swing = calm.slice(10, 90).map(([, y]) => y);
    expect(Math.max(...swing) - Math.min(...swing)).toBeLessThan(0.05);
  });

  it('keeps its size as a ring', () => {
    const ring = Array.from({ length: 61 }, (_, i): SheetPoint => {
      const a = ((i % 60) * Math.PI) / 30;
      return [10 * Math.cos(a), 10 * Math.sin(a)];
    });
    for (const [x, y] of calmed(ring, 6)) expect(Math.hypot(x, y)).toBeCloseTo(10, 1);
  });

  it('is thinned to what it cannot do without', () => {
    const corner: SheetPoint[] = evenly(
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      0.5,
    );
    expect(thinned(corner, 0.05)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
    expect(lengthOf(corner)).toBeCloseTo(20, 1);
  });
});
