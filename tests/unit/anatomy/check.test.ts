import { beforeAll, describe, expect, it } from 'vitest';
import type { DrawnHead } from '../../../scripts/read-head';
import { Anatomy } from '../../../src/anatomy/anatomy';
import type { Vec3 } from '../../../src/anatomy/anchor';
import { checkAnatomy, checkMuscle, type CheckRow, tolerance } from '../../../src/anatomy/check';
import { borderOf, type FibreGrid, leftSheet, lengthOf } from '../../../src/anatomy/fibre-grid';
import { convergenceLine, foreheadShare, shoulderRidge, zygomaticArch } from '../../../src/anatomy/measure-muscles';
import { headMeasurements, muscleMeasurements, unmeasured } from '../../../src/protocol/measurements';
import { sources } from '../../../src/protocol/sources';
import { standardAnatomy, standardHead } from '../../support/standard-head';

let head: DrawnHead;
let anatomy: Anatomy;
let rows: readonly CheckRow[];
const rowOf = (list: readonly CheckRow[], id: string): CheckRow => {
  const found = list.find(({ measurement }) => measurement.id === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
};
const tooFar = (list: readonly CheckRow[]): readonly string[] =>
  list.filter(({ nearest }) => Math.abs(nearest.z) > tolerance).map(({ measurement }) => measurement.id);

beforeAll(async () => {
  head = await standardHead();
  anatomy = await standardAnatomy();
  rows = checkAnatomy(anatomy, head.muscles);
}, 60_000);

type Checked = Parameters<typeof checkMuscle>[0];

/** The figures of one muscle where its left sheet is moved. */
function moved(muscle: Checked, by: (at: Vec3) => Vec3): readonly CheckRow[] {
  const muscles = head.muscles.map((sheet): FibreGrid => {
    if (sheet.muscle !== muscle || sheet.side === 'right') return sheet;
    const positions = Float32Array.from(sheet.positions);
    for (let v = 0; v < positions.length; v += 3) {
      positions.set(by([positions[v]!, positions[v + 1]!, positions[v + 2]!]), v);
    }
    return { ...sheet, positions };
  });
  return checkMuscle(muscle, new Anatomy({ ...head, muscles }), muscles);
}
const shifted = (muscle: Checked, [x, y, z]: Vec3): readonly CheckRow[] =>
  moved(muscle, (at) => [at[0] + x, at[1] + y, at[2] + z]);

describe('the built head and muscles', () => {
  it('lie within 1.5 standard deviations of every published figure', () => {
    expect(tooFar(rows)).toEqual([]);
    for (const { ours, measurement } of rows) expect(Number.isFinite(ours), measurement.id).toBe(true);
  });

  it('are held against the whole table, each figure once', () => {
    const table = [...Object.values(muscleMeasurements), ...Object.values(headMeasurements)].map(({ id }) => id);
    expect(rows.map(({ measurement }) => measurement.id)).toEqual(table);
    expect(new Set(table).size).toBe(table.length);
  });

  it('count against men or women, whichever is nearer, and say the other too', () => {
    const { compared, nearest } = rowOf(rows, 'head-length');
    expect(compared.map(({ of }) => of)).toEqual(['men', 'women']);
    expect(Math.abs(nearest.z)).toBe(Math.min(...compared.map(({ z }) => Math.abs(z))));
  });

  it('measure in a whole head what a tape on a ruler line would: the ridge and the arch lie where they are felt', () => {
    const ridge = shoulderRidge(anatomy);
    expect(lengthOf(ridge)).toBeGreaterThan(140);
    for (const [x, y, z] of zygomaticArch(anatomy)) {
      expect(x).toBeGreaterThan(60);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(20);
      expect(z).toBeGreaterThan(15);
    }
  });
});

describe('the check', () => {
  it.each<readonly [Checked, Vec3, string]>([
    ['occipitalis', [0, 6, 0], 'occipitalis-above'],
    ['occipitalis', [12, 0, 8], 'occipitalis-lateral'],
    ['corrugator', [9, 0, -2], 'corrugator-origin-medial'],
    ['frontalis', [0, 14, -6], 'frontalis-convergence'],
    ['temporalis', [0, -12, 0], 'temporalis-ratio'],
    ['trapezius', [30, -30, -30], 'trapezius-ridge'],
  ])(
    'sees the %s moved by %j mm',
    (muscle, by, id) => {
      expect(tooFar(shifted(muscle, by))).toContain(id);
    },
    60_000,
  );

  it('sees a muscle of another size', () => {
    const [x, y, z] = borderOf(leftSheet(head.muscles, 'corrugator'))[0]!;
    const about =
      (k: number) =>
      (at: Vec3): Vec3 => [x + (at[0] - x) * k, y + (at[1] - y) * k, z + (at[2] - z) * k];
    expect(tooFar(moved('corrugator', about(1.45)))).toContain('corrugator-width');
  });

  it('measures the sheet and does not tell what it was made from: moved by 5 mm, it reads 5 mm more', () => {
    const up = rowOf(shifted('occipitalis', [0, 5, 0]), 'occipitalis-above').ours;
    const rise = up - rowOf(rows, 'occipitalis-above').ours;
    // Moved straight up it leaves the slope of the nape, and is laid back on it square to the skin.
    expect(rise).toBeGreaterThan(4);
    expect(rise).toBeLessThan(7);
  });

  it('needs a muscle to be drawn', () => {
    expect(() => leftSheet([], 'occipitalis')).toThrow(RangeError);
  });
});

describe('the line of convergence', () => {
  it('runs level across the frontalis, at the published share of the forehead', () => {
    const heights = convergenceLine(head.muscles).map(([, y]) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(5);
    for (const y of heights) expect(foreheadShare(anatomy, y)).toBeGreaterThan(0.5);
  });

  it('has no height outside the forehead', () => {
    expect(() => foreheadShare(anatomy, -40)).toThrow(RangeError);
  });
});

describe('the table of measurements', () => {
  it('names a registered source for every figure, and a spread that is chosen says so and why', () => {
    for (const measurement of [...Object.values(muscleMeasurements), ...Object.values(headMeasurements)]) {
      expect(sources[measurement.source].id).toBe(measurement.source);
      for (const { mean, sd } of measurement.samples) {
        expect(mean).toBeGreaterThan(0);
        expect(sd).toBeGreaterThan(0);
      }
    }
    expect(muscleMeasurements.temporalisRatio.chosenSpread).toMatch(/no spread/);
  });

  it('says what it leaves unmeasured', () => {
    for (const { why, source } of unmeasured) {
      expect(why.length).toBeGreaterThan(10);
      expect(sources[source].id).toBe(source);
    }
  });
});
