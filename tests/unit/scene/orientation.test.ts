import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { patientFront, patientLeft, type SideCue, sideCues } from '../../../src/scene/orientation';
import { directionOf, elevationRange } from '../../../src/scene/views';

const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
/** Every angle the camera can take and some it cannot, the edges between two cues among them. */
const poses = range(-180, 180, 3).flatMap((azimuth) =>
  [...range(elevationRange.min, elevationRange.max, 10), -80, 85].map((elevation) => ({ azimuth, elevation })),
);
const reach = 90;

/** Where points 90 mm to the patient's left and right of the head's middle fall: across the screen, and toward the viewer. */
function projected(azimuth: number, elevation: number) {
  const camera = new PerspectiveCamera(24, 1, 40, 4000);
  camera.position.fromArray(directionOf(azimuth, elevation)).multiplyScalar(1000);
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  const at = (x: number) => {
    const point = new Vector3(x, 0, 0);
    return { across: point.clone().project(camera).x, near: -point.distanceTo(camera.position) };
  };
  return { left: at(reach), right: at(-reach) };
}

const across: Readonly<Record<Exclude<SideCue, 'facing' | 'hidden'>, number>> = { start: -1, end: 1 };

describe('left and right on the canvas', () => {
  it('are told at every pose: both at their edges, or the one that faces the viewer', () => {
    for (const { azimuth } of poses) {
      const cues = Object.values(sideCues(azimuth)).toSorted();
      expect(
        [
          ['end', 'start'],
          ['facing', 'hidden'],
        ],
        String(azimuth),
      ).toContainEqual(cues);
    }
  });

  it('stand on the side of the screen to which that side of the head projects, at every pose', () => {
    for (const { azimuth, elevation } of poses) {
      const cues = sideCues(azimuth);
      const points = projected(azimuth, elevation);
      for (const side of ['left', 'right'] as const) {
        const cue = cues[side];
        const where = `${side} at ${String(azimuth)}/${String(elevation)}`;
        if (cue === 'start' || cue === 'end') expect(points[side].across * across[cue], where).toBeGreaterThan(0);
        if (cue === 'facing')
          expect(points[side].near, where).toBeGreaterThan(points[side === 'left' ? 'right' : 'left'].near);
      }
    }
  });

  it('never name an edge where the sides project almost onto each other', () => {
    const front = projected(0, 0).left.across;
    for (const { azimuth, elevation } of poses) {
      if (!['start', 'end'].includes(sideCues(azimuth).left)) continue;
      expect(Math.abs(projected(azimuth, elevation).left.across)).toBeGreaterThan(0.55 * front);
    }
  });

  it('are the patient’s: facing them, their left is on the right', () => {
    expect(sideCues(0)).toEqual({ left: 'end', right: 'start' });
    expect(sideCues(180)).toEqual({ left: 'start', right: 'end' });
    expect(sideCues(90)).toEqual({ left: 'facing', right: 'hidden' });
    expect(sideCues(-90)).toEqual({ left: 'hidden', right: 'facing' });
  });
});

describe('the head on the compass', () => {
  it('turns as the head in the view does', () => {
    for (const { azimuth, elevation } of poses) {
      const plan = patientLeft(azimuth);
      const { left, right } = projected(azimuth, elevation);
      if (Math.abs(plan.x) > 0.01) expect(Math.sign(left.across)).toBe(Math.sign(plan.x));
      if (Math.abs(plan.y) > 0.01) expect(Math.sign(left.near - right.near)).toBe(Math.sign(plan.y));
    }
  });

  it('has its left a quarter turn from its nose, as seen from above', () => {
    for (const { azimuth } of poses) {
      const [left, nose] = [patientLeft(azimuth), patientFront(azimuth)];
      // Nose toward the viewer (down the plan): left to the right of the screen.
      expect(left.x * nose.y - left.y * nose.x).toBeCloseTo(1, 9);
    }
  });
});
