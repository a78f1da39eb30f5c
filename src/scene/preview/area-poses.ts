import type { MuscleId } from '../../protocol/words';
import type { MapProps, ViewPreset } from '../map-props';
import type { Pose } from '../views';

/** So long the head takes to turn to an area, ms. */
const turnMs = 600;
const distance = 1000;
const face = { target: [0, 4, 3.8], distance, fov: 15 } as const;
const nape = { target: [0, -8, -12], distance, fov: 17 } as const;

/** From where an area is looked at: the head fills the picture, and nothing of the area is behind it. */
const poses: Readonly<Record<MuscleId, { readonly preset: ViewPreset; readonly at: Pose }>> = {
  corrugator: { preset: 'front', at: { ...face, azimuth: 14, elevation: 4 } },
  procerus: { preset: 'front', at: { ...face, azimuth: -12, elevation: 2 } },
  frontalis: { preset: 'front', at: { ...face, azimuth: 5, elevation: 9 } },
  temporalis: { preset: 'left', at: { ...face, azimuth: 58, elevation: 3 } },
  occipitalis: { preset: 'back', at: { ...nape, azimuth: 172, elevation: 8 } },
  paraspinal: { preset: 'back', at: { ...nape, target: [0, -15, -12], fov: 17.6, azimuth: 180, elevation: 6 } },
  trapezius: { preset: 'shoulders', at: { target: [0, -62, -30], azimuth: 180, elevation: 22, distance, fov: 25 } },
};

/** Turns the head to an area. Each call is a new wish. */
export function toArea(muscle: MuscleId): NonNullable<MapProps['turnTo']> {
  const { preset, at } = poses[muscle];
  return { preset, pose: { at, ms: turnMs } };
}

const whole = { target: [0, -38, -8], distance, fov: 22 } as const;
const wholePoses: Readonly<Record<Exclude<ViewPreset, 'shoulders'>, Pose>> = {
  front: { ...whole, azimuth: 0, elevation: 3 },
  left: { ...whole, azimuth: 90, elevation: 5 },
  right: { ...whole, azimuth: -90, elevation: 5 },
  back: { ...whole, target: [0, -56, -10], fov: 26, azimuth: 180, elevation: 12 },
};

/** Turns the head to a side of it, shoulders and all. Each call is a new wish. */
export const wholeHead = (preset: Exclude<ViewPreset, 'shoulders'>): NonNullable<MapProps['turnTo']> => ({
  preset,
  pose: { at: wholePoses[preset], ms: turnMs },
});
