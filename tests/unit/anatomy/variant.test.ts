import { describe, expect, it } from 'vitest';
import { measureOf, sizeOf } from '../../../src/anatomy/head-size';
import {
  clampSize,
  type HeadSize,
  measuresFrom,
  readVariant,
  standardVariant,
  variantText,
} from '../../../src/anatomy/variant';
import { circumferences, completed, solveWarp } from '../../../src/anatomy/variant-solve';
import { noWarp, type Warp, warpPoint } from '../../../src/anatomy/variant-warp';
import { anthropometry, atPercentile, headMeasures, percentileOf } from '../../../src/protocol/anthropometry';
import { seeded } from '../../../scripts/seeded';
import { randomVariant } from '../../../scripts/prove/random-variant';
import { standardCurves as curves } from '../../support/standard-curves';

const standard = sizeOf(curves);
const solved = (size: HeadSize): Warp => {
  const warp = solveWarp(curves, size);
  if (!warp.ok) throw new Error(warp.error.kind);
  return warp.value;
};

describe('percentiles', () => {
  it('are those of a normal distribution with the published mean and standard deviation', () => {
    expect(percentileOf('headLength', 'men', 199.5)).toBeCloseTo(50, 6);
    expect(percentileOf('headLength', 'men', 199.5 + 7)).toBeCloseTo(84.134, 2);
    expect(percentileOf('headLength', 'men', 199.5 - 7)).toBeCloseTo(15.866, 2);
    expect(percentileOf('neckGirth', 'women', atPercentile('neckGirth', 'women', 95) ?? 0)).toBeCloseTo(95, 1);
    expect(percentileOf('neckGirth', 'women', atPercentile('neckGirth', 'women', 5) ?? 0)).toBeCloseTo(5, 1);
  });

  it('are not claimed where no survey was read', () => {
    expect(anthropometry.foreheadHeight.spread).toBeNull();
    expect(percentileOf('foreheadHeight', 'women', 60)).toBeNull();
    expect(atPercentile('foreheadHeight', 'men', 50)).toBeNull();
  });
});

describe('the text of a variant', () => {
  it('tells every measure and reads back to the same size', () => {
    const size = { ...standard, headLength: 201.3, headCircumference: 571 };
    const read = readVariant(variantText(size));
    if (!read.ok || read.value === null) throw new Error('not read');
    expect(variantText(read.value)).toBe(variantText(size));
    expect(read.value.headLength).toBe(201.3);
    expect(readVariant(standardVariant)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['', 'unreadable'],
    ['headLength=200', 'unreadable'],
    [`${variantText(standard)} noseLength=60`, 'unreadable'],
    [variantText(standard).replace(/headLength=[\d.]+/, 'headLength=1e9'), 'unreadable'],
    [variantText(standard).replace(/headLength=[\d.]+/, 'headLength=NaN'), 'unreadable'],
    [variantText(standard).replace(/headLength=[\d.]+/, 'headLength=-190'), 'unreadable'],
    [variantText(standard).replace(/headLength=[\d.]+/, 'headLength=400'), 'out-of-range'],
    [variantText(standard).replace(/neckGirth=[\d.]+/, 'neckGirth=0'), 'out-of-range'],
  ])('is refused where it cannot be a head: "%s"', (text, kind) => {
    const read = readVariant(text);
    expect(read.ok ? 'read' : read.error.kind).toBe(kind);
  });
});

describe('measures from a file', () => {
  it('are refused by name where they are none', () => {
    for (const value of [null, [], 7, 'tall', { headLength: '200' }, { height: 180 }]) {
      const read = measuresFrom(value);
      expect(read.ok ? 'read' : read.error.kind, JSON.stringify(value)).toBe('unreadable');
    }
  });

  it('are completed by the standard head, the circumference following length and breadth', () => {
    const size = completed(curves, { headLength: 210 });
    expect(size.headBreadth).toBe(standard.headBreadth);
    expect(size.headCircumference).toBeGreaterThan(standard.headCircumference + 20);
    expect(solveWarp(curves, size).ok).toBe(true);
    expect(completed(curves, {})).toEqual({
      ...standard,
      headCircumference: expect.closeTo(standard.headCircumference, 6) as number,
    });
  });
});

describe('a head of another size', () => {
  it('that is the standard one is not moved at all', () => {
    for (const share of Object.values(solved(standard))) expect(share).toBeCloseTo(0, 6);
    const p = [31, 47, 80] as const;
    expect(warpPoint(noWarp, curves, p)).toEqual(p);
  });

  it('measures what was asked for on its own lines, to a tenth of a millimetre, wherever the limits allow', () => {
    const next = seeded(5);
    for (let n = 0; n < 60; n++) {
      const { size, warp } = randomVariant(curves, next);
      for (const measure of headMeasures) {
        const measured = measureOf(curves, measure, (p) => warpPoint(warp, curves, p));
        expect(Math.abs(measured - size[measure]), measure).toBeLessThan(0.1);
      }
    }
  });

  it('is odd about the midline, to the last bit', () => {
    const next = seeded(9);
    for (let n = 0; n < 20; n++) {
      const { warp } = randomVariant(curves, next);
      for (let i = 0; i < 50; i++) {
        const [x, y, z] = [200 * next(), 300 * next() - 180, 220 * next() - 115];
        const [lx, ly, lz] = warpPoint(warp, curves, [x, y, z]);
        expect(warpPoint(warp, curves, [-x, y, z])).toEqual([-lx, ly, lz]);
      }
    }
  });

  it('is turned inside out nowhere: the space it fills is stretched and squeezed, never folded', () => {
    const next = seeded(3);
    const h = 0.01;
    for (let n = 0; n < 150; n++) {
      const { warp } = randomVariant(curves, next);
      for (let i = 0; i < 120; i++) {
        const p = [190 * next() + 0.5, 380 * next() - 240, 220 * next() - 115] as const;
        const at = warpPoint(warp, curves, p);
        const [a, b, c] = [0, 1, 2].map((k) => {
          const moved = warpPoint(warp, curves, [
            p[0] + (k === 0 ? h : 0),
            p[1] + (k === 1 ? h : 0),
            p[2] + (k === 2 ? h : 0),
          ]);
          return moved.map((value, j) => (value - at[j]!) / h);
        }) as [number[], number[], number[]];
        const volume =
          a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
          a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
          a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!);
        expect(volume).toBeGreaterThan(0.1);
      }
    }
  });

  it('that cannot be is refused with the reason', () => {
    const tooLong = solveWarp(curves, { ...standard, headLength: 260 });
    expect(tooLong).toEqual({
      ok: false,
      error: { kind: 'out-of-range', measure: 'headLength', mm: 260, ...anthropometry.headLength.limits },
    });
    const { min, max } = circumferences(curves, standard);
    expect(max - min).toBeGreaterThan(30);
    const hollow = solveWarp(curves, { ...standard, headCircumference: Math.floor(min) - 1 });
    expect(hollow.ok ? 'made' : hollow.error.kind).toBe('impossible-circumference');
    expect(solveWarp(curves, { ...standard, headCircumference: Number.NaN }).ok).toBe(false);
  });

  it('is clamped to the limits by a slider that runs past them', () => {
    const clamped = clampSize({ ...standard, headLength: 999, neckGirth: -4, shoulderLength: Number.NaN }, standard);
    expect(clamped.headLength).toBe(anthropometry.headLength.limits.max);
    expect(clamped.neckGirth).toBe(anthropometry.neckGirth.limits.min);
    expect(clamped.shoulderLength).toBeCloseTo(standard.shoulderLength, 1);
  });

  it('stands at the 5th, 50th and 95th percentile of women and men: all six can be made', () => {
    for (const population of ['women', 'men'] as const) {
      for (const percentile of [5, 50, 95] as const) {
        const some = Object.fromEntries(
          headMeasures.flatMap((measure) => {
            const mm = atPercentile(measure, population, percentile);
            return mm === null ? [] : [[measure, mm]];
          }),
        );
        expect(solveWarp(curves, completed(curves, some)).ok, `${population} ${String(percentile)}`).toBe(true);
      }
    }
  });
});
