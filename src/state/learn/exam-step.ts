import type { Vec3 } from '../../anatomy/anchor';
import type { MuscleId } from '../../protocol/words';

/** The ways in which a pin is moved a little; left and right are the patient's. */
export type StepWay = 'up' | 'down' | 'forward' | 'back' | 'left' | 'right';

const along: Readonly<Record<StepWay, Vec3>> = {
  up: [0, 1, 0],
  down: [0, -1, 0],
  forward: [0, 0, 1],
  back: [0, 0, -1],
  left: [1, 0, 0],
  right: [-1, 0, 0],
};

const stepMm = 1;
/** Where the skin turns this far from a way, one would slide along it: the cosine of about 70 degrees. */
const leastAlong = 0.35;

/** A point 1 mm from another in the plane of the skin there, toward one way; null where the skin does not lead that way. */
export function stepped(from: Vec3, normal: Vec3, way: StepWay): Vec3 | null {
  const toward = along[way];
  const out = toward[0] * normal[0] + toward[1] * normal[1] + toward[2] * normal[2];
  const on: Vec3 = [toward[0] - out * normal[0], toward[1] - out * normal[1], toward[2] - out * normal[2]];
  const length = Math.hypot(...on);
  if (length < leastAlong) return null;
  const share = stepMm / length;
  return [from[0] + on[0] * share, from[1] + on[1] * share, from[2] + on[2] * share];
}

const ofTemple = ['up', 'down', 'forward', 'back'] as const;
const ofFace = ['up', 'down', 'left', 'right'] as const;
const ofShoulder = ['left', 'right', 'forward', 'back'] as const;

/** The four ways that lead along the skin where a muscle lies. */
export function stepWays(muscle: MuscleId): readonly StepWay[] {
  switch (muscle) {
    case 'temporalis':
      return ofTemple;
    case 'trapezius':
      return ofShoulder;
    default:
      return ofFace;
  }
}
