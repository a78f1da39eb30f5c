import { describe, expect, it } from 'vitest';
import { ghostGeometry, needleGeometry } from '../../../src/scene/needle-geometry';

const size = { lengthMm: 12.7, outerMm: 0.31, insertedMm: 2.83 };

type Attributes = ReturnType<typeof needleGeometry>;
const corners = (geometry: Attributes, slim: 0 | 1): readonly (readonly [number, number, number])[] => {
  const [at, mark] = [geometry.getAttribute('position'), geometry.getAttribute('slim')];
  return Array.from({ length: at.count }, (_, i) => i)
    .filter((i) => mark.getX(i) === slim)
    .map((i) => [at.getX(i), at.getY(i), at.getZ(i)]);
};

describe('the drawn needle', () => {
  const geometry = needleGeometry(size, '#555555', '#eeeeee');
  const tube = corners(geometry, 1);
  const hub = corners(geometry, 0);

  it('is as long and as thick as it is, with as much of it past the skin as is asked', () => {
    const along = tube.map(([, , z]) => z);
    expect(Math.max(...along)).toBeCloseTo(2.83, 4);
    expect(Math.max(...along) - Math.min(...along)).toBeCloseTo(12.7, 4);
    const across = tube.map(([x, y]) => Math.hypot(x, y));
    expect(Math.max(...across)).toBeCloseTo(0.155, 4);
  });

  it('is sharp on the side away from the bevel', () => {
    const tip = tube.filter(([, , z]) => z > 2.83 - 1e-3);
    for (const [, y] of tip) expect(y).toBeLessThan(-0.1);
    expect(tip.length).toBeGreaterThan(0);
  });

  it('has its hub outside, behind the tube', () => {
    expect(Math.max(...hub.map(([, , z]) => z))).toBeCloseTo(2.83 - 12.7, 4);
    expect(hub.every(([x, y]) => Math.hypot(x, y) < 3)).toBe(true);
  });

  it('shows its hub from outside: its faces look away from its axis', () => {
    const normals = geometry.getAttribute('normal');
    const [at, mark] = [geometry.getAttribute('position'), geometry.getAttribute('slim')];
    let outward = 0;
    let inward = 0;
    for (let i = 0; i < at.count; i += 1) {
      if (mark.getX(i) === 1) continue;
      const along = at.getX(i) * normals.getX(i) + at.getY(i) * normals.getY(i);
      if (along > 1e-6) outward += 1;
      if (along < -1e-6) inward += 1;
    }
    expect(outward).toBeGreaterThan(50);
    expect(inward).toBe(0);
  });
});

describe('the part under the skin', () => {
  it('runs from the skin to the tip in dashes, the last one dark', () => {
    const geometry = ghostGeometry(size, '#000000', '#ffffff');
    const [at, color] = [geometry.getAttribute('position'), geometry.getAttribute('color')];
    const along = Array.from({ length: at.count }, (_, i) => at.getZ(i));
    expect(Math.min(...along)).toBeCloseTo(0, 6);
    expect(Math.max(...along)).toBeCloseTo(2.83, 4);
    const last = along.findLastIndex((z) => z > 2.83 - 1e-3);
    expect(color.getX(last)).toBe(0);
    expect(new Set(Array.from({ length: color.count }, (_, i) => color.getX(i)))).toEqual(new Set([0, 1]));
  });
});
