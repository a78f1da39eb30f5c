import type { Landmark } from './head-model';
import type { LandmarkName } from '../protocol/rule';

/**
 * A painted hairline for placing. Its front is the landmark `hairline`; how it runs over temples, ears and nape is a
 * drawing convention, hung on the landmarks so that it moves with the head, and measured by nobody.
 */

/** A stop of the line on the left: degrees round the head from the face, and height, mm. The right mirrors it. */
type Stop = readonly [degrees: number, height: number];
type Places = (name: LandmarkName) => { readonly degrees: number; readonly y: number };

/** Distances are taken on a cylinder of this radius, mm: about the head's own above the ears. */
const radius = 82;

/** From the middle of the forehead over the temple, in front of the ear, over and behind it, to the middle of the nape. */
function stops(at: Places): readonly Stop[] {
  const [front, pupil, canthus] = [at('hairline').y, at('mid-pupil').degrees, at('outer-canthus')];
  const [tragus, helix, mastoid] = [at('tragus'), at('helix'), at('mastoid-tip')];
  const [inion, c7] = [at('inion').y, at('c7').y];
  const toTragus = (share: number): number => canthus.degrees + (tragus.degrees - canthus.degrees) * share;
  const over = (share: number): number => canthus.y + (front - canthus.y) * share;
  return [
    [0, front],
    [pupil * 0.6, front - 1],
    [pupil + 4, front - 5],
    // The recess over the temple, and the temple's point below it.
    [canthus.degrees + 2, over(0.86)],
    [toTragus(0.16), over(0.66)],
    [toTragus(0.34), over(0.44)],
    [toTragus(0.46), over(0.2)],
    [toTragus(0.64), canthus.y - 5],
    // The sideburn, down to the tragus.
    [toTragus(0.76), tragus.y + 8],
    [toTragus(0.79), tragus.y - 5],
    [toTragus(0.86), tragus.y - 5],
    [toTragus(0.9), tragus.y + 10],
    [toTragus(0.95), helix.y - 10],
    [toTragus(1.03), helix.y - 1],
    [helix.degrees, helix.y + 6],
    [helix.degrees + 9, helix.y + 4],
    [mastoid.degrees + 9, helix.y - 14],
    [mastoid.degrees + 14, mastoid.y + 4],
    [mastoid.degrees + 19, mastoid.y - 12],
    [152, inion + (c7 - inion) * 0.42],
    [168, inion + (c7 - inion) * 0.4],
    [180, inion + (c7 - inion) * 0.43],
  ];
}

/**
 * For every vertex of a head how far inside the painted hairline it lies, mm on the unrolled head; negative outside.
 * @param positions three a vertex, mm in the head's frame
 */
export function hairlineField(positions: ArrayLike<number>, landmarks: readonly Landmark[]): Float32Array {
  const line = smooth(
    stops(placesOf(landmarks)).map(([degrees, y]) => [(degrees * Math.PI * radius) / 180, y] as const),
  );
  const field = new Float32Array(positions.length / 3);
  for (let v = 0; v < field.length; v += 1) {
    const [x, y, z] = [positions[3 * v] ?? 0, positions[3 * v + 1] ?? 0, positions[3 * v + 2] ?? 0];
    field[v] = signedDistance(line, Math.atan2(Math.abs(x), z) * radius, y);
  }
  return field;
}

function placesOf(landmarks: readonly Landmark[]): Places {
  return (name) => {
    const found = landmarks.find((landmark) => landmark.name === name && landmark.side !== 'right');
    if (found === undefined) throw new RangeError(`the head has no ${name}`);
    const [x, y, z] = found.positionMm;
    return { degrees: (Math.atan2(Math.abs(x), z) * 180) / Math.PI, y };
  };
}

type Point = readonly [number, number];
type Line = { readonly us: Float64Array; readonly vs: Float64Array };

/** A Catmull-Rom curve through the stops, six pieces between each two. */
function smooth(through: readonly Point[]): Line {
  const pieces = 6;
  const at = (i: number): Point => through[Math.min(through.length - 1, Math.max(0, i))] ?? [0, 0];
  const out: Point[] = [];
  for (let i = 0; i + 1 < through.length; i += 1) {
    for (let k = 0; k < pieces; k += 1) {
      const t = k / pieces;
      const along = (c: 0 | 1): number => {
        const [a, b, d, e] = [at(i - 1)[c], at(i)[c], at(i + 1)[c], at(i + 2)[c]];
        return 0.5 * (2 * b + (d - a) * t + (2 * a - 5 * b + 4 * d - e) * t * t + (3 * b - a - 3 * d + e) * t ** 3);
      };
      out.push([along(0), along(1)]);
    }
  }
  out.push(at(through.length - 1));
  return { us: Float64Array.from(out, ([u]) => u), vs: Float64Array.from(out, ([, v]) => v) };
}

/** Distance to the line; positive above it, which is where the hair is. Written out: it runs for every vertex. */
function signedDistance({ us, vs }: Line, u: number, v: number): number {
  let least = Number.POSITIVE_INFINITY;
  let above = true;
  for (let i = 1; i < us.length; i += 1) {
    const ax = us[i - 1]!;
    const ay = vs[i - 1]!;
    const dx = us[i]! - ax;
    const dy = vs[i]! - ay;
    const t = Math.min(1, Math.max(0, ((u - ax) * dx + (v - ay) * dy) / (dx * dx + dy * dy)));
    const x = ax + dx * t - u;
    const y = ay + dy * t - v;
    least = Math.min(least, x * x + y * y);
    // Each time the line passes between this point and the sky above it, the point changes sides.
    if (ax > u !== us[i]! > u && ay + ((u - ax) / dx) * dy > v) above = !above;
  }
  return above ? Math.sqrt(least) : -Math.sqrt(least);
}
