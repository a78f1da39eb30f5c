import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import type { DrawnMuscle } from './footprint';
import { cross, distance, length, lerp, pointAt, subtract } from './vector';

/** The skin over one drawn muscle, in triangles: number, middle (mm) and area (mm²) of each. */
export type Ground = {
  readonly muscle: DrawnMuscle['muscle'];
  readonly side: DrawnMuscle['side'];
  readonly triangles: readonly number[];
  readonly middles: Float32Array;
  readonly mm2: Float32Array;
  readonly area: number;
  /** The middles of the edges at which it ends. */
  readonly border: readonly Vec3[];
};

const third: Vec3 = [1 / 3, 1 / 3, 1 / 3];
const made = new WeakMap<Anatomy, readonly Ground[]>();

/** The skin over each drawn muscle, as `Footprints.muscleAt` tells it at the middle of each triangle. Ears are left out. */
export function muscleGrounds(anatomy: Anatomy): readonly Ground[] {
  const known = made.get(anatomy);
  if (known !== undefined) return known;
  const grounds = groundsOf(anatomy);
  made.set(anatomy, grounds);
  return grounds;
}

function groundsOf(anatomy: Anatomy): readonly Ground[] {
  const { skin, footprints, regions } = anatomy;
  const { sheets } = footprints;
  const labels = regions.labels;
  const triangles = skin.indices.length / 3;
  const owner = new Int8Array(triangles).fill(-1);
  const own: number[][] = sheets.map(() => []);
  for (let t = 0; t < triangles; t += 1) {
    if (anatomy.isEar(t)) continue;
    const found = labels.at(skin.at(t, third));
    if (found === null) continue;
    const at = sheets.findIndex(({ muscle, side }) => muscle === found.muscle && side === found.side);
    owner[t] = at;
    own[at]?.push(t);
  }
  return sheets.map(({ muscle, side }, at): Ground => {
    const mine = own[at] ?? [];
    const middles = new Float32Array(3 * mine.length);
    const mm2 = new Float32Array(mine.length);
    const border: Vec3[] = [];
    mine.forEach((t, i) => {
      const corners = skin.corners(t);
      const [a, b, c] = corners;
      middles.set(skin.at(t, third).position, 3 * i);
      mm2[i] = length(cross(subtract(b, a), subtract(c, a))) / 2;
      for (let k = 0; k < 3; k += 1) {
        const beyond = skin.beyond(3 * t + k);
        if (beyond >= 0 && owner[Math.floor(beyond / 3)] === at) continue;
        border.push(lerp(corners[k]!, corners[(k + 1) % 3]!, 0.5));
      }
    });
    return { muscle, side, triangles: mine, middles, mm2, area: mm2.reduce((sum, one) => sum + one, 0), border };
  });
}

/** How far (mm, straight, so never too long) a point is from the nearest of some; Infinity where there are none. */
export const fromNearest = (points: readonly Vec3[], at: Vec3): number =>
  points.reduce((least, one) => Math.min(least, distance(one, at)), Infinity);

/** The middle of the ground's triangle `i`, counted within the ground. */
export const middleAt = ({ middles }: Ground, i: number): Vec3 => pointAt(middles, i);
