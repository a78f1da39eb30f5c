import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { Footprints } from '../../../src/anatomy/footprint';
import type { MuscleSheet } from '../../../src/anatomy/head-model';
import { Surface, type SurfacePoint } from '../../../src/anatomy/surface';
import { gridMesh, wall } from '../../support/shapes';

const skin = new Surface(wall(100));
const at = (x: number, y: number): SurfacePoint => skin.closest([x, y, 0]);

/** A sheet over x and y within half a width of its middle, raised in the middle and sunk half a millimetre at its edge. */
function sheet(muscle: MuscleSheet['muscle'], [x, y]: readonly [number, number], half: number): MuscleSheet {
  const mesh = gridMesh(20, 20, (u, v): Vec3 => {
    const edge = Math.min(u, 1 - u, v, 1 - v);
    return [x + half * (2 * u - 1), y + half * (2 * v - 1), edge === 0 ? -0.5 : Math.min(3, 40 * edge)];
  });
  return { muscle, side: 'left', ...mesh };
}

describe('a footprint', () => {
  const footprints = new Footprints([sheet('temporalis', [0, 0], 20)]);
  const own = { muscle: 'temporalis', side: 'left' } as const;

  it('holds what lies under the sheet, up to its edge', () => {
    for (const [x, y] of [
      [0, 0],
      [19, 0.3],
      [-18.7, 18.2],
    ] as const) {
      expect(footprints.muscleAt(at(x, y))).toEqual(own);
      expect(footprints.outsideBy(at(x, y), own)).toBe(0);
    }
  });

  it('does not hold what lies beside it, and says how far that is', () => {
    for (const [x, y, far] of [
      [21, 0.3, 1],
      [25, 3, 5],
      [23, 24, 5],
      [-50, 7, 30],
    ] as const) {
      expect(footprints.muscleAt(at(x, y))).toBeNull();
      expect(footprints.outsideBy(at(x, y), own)).toBeCloseTo(far, 0);
    }
  });

  it('has no say over skin far above or below the sheet', () => {
    const elsewhere = new Footprints([
      { ...own, ...wall(20, 15) },
      { muscle: 'trapezius', side: 'left', ...wall(20, -15) },
    ]);
    expect(elsewhere.muscleAt(at(0.3, 0.4))).toBeNull();
  });

  it('is asked only of muscles that are drawn', () => {
    expect(() => footprints.outsideBy(at(0, 0), { muscle: 'procerus', side: 'midline' })).toThrow(RangeError);
  });
});

describe('where sheets overlap', () => {
  it('the cervical paraspinals come before the trapezius, even were they the larger', () => {
    const sheets = [sheet('trapezius', [0, 0], 20), sheet('paraspinal', [5, 0], 30)];
    for (const order of [sheets, [...sheets].reverse()]) {
      expect(new Footprints(order).muscleAt(at(0.3, 0.4))?.muscle).toBe('paraspinal');
    }
  });

  it('the smaller muscle comes before the larger that surrounds it', () => {
    const sheets = [sheet('frontalis', [0, 0], 30), sheet('corrugator', [0, 0], 8)];
    for (const order of [sheets, [...sheets].reverse()]) {
      expect(new Footprints(order).muscleAt(at(0.3, 0.4))?.muscle).toBe('corrugator');
      expect(new Footprints(order).muscleAt(at(12.3, 0.4))?.muscle).toBe('frontalis');
    }
  });
});
