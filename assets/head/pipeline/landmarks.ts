import type { Surface } from './surface';
import { mirrored, type Vec3 } from './vector';

export type LandmarkSide = 'left' | 'right' | 'midline';
export type NamedPoint = { readonly landmark: string; readonly side: LandmarkSide; readonly at: Vec3 };

/** The left tragus as read on the ear; source frame, cm. */
export const tragusSeed: Vec3 = [7.018, 153.25, 4.42];

/** Seeds in the head's frame, mm; laid on the skin before use. */
const midline: Readonly<Record<string, Vec3>> = {
  nasion: [0, 22.44, 98.97],
  glabella: [0, 42.33, 101.69],
  hairline: [0, 98.46, 78.74],
  inion: [0, -6.63, -81.04],
  c7: [0, -129.03, -78.55],
};

const paired: Readonly<Record<string, Vec3>> = {
  'inner-canthus': [17.03, 18.16, 89.82],
  'outer-canthus': [46.5, 21, 78],
  'medial-orbital-rim': [15.81, 30.6, 98.02],
  brow: [10.71, 35.19, 100.9],
  'mid-pupil': [30.8, 21.93, 95.19],
  tragus: [71.58, 0, 0],
  helix: [76.35, 21.93, -12.44],
  'mastoid-tip': [59.6, -23.69, -23.81],
  'superior-nuchal-line': [38, -12, -68],
  'neck-shoulder': [58.14, -101.2, -38.81],
  acromion: [171.1, -160.2, -37.85],
};

/** All landmarks of the finished full head, in the head's frame, mm; each on the skin, right mirroring left. */
export function findLandmarks(skin: Surface): readonly NamedPoint[] {
  const out: NamedPoint[] = [];
  for (const [landmark, seed] of Object.entries(midline)) {
    const [, y, z] = skin.closest(seed);
    out.push({ landmark, side: 'midline', at: [0, y, z] });
  }
  for (const [landmark, seed] of Object.entries(paired)) {
    const at = skin.closest(seed);
    out.push({ landmark, side: 'left', at }, { landmark, side: 'right', at: mirrored(at) });
  }
  return out;
}
