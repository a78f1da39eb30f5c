import { deepest, foremost, hindmost, type Profile, sagittalProfile, sharpestTurn, shoulderOutline } from './profile';
import type { Surface } from './surface';
import { distance, lerp, mirrored, subtract, unit, type Vec3 } from './vector';

export type LandmarkSide = 'left' | 'right' | 'midline';
export type NamedPoint = { readonly landmark: string; readonly side: LandmarkSide; readonly at: Vec3 };

/** What the build of the head knows of the left eye, brow and ear; head's frame, mm; near the skin. */
export type FacePoints = {
  readonly innerCanthus: Vec3;
  readonly outerCanthus: Vec3;
  readonly eye: Vec3;
  readonly brow: Vec3;
  /** On the skin: it defines the frame. */
  readonly tragus: Vec3;
};

/** Where on the ear to look for the left tragus, source frame, cm: the flap in front of the concha. */
const tragusWindow = { y: [152.4, 153.2], z: [5.1, 5.7] } as const;

/** Bones that the source does not model are read from the sculpting (`sculpt-table.ts`); head's frame, mm. */
const seeds = {
  inion: [0, -2, -92],
  mastoidTip: [61, -24, -22],
  acromion: [178, -160, -44],
} satisfies Record<string, Vec3>;

/** Trichion: this far along the skin above the glabella. The head is bald; foreheads measure 50 to 65 mm from the brow. */
const foreheadMm = 60;

/** The most lateral point of the left tragus, in the frame of the surface given (the source's). */
export function findTragus(skin: Surface): Vec3 {
  const { y, z } = tragusWindow;
  let best: Vec3 = [-Infinity, 0, 0];
  const steps = 80;
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const from: Vec3 = [20, y[0] + ((y[1] - y[0]) * i) / steps, z[0] + ((z[1] - z[0]) * j) / steps];
      const hit = skin.cast(from, [-1, 0, 0]);
      if (hit && hit.point[0] > best[0]) best = hit.point;
    }
  }
  const inside = best[1] > y[0] && best[1] < y[1] && best[2] > z[0] && best[2] < z[1];
  if (!inside) throw new Error(`no tragus stands out of the ear: ${best.join(', ')}`);
  return best;
}

/** All landmarks of the finished full head, in the head's frame, mm; each on the skin, right mirroring left. */
export function findLandmarks(skin: Surface, face: FacePoints): readonly NamedPoint[] {
  const front = sagittalProfile(skin, 0, 'front', -30, 60);
  const nose = foremost(front);
  const nasion = deepest(front.filter((p) => p[1] > nose[1] + 10 && p[1] < nose[1] + 50));
  const glabella = foremost(front.filter((p) => p[1] > nasion[1]));
  const innerCanthus = ahead(skin, face.innerCanthus);
  const inion = skin.closest(seeds.inion);
  const mastoidTip = skin.closest(seeds.mastoidTip);
  const midline: Readonly<Record<string, Vec3>> = {
    nasion,
    glabella,
    hairline: upTheForehead(skin, glabella, foreheadMm),
    inion,
    c7: hindmost(sagittalProfile(skin, 0, 'back', -150, -60)),
  };
  const paired: Readonly<Record<string, Vec3>> = {
    'inner-canthus': innerCanthus,
    'outer-canthus': ahead(skin, face.outerCanthus),
    'medial-orbital-rim': orbitalRim(skin, innerCanthus),
    brow: ahead(skin, face.brow),
    'mid-pupil': ahead(skin, face.eye),
    tragus: face.tragus,
    helix: topOfEar(skin),
    'mastoid-tip': mastoidTip,
    'superior-nuchal-line': midwayBehind(skin, inion, mastoidTip),
    'neck-shoulder': sharpestTurn(shoulderOutline(skin, -60, -150)),
    acromion: skin.closest(seeds.acromion),
  };
  return [
    ...Object.entries(midline).map(
      ([landmark, [, y, z]]): NamedPoint => ({ landmark, side: 'midline', at: [0, y, z] }),
    ),
    ...Object.entries(paired).flatMap(([landmark, at]): readonly NamedPoint[] => [
      { landmark, side: 'left', at },
      { landmark, side: 'right', at: mirrored(at) },
    ]),
  ];
}

function ahead(skin: Surface, from: Vec3): Vec3 {
  const hit = skin.cast([from[0], from[1], 300], [0, 0, -1]);
  if (!hit) throw new Error('nothing in front of the eye');
  return hit.point;
}

/** Above the inner canthus, half-way up from the hollow under the brow to the brow's most forward point. */
function orbitalRim(skin: Surface, innerCanthus: Vec3): Vec3 {
  const [x, y] = innerCanthus;
  const section = sagittalProfile(skin, x, 'front', y - 6, y + 35);
  const brow = foremost(section);
  const hollow = deepest(section.filter((p) => p[1] < brow[1]));
  return ahead(skin, [x, (brow[1] + hollow[1]) / 2, 0]);
}

/** Goes up the midline of the forehead by `mm` along the skin. */
function upTheForehead(skin: Surface, from: Vec3, mm: number): Vec3 {
  const path: Profile = sagittalProfile(skin, 0, 'front', from[1], from[1] + mm + 5);
  let walked = 0;
  for (let i = 0; i + 1 < path.length; i++) {
    const step = distance(path[i]!, path[i + 1]!);
    if (walked + step >= mm) return skin.closest(lerp(path[i]!, path[i + 1]!, (mm - walked) / step));
    walked += step;
  }
  throw new Error('the forehead is too short');
}

/** The highest point of the auricle: going down beside the head, where the skin first jumps outward. */
function topOfEar(skin: Surface): Vec3 {
  let best: Vec3 = [0, -Infinity, 0];
  for (let z = -28; z <= 0; z += 0.5) {
    let before = Infinity;
    for (let y = 45; y > 15; y -= 0.1) {
      const point = skin.cast([200, y, z], [-1, 0, 0])?.point;
      if (!point) continue;
      if (point[0] - before > 1.5) {
        if (point[1] > best[1]) best = point;
        break;
      }
      before = point[0];
    }
  }
  return best;
}

/** Half the way along the skin behind the head, on the straight line as seen from behind. */
function midwayBehind(skin: Surface, from: Vec3, to: Vec3): Vec3 {
  const centre: Vec3 = [0, (from[1] + to[1]) / 2, -20];
  const steps = 400;
  const path = Array.from({ length: steps + 1 }, (_, i) => {
    const toward = unit(subtract(lerp(from, to, i / steps), centre));
    const hit = skin.cast(centre, toward);
    if (!hit) throw new Error('no skin behind the head');
    return hit.point;
  });
  const steplengths = path.slice(1).map((p, i) => distance(path[i]!, p));
  const total = steplengths.reduce((sum, l) => sum + l, 0);
  let walked = 0;
  let i = 0;
  while (walked + steplengths[i]! < total / 2) walked += steplengths[i++]!;
  return skin.closest(lerp(path[i]!, path[i + 1]!, (total / 2 - walked) / steplengths[i]!));
}
