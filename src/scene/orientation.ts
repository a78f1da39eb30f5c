import type { Point } from './hit';

/**
 * Where one side of the patient is told of on the canvas: at its left edge (`start`), at its right edge (`end`), as the
 * side that faces the viewer, or not at all because the head hides it.
 */
export type SideCue = 'start' | 'end' | 'facing' | 'hidden';
export type SideCues = { readonly left: SideCue; readonly right: SideCue };

/** Within this angle of straight ahead or behind, both sides have an edge of the canvas; past it one fills it. */
const edgesDegrees = 45;

/**
 * How the patient's sides are told for a camera azimuth in degrees (0 looks at the face, 90 at the patient's left).
 * Facing the patient, their left is on the right. The elevation changes nothing: the camera never rolls.
 */
export function sideCues(azimuth: number): SideCues {
  const leftward = patientLeft(azimuth);
  if (Math.abs(leftward.x) >= Math.cos(radians(edgesDegrees))) {
    return leftward.x > 0 ? { left: 'end', right: 'start' } : { left: 'start', right: 'end' };
  }
  return leftward.y > 0 ? { left: 'facing', right: 'hidden' } : { left: 'hidden', right: 'facing' };
}

/**
 * The patient's left as a unit vector on a plan of the view: x to the right of the screen, y toward the viewer.
 * The head on the compass is turned by the same azimuth.
 */
export const patientLeft = (azimuth: number): Point => ({
  x: Math.cos(radians(azimuth)),
  y: Math.sin(radians(azimuth)),
});

/** The way the patient's nose points on the same plan. */
export const patientFront = (azimuth: number): Point => ({
  x: -Math.sin(radians(azimuth)),
  y: Math.cos(radians(azimuth)),
});

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
