import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../../src/anatomy/anchor';
import { ticksOf, wayThroughSeen } from '../../../../src/scene/learn/skin-line-board';

const spot = (x: number, seen = true) => ({ x, y: 0, seen });
const at = (...positionMm: Vec3) => ({ positionMm, normal: [0, 0, 1] as const });

describe('a line over the skin', () => {
  it('is drawn through every point that is seen', () => {
    expect(wayThroughSeen([spot(0), spot(10), spot(20)])).toBe('M0.0 0.0L10.0 0.0L20.0 0.0');
  });

  it('is left out where the head hides it, and taken up again where it comes round', () => {
    const spots = [spot(0), spot(10), spot(20, false), spot(30), spot(40), spot(50, false), spot(60)];
    expect(wayThroughSeen(spots)).toBe('M0.0 0.0L10.0 0.0M30.0 0.0L40.0 0.0');
  });
});

describe("a line's ruler", () => {
  it('has a mark at every whole step along the line, however its points are spaced, and none at its beginning', () => {
    const bent = [at(0, 0, 0), at(4, 0, 0), at(10, 0, 0), at(10, 25, 0)];
    const marks = ticksOf(bent, 10).map((tick) => tick.at.positionMm.map((mm) => Math.round(mm)));
    expect(marks).toEqual([
      [10, 0, 0],
      [10, 10, 0],
      [10, 20, 0],
    ]);
  });

  it('makes every second mark longer, and ends with one where the line is whole steps long', () => {
    expect(ticksOf([at(0, 0, 0), at(0, 30, 0)], 5).map(({ long }) => long)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
