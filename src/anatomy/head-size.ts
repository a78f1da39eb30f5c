import { type HeadMeasure, headMeasures } from '../protocol/anthropometry';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import { planeThrough, pointAlong, type Stretch, stretchAlong } from './measure';
import { wayBetween } from './place';
import { chainThrough, type Polyline } from './section';
import type { Surface, SurfacePoint } from './surface';
import { distance, lerp } from './vector';
import type { HeadSize } from './variant';

/** The lines and points of a head that its measures are taken on, mm: enough to tell what it measures once it is moved. */
export type HeadCurves = {
  readonly glabella: Vec3;
  readonly opisthocranion: Vec3;
  /** The point of the left side farthest from the midline, above the ear. */
  readonly broadest: Vec3;
  /** The left half of the way around the head. */
  readonly circumference: readonly Vec3[];
  readonly forehead: readonly Vec3[];
  readonly pupil: Vec3;
  /** The left half of the way around the neck where it is narrowest. */
  readonly neck: readonly Vec3[];
  readonly tragus: Vec3;
  readonly c7: Vec3;
  readonly shoulder: readonly Vec3[];
  /** The vault as an oval: where its middle lies front to back, and its half axes. */
  readonly vault: { readonly middle: number; readonly halfLength: number; readonly halfBreadth: number };
};

/** Degrees by which the front of a tape around the neck may hang lower than the back: the neck leans forward. */
const neckTilts = [10, 13, 16, 19];
/** Where on the nape, from inion to C7, a tape may lie. */
const neckShares = [0.5, 0.54, 0.58, 0.62];
/** Above the ears and below the crown: where a head is broadest and hindmost. */
const vaultHeights = { from: 34, to: 90 };
/** Points kept of a line: so many keep the length of a bent one to 0.05 %. */
const samples = 40;

/** Finds the measuring lines on a head. Throws where a line is not whole: that is no head. */
export function curvesOf(anatomy: Anatomy): HeadCurves {
  const { skin } = anatomy;
  const at = (name: Parameters<Anatomy['landmark']>[0]): SurfacePoint => anatomy.landmark(name, 'left');
  const glabella = at('glabella');
  const opisthocranion = farthest(skin, (p) => distance(p, glabella.position), isBehind);
  const broadest = farthest(skin, ([x]) => x, isVault);
  const halfLength = distance(glabella.position, opisthocranion) / 2;
  return {
    glabella: glabella.position,
    opisthocranion,
    broadest,
    circumference: leftHalf(around(skin, planeThrough(glabella.position, opisthocranion, [1, 0, 0]), glabella)),
    forehead: evenly(between(anatomy, glabella, at('hairline')).points),
    pupil: at('mid-pupil').position,
    neck: narrowest(skin, at('inion').position, at('c7').position),
    tragus: anatomy.model.landmarks.find(({ id }) => id === 'tragus-L')?.positionMm ?? at('tragus').position,
    c7: at('c7').position,
    shoulder: evenly(shoulderLine(anatomy, at('neck-shoulder'), at('acromion')).points),
    vault: {
      middle: (glabella.position[2] + opisthocranion[2]) / 2,
      halfLength,
      halfBreadth: broadest[0],
    },
  };
}

/** What a head measures by its lines. */
export const sizeOf = (curves: HeadCurves): HeadSize =>
  Object.fromEntries(headMeasures.map((measure) => [measure, measureOf(curves, measure)])) as HeadSize;

/** One measure by its line, after every point of it was moved. */
export function measureOf(curves: HeadCurves, measure: HeadMeasure, moved: (p: Vec3) => Vec3 = (p) => p): number {
  const along = (line: readonly Vec3[]): number => lengthOf(line.map(moved));
  switch (measure) {
    case 'headLength':
      return distance(moved(curves.glabella), moved(curves.opisthocranion));
    case 'headBreadth':
      return 2 * moved(curves.broadest)[0];
    case 'headCircumference':
      return 2 * along(curves.circumference);
    case 'foreheadHeight':
      return along(curves.forehead);
    case 'interpupillary':
      return 2 * moved(curves.pupil)[0];
    case 'neckGirth':
      return 2 * along(curves.neck);
    case 'neckLength':
      return moved(curves.tragus)[1] - moved(curves.c7)[1];
    case 'shoulderLength':
      return along(curves.shoulder);
  }
}

const isVault = (p: Vec3): boolean => p[1] > vaultHeights.from && p[1] < vaultHeights.to;
const isBehind = (p: Vec3): boolean => isVault(p) && p[2] < 0 && Math.abs(p[0]) < 3;

function farthest(skin: Surface, how: (p: Vec3) => number, counts: (p: Vec3) => boolean): Vec3 {
  let best: Vec3 | null = null;
  for (let v = 0; v < skin.positions.length; v += 3) {
    const p: Vec3 = [skin.positions[v]!, skin.positions[v + 1]!, skin.positions[v + 2]!];
    if (counts(p) && (best === null || how(p) > how(best))) best = p;
  }
  if (best === null) throw new Error('the head has no vault');
  return best;
}

function around(skin: Surface, plane: Parameters<typeof chainThrough>[1], from: SurfacePoint): Polyline {
  const start = [from.triangle, ...nearTriangles(skin, from)].find((t) => chainThrough(skin, plane, t) !== null);
  const chain = start === undefined ? null : chainThrough(skin, plane, start);
  if (chain === null || !chain.closed) throw new Error('the way around the head is not closed');
  return chain;
}

/** The left half of the narrowest way around the neck: a tape slips there, level or square to the neck's axis. */
function narrowest(skin: Surface, inion: Vec3, c7: Vec3): readonly Vec3[] {
  let best: { readonly way: readonly Vec3[]; readonly mm: number } | null = null;
  for (const share of neckShares) {
    const [, y] = lerp(inion, c7, share);
    // The nape is hollow: its point at a height lies straight in front of one behind the head.
    const nape = skin.cast({ origin: [0, y, -300], direction: [0, 0, 1] });
    if (nape === null) continue;
    for (const tilt of neckTilts) {
      const angle = (tilt * Math.PI) / 180;
      const plane = { point: nape.position, normal: [0, Math.cos(angle), Math.sin(angle)] as const };
      const chain = chainThrough(skin, plane, nape.triangle);
      if (chain?.closed !== true) continue;
      const way = leftHalf(chain);
      const mm = lengthOf(way);
      if (best === null || mm < best.mm) best = { way, mm };
    }
  }
  if (best === null) throw new Error('no way around the neck is closed');
  return best.way;
}

/** The left half of a closed way across the midline, from front to back. */
function leftHalf({ points }: Polyline): readonly Vec3[] {
  const half: Vec3[] = [];
  const loop = points.slice(1);
  const start = loop.findIndex((p, i) => p[0] > 0 && loop.at(i - 1)![0] <= 0);
  for (let i = 0; i <= loop.length; i++) {
    const [a, b] = [loop.at((start + i - 1) % loop.length)!, loop[(start + i) % loop.length]!];
    // The midline itself is where the way crosses x = 0.
    if (i === 0 || b[0] <= 0) half.push(lerp(a, b, a[0] / (a[0] - b[0])));
    if (b[0] <= 0 && i > 0) break;
    half.push(b);
  }
  return evenly(half);
}

/** The triangles beside the one a point lies in: on an edge the plane may just miss its own. */
const nearTriangles = (skin: Surface, { triangle }: SurfacePoint): readonly number[] =>
  [3 * triangle, 3 * triangle + 1, 3 * triangle + 2]
    .map((edge) => skin.beyond(edge))
    .filter((edge) => edge >= 0)
    .map((edge) => (edge - (edge % 3)) / 3);

function between(anatomy: Anatomy, a: SurfacePoint, b: SurfacePoint): Stretch {
  return whole(stretchAlong(anatomy.skin, { point: a.position, normal: [1, 0, 0] }, a, b));
}

function shoulderLine({ skin }: Anatomy, a: SurfacePoint, b: SurfacePoint): Stretch {
  return whole(wayBetween(skin, a, b, true));
}

function whole(stretch: ReturnType<typeof stretchAlong>): Stretch {
  if (!stretch.ok) throw new Error('a measuring line of the head is broken');
  return stretch.value;
}

function evenly(points: readonly Vec3[]): readonly Vec3[] {
  const stretch: Stretch = { points, mm: lengthOf(points) };
  return Array.from({ length: samples + 1 }, (_, i) => pointAlong(stretch, i / samples));
}

const lengthOf = (points: readonly Vec3[]): number =>
  points.slice(1).reduce((sum, point, i) => sum + distance(points[i]!, point), 0);
