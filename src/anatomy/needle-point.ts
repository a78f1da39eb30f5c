import type { Vec3 } from './anchor';
import type { Pose } from './needle-pose';
import { addScaled } from './vector';

/** The point of the needle that is `mm` past the skin (negative: outside). */
export const pointOn = (pose: Pose, mm: number): Vec3 => addScaled(pose.entry, pose.direction, mm);
