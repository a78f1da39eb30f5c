import type { LandmarkName } from '../protocol/rule';
import { err, ok, type Result, type Side } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { SkinOffset, Vec3 } from './anchor';
import { along, lateralOf } from './heading';
import { cut, nearestOn, pointAlong, type Stretch, stretchOn } from './measure';
import { type Polyline, section } from './section';
import type { SurfacePoint } from './surface';
import { distance, dot, lerp, scale, subtract } from './vector';
import { walk, type WalkError } from './walk';

/** How the two legs of an offset run from a landmark: the axes that their planes are square to. */
type Legs = { readonly first: Vec3; readonly second: Vec3; readonly sideways: 'forward or back' | 'lateral or medial' };

const [x, y, z]: readonly [Vec3, Vec3, Vec3] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/**
 * On the side of the head: up or down in the coronal plane, then level forward or back. On the shoulder, which has no
 * level way, up or down along its crest in the coronal plane, then forward or back in a sagittal one. Elsewhere (face,
 * nape, back): up or down in the sagittal plane, then level to the side.
 */
function legsFrom(landmark: LandmarkName): Legs {
  switch (landmark) {
    case 'tragus':
    case 'helix':
    case 'mastoid-tip':
    case 'outer-canthus':
      return { first: z, second: y, sideways: 'forward or back' };
    case 'neck-shoulder':
    case 'acromion':
      return { first: z, second: x, sideways: 'forward or back' };
    default:
      return { first: x, second: y, sideways: 'lateral or medial' };
  }
}

const isShoulder = (landmark: LandmarkName): boolean => landmark === 'neck-shoulder' || landmark === 'acromion';

/** Which way `toward` points, and the axis its plane is square to. */
function secondLeg({ landmark, toward, side }: SkinOffset): { readonly plane: Vec3; readonly way: Vec3 } {
  if (toward === 'forward' || toward === 'back') {
    return { plane: isShoulder(landmark) ? x : y, way: toward === 'forward' ? z : scale(z, -1) };
  }
  return { plane: isShoulder(landmark) ? z : y, way: scale(lateralOf(side), toward === 'lateral' ? 1 : -1) };
}

/** Walks an offset from its landmark: the point of `anatomy.skin` it leads to. Lengths need not be whole. */
export function walkOffset(anatomy: Anatomy, offset: SkinOffset): Result<SurfacePoint, WalkError> {
  let at = anatomy.landmark(offset.landmark, offset.side);
  if (offset.upMm !== 0) {
    const course = along(at, legsFrom(offset.landmark).first, scale(y, Math.sign(offset.upMm)));
    if (!course.ok) return course;
    const end = walk(anatomy.skin, at, course.value, Math.abs(offset.upMm));
    if (!end.ok) return end;
    at = end.value.point;
  }
  if (offset.alongMm === 0) return ok(at);
  const { plane, way } = secondLeg(offset);
  const course = along(at, plane, way);
  if (!course.ok) return course;
  const end = walk(anatomy.skin, at, course.value, offset.alongMm);
  return end.ok ? ok(end.value.point) : end;
}

/** The offset of a point from a landmark, not rounded, and how far from the point its walk ends, mm. */
export type Measured = { readonly offset: SkinOffset; readonly missedByMm: number };

/**
 * The inverse of `walkOffset`, measured on exact sections: from the point along the second leg's plane to where it
 * meets the landmark's vertical plane, and there along that to the landmark. Fails where no such way leads back.
 * @param side of the patient, for paired landmarks and for what is lateral
 */
export function measureOffset(
  anatomy: Anatomy,
  landmark: LandmarkName,
  side: Side,
  point: Vec3,
): Result<Measured, { readonly kind: 'not-connected' }> {
  const origin = anatomy.landmark(landmark, side).position;
  for (const legs of legsBetween(anatomy, legsFrom(landmark), origin, point, side)) {
    const offset: SkinOffset = { landmark, side, ...legs };
    const back = walkOffset(anatomy, offset);
    if (!back.ok) continue;
    const missedByMm = distance(back.value.position, point);
    if (missedByMm < 0.5) return ok({ offset, missedByMm });
  }
  return err({ kind: 'not-connected' });
}

/** How far one has to go up (negative: down) and then level along the skin, mm. */
export type TwoLegs = Pick<SkinOffset, 'upMm' | 'alongMm' | 'toward'>;

/** The two legs from one point of the skin to another as a landmark there would have them measured; null without a way. */
export function legsApart(anatomy: Anatomy, like: LandmarkName, from: Vec3, to: Vec3, side: Side): TwoLegs | null {
  const [shortest] = legsBetween(anatomy, legsFrom(like), from, to, side);
  return shortest ?? null;
}

/** Every way by two legs from one point to another, that with the shortest second leg first. */
function* legsBetween(anatomy: Anatomy, legs: Legs, from: Vec3, to: Vec3, side: Side): Generator<TwoLegs> {
  const vertical = section(anatomy.skin, { point: from, normal: legs.first });
  const ways = section(anatomy.skin, { point: to, normal: legs.second })
    .flatMap((line) => waysToPlane(line, to, from, legs.first))
    .sort((a, b) => a.mm - b.mm);
  for (const way of ways) {
    const rise = stretchOn(vertical, from, way.points[0]!);
    if (!rise.ok) continue;
    const upMm = beginning(rise.value)[1] < 0 ? -rise.value.mm : rise.value.mm;
    yield { upMm, alongMm: way.mm, toward: towardOf(way, legs.sideways, side) };
  }
}

/** The ways along a section from where it crosses the plane to a point on it; none if the point is not on it. */
function waysToPlane(line: Polyline, point: Vec3, origin: Vec3, normal: Vec3): readonly Stretch[] {
  const end = nearestOn(line, point);
  if (end.off > 0.3) return [];
  const height = (p: Vec3): number => dot(subtract(p, origin), normal);
  if (Math.abs(height(end.at)) < 0.01) return [{ points: [end.at], mm: 0 }];
  const out: Stretch[] = [];
  for (let i = 0; i + 1 < line.points.length; i++) {
    const [a, b] = [line.points[i]!, line.points[i + 1]!];
    const [ha, hb] = [height(a), height(b)];
    if (ha >= 0 === hb >= 0) continue;
    const t = ha / (ha - hb);
    out.push(cut(line, { piece: i, t, at: lerp(a, b, t), off: 0 }, end));
  }
  return out;
}

/** From the first point of a stretch to one a little on. */
function beginning(stretch: Stretch): Vec3 {
  if (stretch.mm === 0) return [0, 0, 0];
  return subtract(pointAlong(stretch, Math.min(1, 0.5 / stretch.mm)), stretch.points[0]!);
}

function towardOf(way: Stretch, sideways: Legs['sideways'], side: Side): SkinOffset['toward'] {
  const ahead = beginning(way);
  if (sideways === 'forward or back') return ahead[2] < 0 ? 'back' : 'forward';
  return side !== 'midline' && dot(ahead, lateralOf(side)) < 0 ? 'medial' : 'lateral';
}
