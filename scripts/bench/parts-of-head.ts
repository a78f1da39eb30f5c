import type { Anatomy } from '../../src/anatomy/anatomy';
import type { SurfacePoint } from '../../src/anatomy/surface';
import { distance } from '../../src/anatomy/vector';

/** Parts of the standard head whose skin is hard to measure on, each in its own way, and the rest. */
export const partsOfHead = ['ears', 'lids', 'lips', 'nostrils', 'bust', 'elsewhere'] as const;
export type PartOfHead = (typeof partsOfHead)[number];

/** Where a nostril and the fissure of the lips are on the standard head, mm, and the skin around that is counted to them. */
const nostril = { at: [8, -10, 98], within: 14 } as const;
const lips = { at: [10, -38, 92], within: 20 } as const;
/** Around the middle of the closed eye all lid is within this, mm. */
const lidsWithin = 20;
/** Below this height (mm) the bust's large triangles and its edge begin. */
const bustBelow = -200;

/** The part of the standard head a point of its skin lies in. */
export function partOf(anatomy: Anatomy, { triangle, position: [x, y, z] }: SurfacePoint): PartOfHead {
  const mirrored = [Math.abs(x), y, z] as const;
  if (anatomy.isEar(triangle)) return 'ears';
  if (distance(mirrored, anatomy.landmark('mid-pupil', 'left').position) < lidsWithin) return 'lids';
  if (distance(mirrored, nostril.at) < nostril.within) return 'nostrils';
  if (distance(mirrored, lips.at) < lips.within) return 'lips';
  return y < bustBelow ? 'bust' : 'elsewhere';
}

/** Points at random in a part, each triangle as likely as any, that distances along the skin can be taken from. */
export function pointsIn(
  anatomy: Anatomy,
  part: PartOfHead,
  count: number,
  random: () => number,
): readonly SurfacePoint[] {
  const out: SurfacePoint[] = [];
  while (out.length < count) {
    const triangle = Math.floor((random() * anatomy.skin.indices.length) / 3);
    const [a, b] = [random(), random()];
    const [u, v] = a + b > 1 ? [1 - a, 1 - b] : [a, b];
    const point = anatomy.skin.at(triangle, [1 - u - v, u, v]);
    // What the ears' membranes are measured on is the membrane itself; what hangs on nothing cannot be reached.
    const reached = anatomy.isEar(triangle) ? point : anatomy.onSkin(point);
    if (partOf(anatomy, point) === part && reached === point) out.push(point);
  }
  return out;
}
