import { describe, expect, it } from 'vitest';
import { viewPresets } from '../../../src/scene/map-props';
import {
  anglesOf,
  between,
  directionOf,
  ease,
  lensFor,
  nearestPreset,
  poseFacing,
  presetPoses,
  shortestArc,
} from '../../../src/scene/views';

const uncovered = { right: 0, bottom: 0 };

describe('the nearest quick view', () => {
  it.each(viewPresets)('of %s is itself', (preset) => {
    const { azimuth, elevation } = presetPoses[preset];
    expect(nearestPreset(azimuth, elevation)).toBe(preset);
  });

  it('holds within 35 degrees and no further', () => {
    expect(nearestPreset(64, 7)).toBe('left');
    expect(nearestPreset(34, 2)).toBe('front');
    expect(nearestPreset(45, 2)).toBeNull();
    expect(nearestPreset(0, 45)).toBeNull();
  });

  it('tells the neck from the back by the camera climbing', () => {
    expect(nearestPreset(180, 20)).toBe('back');
    expect(nearestPreset(180, 24)).toBe('shoulders');
  });

  it('sees the same direction in either way of writing an azimuth', () => {
    expect(nearestPreset(-176, 10)).toBe('back');
    expect(nearestPreset(270, 6)).toBe('right');
  });
});

describe('turning', () => {
  it('goes the short way round', () => {
    expect(shortestArc(170, -170)).toBe(20);
    expect(shortestArc(-90, 180)).toBe(-90);
    expect(shortestArc(90, 180)).toBe(90);
    expect(shortestArc(-350, 0)).toBe(-10);
  });

  it('passes from right to back without seeing the face', () => {
    const middle = between(presetPoses.right, presetPoses.back, 0.5);
    expect(Math.cos((middle.azimuth * Math.PI) / 180)).toBeLessThan(-0.6);
  });

  it('arrives exactly', () => {
    const end = between(presetPoses.left, presetPoses.shoulders, 1);
    expect(end).toEqual(presetPoses.shoulders);
  });

  it('eases as cubic-bezier(.2, .8, .2, 1): off at once, in gently, never back', () => {
    expect([ease(-1), ease(0), ease(1), ease(2)]).toEqual([0, 0, 1, 1]);
    expect(ease(0.5)).toBeCloseTo(0.9461, 3);
    for (let t = 0.05; t <= 1; t += 0.05) expect(ease(t)).toBeGreaterThan(ease(t - 0.05));
  });
});

describe('directions', () => {
  it('put the camera before the face at 0 and on the patient’s left at 90', () => {
    expect(directionOf(0, 0)).toEqual([0, 0, 1]);
    expect(directionOf(90, 0)[0]).toBeCloseTo(1, 10);
  });

  it('are read back as the angles they were made from', () => {
    for (const [azimuth, elevation] of [
      [64, 7],
      [-142, 34],
      [179, -20],
    ] as const) {
      const read = anglesOf(directionOf(azimuth, elevation));
      expect(read.azimuth).toBeCloseTo(azimuth, 8);
      expect(read.elevation).toBeCloseTo(elevation, 8);
    }
  });
});

describe('facing a site', () => {
  it('looks at a temple from its own side', () => {
    expect(nearestPreset(poseFacing([70, 50, 0], [1, 0, 0]).azimuth, 0)).toBe('left');
    expect(nearestPreset(poseFacing([-70, 50, 0], [-1, 0, 0]).azimuth, 0)).toBe('right');
  });

  it('looks at a shoulder from behind and above, within the limits of the camera', () => {
    const { azimuth, elevation } = poseFacing([110, -125, -40], [0.5, 0.85, -0.1]);
    expect(Math.abs(azimuth)).toBeGreaterThan(140);
    expect(elevation).toBeGreaterThan(20);
    expect(elevation).toBeLessThanOrEqual(60);
  });
});

describe('the lens', () => {
  const half = (fov: number) => Math.tan((fov * Math.PI) / 360);

  it('keeps a pose’s field of view on a wide canvas', () => {
    const lens = lensFor(24.6, 832, 844, uncovered);
    expect(lens.fov).toBeCloseTo(24.6, 10);
    expect([lens.shiftX, lens.shiftY]).toEqual([0, 0]);
  });

  it('fits by width on a canvas narrower than 0.9:1', () => {
    const lens = lensFor(24.6, 450, 1000, uncovered);
    expect(half(lens.fov) * 0.45).toBeCloseTo(half(24.6) * 0.9, 10);
  });

  it('moves the view centre into the middle of what a card at the right leaves free', () => {
    expect(lensFor(24.6, 832, 844, { right: 300, bottom: 0 }).shiftX).toBe(150);
  });

  it('shows at least as much height above a bar as the pose had on the whole canvas', () => {
    const lens = lensFor(24.6, 720, 700, { right: 0, bottom: 200 });
    const top = half(lens.fov) * (1 - (2 * lens.shiftY) / 700);
    expect(lens.shiftY).toBeGreaterThan(0);
    expect(top).toBeGreaterThanOrEqual(half(24.6) - 1e-9);
  });

  it('keeps the crown, seen from behind, below a row of controls on a tablet', () => {
    const [height, crown] = [474, [0, 134, -10] as const];
    const { target, distance, elevation, fov } = presetPoses.back;
    const turn = (elevation * Math.PI) / 180;
    const [up, back] = [crown[1] - target[1], target[2] - crown[2]];
    const slope =
      (up * Math.cos(turn) - back * Math.sin(turn)) / (distance - up * Math.sin(turn) - back * Math.cos(turn));
    const crownAt = (top: number) => {
      const lens = lensFor(fov, 656, height, { ...uncovered, top });
      return (height / 2) * (1 - slope / half(lens.fov)) - lens.shiftY;
    };
    expect(crownAt(0)).toBeLessThan(72);
    expect(crownAt(72)).toBeGreaterThan(72);
  });

  it('holds out when almost everything is covered', () => {
    const lens = lensFor(24.6, 390, 500, { right: 390, bottom: 500 });
    expect(lens.fov).toBeLessThan(120);
    expect(lens.shiftX).toBeLessThan(390 / 2);
  });
});
