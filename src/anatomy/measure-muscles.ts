import type { LandmarkName } from '../protocol/rule';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import { borderOf, fibreOf, type FibreGrid, leftSheet, lengthOf, rowOf } from './fibre-grid';
import { stretchBetween } from './measure';
import { wayBetween } from './place';
import { section } from './section';
import { addScaled, cross, distance, dot, lerp, pointAt, scale, subtract, unit } from './vector';

/**
 * The drawn muscles measured back with a ruler: from landmarks, along the skin, on the left (the right mirrors it).
 * Nothing here knows what the sheets were made from. mm.
 */

/** Where a point lies from a landmark, along the skin: up or down in its vertical plane, then level; mm. */
type FromLandmark = { readonly up: number; readonly out: number };

/** Beside the ear the vertical plane is coronal and `out` means forward; in the midline sagittal and lateral. */
const views = {
  tragus: { across: [0, 0, 1], outside: [1, 0, 0] },
  inion: { across: [1, 0, 0], outside: [0, 0, -1] },
  glabella: { across: [1, 0, 0], outside: [0, 0, 1] },
} as const satisfies Partial<Record<LandmarkName, { readonly across: Vec3; readonly outside: Vec3 }>>;
/** Farther out than any head. */
const away = 400;

function fromLandmark(anatomy: Anatomy, landmark: keyof typeof views, point: Vec3): FromLandmark {
  const { skin } = anatomy;
  const { across, outside } = views[landmark];
  const start = anatomy.landmark(landmark, 'left').position;
  const { position: end } = skin.closest(point);
  // Where the level of the point meets the landmark's vertical plane, seen from outside.
  const beside: Vec3 = [across[0] * start[0], end[1], across[2] * start[2]];
  const corner = skin.cast({ origin: addScaled(beside, outside, away), direction: scale(outside, -1) })?.position;
  if (corner === undefined) throw new Error(`no skin level with ${point.join(', ')} over the ${landmark}`);
  const rise = stretchBetween(skin, { point: start, normal: across }, start, corner);
  const level = stretchBetween(skin, { point: end, normal: [0, 1, 0] }, corner, end);
  if (!rise.ok || !level.ok) throw new Error(`no way from the ${landmark} to ${point.join(', ')}`);
  return {
    up: Math.sign(end[1] - start[1]) * rise.value.mm,
    out: Math.sign(dot(subtract(end, corner), across)) * level.value.mm,
  };
}

const span = (values: readonly number[]): { readonly least: number; readonly most: number } => ({
  least: Math.min(...values),
  most: Math.max(...values),
});

/** A path laid on the skin. */
const onSkin = (anatomy: Anatomy, points: readonly Vec3[]): readonly Vec3[] =>
  points.map((point) => anatomy.skin.closest(point).position);

/** From the inion: where the muscle begins to the side and above, and its width and height, mm. */
export function measureOccipitalis(anatomy: Anatomy, grids: readonly FibreGrid[]) {
  const border = borderOf(leftSheet(grids, 'occipitalis')).map((point) => fromLandmark(anatomy, 'inion', point));
  const lateral = span(border.map(({ out }) => out));
  const up = span(border.map((at) => at.up));
  return {
    occipitalisLateral: lateral.least,
    occipitalisAbove: up.least,
    occipitalisWidth: lateral.most - lateral.least,
    occipitalisHeight: up.most - up.least,
  };
}

/** Length and greatest width of the belly, thickness, and where its origin lies beside the midline, mm. */
export function measureCorrugator(anatomy: Anatomy, grids: readonly FibreGrid[]) {
  const grid = leftSheet(grids, 'corrugator');
  const middle = onSkin(anatomy, fibreOf(grid, Math.round(grid.across / 2)));
  // Square to the fibres: the rows of the grid run askew where the origin does.
  const widths = Array.from({ length: grid.along - 1 }, (_, k) => {
    const at = anatomy.skin.closest(middle[k + 1]!);
    const across = unit(cross(at.normal, subtract(middle[k + 2]!, middle[k]!)));
    if (across === null) return 0;
    const { least, most } = span(onSkin(anatomy, rowOf(grid, k + 1)).map((point) => dot(point, across)));
    return most - least;
  });
  const origin = span(rowOf(grid, 0).map((point) => fromLandmark(anatomy, 'glabella', point).out));
  const heights = Array.from({ length: grid.positions.length / 3 }, (_, v) => {
    const at = pointAt(grid.positions, v);
    return distance(at, anatomy.skin.closest(at).position);
  });
  return {
    corrugatorLength: lengthOf(middle),
    corrugatorWidth: Math.max(...widths),
    corrugatorThickness: Math.max(...heights),
    corrugatorOriginMedial: origin.least,
    corrugatorOriginLateral: origin.most,
  };
}

/** Between these distances in front of the tragus the zygomatic arch stands out of the cheek. */
const archReach = { from: 20, to: 50, step: 5 };
const archWindow = 30;

/** The crest of the left zygomatic arch as the skin shows it: the most lateral point in coronal cuts before the ear. */
export function zygomaticArch(anatomy: Anatomy): readonly Vec3[] {
  const tragus = anatomy.landmark('tragus', 'left').position;
  const crest: Vec3[] = [];
  for (let ahead = archReach.from; ahead <= archReach.to; ahead += archReach.step) {
    const cut = section(anatomy.skin, { point: addScaled(tragus, [0, 0, 1], ahead), normal: [0, 0, 1] })
      .flatMap(({ points }) => points)
      .filter(([, y]) => Math.abs(y - tragus[1]) < archWindow);
    crest.push(cut.reduce((best, point) => (point[0] > best[0] ? point : best)));
  }
  return crest;
}

/** How far above the crest of the zygomatic arch a point of the left temple lies, along the skin over the tragus. */
export function aboveArch(anatomy: Anatomy, point: Vec3): number {
  const crest = zygomaticArch(anatomy).map((at) => fromLandmark(anatomy, 'tragus', at).up);
  return fromLandmark(anatomy, 'tragus', point).up - crest.reduce((sum, up) => sum + up, 0) / crest.length;
}

/** Tendon of the origin's end only: the insertion on the temporal line is tendinous too. */
const lowerPart = 0.75;

/** Width over height above the zygomatic arch (a ratio), and how far the tendon reaches above the arch, mm. */
export function measureTemporalis(anatomy: Anatomy, grids: readonly FibreGrid[]) {
  const grid = leftSheet(grids, 'temporalis');
  const crest = zygomaticArch(anatomy).map((at) => fromLandmark(anatomy, 'tragus', at).up);
  const arch = crest.reduce((sum, up) => sum + up, 0) / crest.length;
  // What runs under the arch counts for neither width nor height.
  const border = borderOf(grid)
    .map((point) => fromLandmark(anatomy, 'tragus', point))
    .filter(({ up }) => up > arch);
  const wide = span(border.map(({ out }) => out));
  const height = Math.max(...border.map(({ up }) => up)) - arch;
  const columns = grid.across + 1;
  let tendonTop: Vec3 | null = null;
  for (let v = 0; v < lowerPart * grid.along * columns; v++) {
    const at = pointAt(grid.positions, v);
    if (grid.tendon[v]! >= 0.5 && (tendonTop === null || at[1] > tendonTop[1])) tendonTop = at;
  }
  return {
    temporalisRatio: (wide.most - wide.least) / height,
    temporalisTendon: tendonTop === null ? 0 : fromLandmark(anatomy, 'tragus', tendonTop).up - arch,
  };
}

/** The line of convergence on the left: where skin moved up from the brow meets skin moved down from the hairline. */
export function convergenceLine(grids: readonly FibreGrid[]): readonly Vec3[] {
  const frontalis = leftSheet(grids, 'frontalis');
  if (frontalis.meets === null) throw new RangeError('the frontalis has no line of convergence');
  return rowOf(frontalis, frontalis.meets);
}

/**
 * How far up the forehead a height (mm, head's frame) lies: 0 at the brow, 1 at the hairline, along the skin over the
 * medial end of the brow. Heights between the two only.
 */
export function foreheadShare(anatomy: Anatomy, height: number): number {
  const brow = anatomy.landmark('brow', 'left').position;
  const [cut] = section(anatomy.skin, { point: brow, normal: [1, 0, 0] })
    .map(({ points }) => points.filter(([, y, z]) => z > 0 && y >= brow[1]).sort((a, b) => a[1] - b[1]))
    .sort((a, b) => b.length - a.length);
  const upTo = (y: number): number => {
    const above = cut?.findIndex((point) => point[1] > y) ?? -1;
    if (cut === undefined || above < 1) throw new RangeError(`no forehead at ${y} mm`);
    const [a, b] = [cut[above - 1]!, cut[above]!];
    return lengthOf([...cut.slice(0, above), lerp(a, b, (y - a[1]) / (b[1] - a[1]))]);
  };
  return upTo(height) / upTo(anatomy.landmark('hairline', 'midline').position[1]);
}

/** How far up the forehead the line of convergence lies: percent of the way from brow to hairline. */
export function measureFrontalis(anatomy: Anatomy, grids: readonly FibreGrid[]) {
  const shares = onSkin(anatomy, convergenceLine(grids)).map(([, y]) => foreheadShare(anatomy, y));
  return { frontalisConvergence: (100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length };
}

/** The shoulder's ridge on the left, from the neck's inflection to the acromion along the skin. */
export function shoulderRidge(anatomy: Anatomy): readonly Vec3[] {
  const [from, to] = [anatomy.landmark('neck-shoulder', 'left'), anatomy.landmark('acromion', 'left')];
  const ridge = wayBetween(anatomy.skin, from, to, true);
  if (!ridge.ok) throw new Error('no ridge joins neck and acromion');
  return ridge.value.points;
}

/** How much of the shoulder's ridge the muscle covers, mm. */
export function measureTrapezius(anatomy: Anatomy) {
  const ridge = shoulderRidge(anatomy);
  const inside = ridge.map(
    (point) => anatomy.footprints.outsideBy(anatomy.skin.closest(point), { muscle: 'trapezius', side: 'left' }) === 0,
  );
  let covered = 0;
  for (let k = 1; k < ridge.length; k++) if (inside[k - 1] && inside[k]) covered += distance(ridge[k - 1]!, ridge[k]!);
  return { trapeziusRidge: covered };
}
