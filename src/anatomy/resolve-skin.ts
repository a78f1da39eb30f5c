import type { LandmarkName } from '../protocol/rule';
import { err, ok, type MuscleId, type Result, type Side } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Anchor, SkinOffset, SkinRay, Vec3 } from './anchor';
import type { DrawnMuscle } from './footprint';
import { measureOffset, walkOffset } from './offset';
import { namesOneAxisTwice, offsetSentence, pointSentence } from './sentence';
import type { SurfacePoint } from './surface';
import { distance } from './vector';
import type { WalkError } from './walk';

/** What lies at a point of the skin. */
export type Resolved = {
  readonly positionMm: Vec3;
  /** Unit outward normal of the skin. */
  readonly normal: Vec3;
  /** Index of the triangle in the model's skin and the barycentric weights in it. */
  readonly triangle: number;
  readonly weights: Vec3;
  /** The muscle of the paradigm under the point, null where there is none; `other` then names what is, if known. */
  readonly under: { readonly muscle: MuscleId; readonly side: Side } | null;
  readonly other: string | null;
  /** From the nearest sensible landmark, whole mm; null on an ear, or where no walk along the skin leads there. */
  readonly offset: SkinOffset | null;
  /** "left temporalis, 34 mm above and 8 mm in front of the tragus", without the muscle where there is none. */
  readonly sentence: string | null;
  /** Present where a muscle of the paradigm lies under the point. */
  readonly anchor: Anchor | null;
};

export type ResolveError =
  | WalkError
  /** The ray or the point misses the modelled skin. */
  | { readonly kind: 'off-skin' }
  /** The walk ends on an auricle. */
  | { readonly kind: 'on-ear' };

/** What lies where a ray first meets the head. A click costs a few milliseconds. */
export function resolveRay(anatomy: Anatomy, ray: SkinRay): Result<Resolved, ResolveError> {
  const met = anatomy.cast(ray);
  if (met === null) return err({ kind: 'off-skin' });
  if (!met.ear) return ok(resolve(anatomy, met.point, null));
  return ok({ ...bare(met.point), under: null, other: 'ear', offset: null, sentence: null, anchor: null });
}

/** What lies at the point of the skin nearest to `positionMm`; `off-skin` where there is none within 10 mm. */
export function resolvePoint(anatomy: Anatomy, positionMm: Vec3): Result<Resolved, ResolveError> {
  const point = anatomy.nearest(positionMm);
  return point === null ? err({ kind: 'off-skin' }) : ok(resolve(anatomy, point, null));
}

/**
 * What lies at an offset from a landmark: `upMm` up or down along the skin, then `alongMm` toward one side. The
 * answer keeps the offset as asked, but for one that names an axis twice: that is told anew. A paired landmark on side `midline` is a defect.
 */
export function placeByOffset(anatomy: Anatomy, offset: SkinOffset): Result<Resolved, ResolveError> {
  const end = walkOffset(anatomy, offset);
  if (!end.ok) return end;
  const point = anatomy.onModel(end.value);
  return point === null
    ? err({ kind: 'on-ear' })
    : ok(resolve(anatomy, point, namesOneAxisTwice(offset) ? null : offset));
}

/**
 * The anchor of a point that belongs to a muscle by rule, wherever the drawn muscle ends; null where no walk leads there.
 * @param asked the offset it was found by, to be kept as it was asked
 */
export function anchorFor(
  anatomy: Anatomy,
  point: SurfacePoint,
  muscle: MuscleId,
  side: Side,
  asked: SkinOffset | null = null,
): Anchor | null {
  const offset = asked ?? offsetOf(anatomy, point, muscle);
  return offset === null ? null : anchorAt(anatomy, point, muscle, side, offset);
}

function resolve(anatomy: Anatomy, point: SurfacePoint, asked: SkinOffset | null): Resolved {
  const drawn = anatomy.regions.muscleAt(point);
  const under = ofParadigm(drawn);
  const offset = asked ?? offsetOf(anatomy, point, under?.muscle ?? null);
  return {
    ...bare(point),
    under,
    other: under === null && drawn !== null ? drawn.muscle : null,
    offset,
    sentence:
      offset === null
        ? null
        : under === null
          ? offsetSentence(offset)
          : pointSentence(under.muscle, under.side, offset),
    anchor: under === null || offset === null ? null : anchorAt(anatomy, point, under.muscle, under.side, offset),
  };
}

const bare = ({
  position,
  normal,
  triangle,
  weights,
}: SurfacePoint): Pick<Resolved, 'positionMm' | 'normal' | 'triangle' | 'weights'> => ({
  positionMm: position,
  normal,
  triangle,
  weights,
});

function ofParadigm(drawn: DrawnMuscle | null): Resolved['under'] {
  return drawn === null || drawn.muscle === 'sternocleidomastoid' ? null : { muscle: drawn.muscle, side: drawn.side };
}

function anchorAt(anatomy: Anatomy, point: SurfacePoint, muscle: MuscleId, side: Side, offset: SkinOffset): Anchor {
  return {
    muscle,
    side,
    ...bare(point),
    head: anatomy.model.ref,
    offset,
    sentence: pointSentence(muscle, side, offset),
  };
}

const face: readonly LandmarkName[] = ['glabella', 'brow'];
const shoulder: readonly LandmarkName[] = ['neck-shoulder', 'acromion', 'c7'];
const anywhere: readonly LandmarkName[] = [...face, 'nasion', 'tragus', 'inion', ...shoulder];
const triesElsewhere = 2;

/** The landmarks one would measure a point of that muscle from. */
function sensible(muscle: MuscleId): readonly LandmarkName[] {
  switch (muscle) {
    case 'temporalis':
      return ['tragus'];
    case 'occipitalis':
    case 'paraspinal':
      return ['inion'];
    case 'trapezius':
      return shoulder;
    case 'procerus':
      return ['glabella', 'nasion'];
    case 'corrugator':
    case 'frontalis':
      return face;
  }
}

/** The whole-millimetre offset from the sensible landmark with the shortest walk to the point. */
function offsetOf(anatomy: Anatomy, point: SurfacePoint, muscle: MuscleId | null): SkinOffset | null {
  const side: Side = point.position[0] >= 0 ? 'left' : 'right';
  // Around an ear the model's skin and the one measured on differ a little.
  const measuredAt = anatomy.skin.closest(point.position).position;
  const shortest = (names: readonly LandmarkName[]): SkinOffset | null => {
    let least: SkinOffset | null = null;
    for (const name of names) {
      const found = measureOffset(anatomy, name, side, measuredAt);
      if (found.ok && (least === null || walkMm(found.value.offset) < walkMm(least))) least = found.value.offset;
    }
    return least;
  };
  const preferred = muscle === null ? closest(anatomy, side, measuredAt) : sensible(muscle);
  const found = shortest(preferred) ?? shortest(anywhere.filter((name) => !preferred.includes(name)));
  return found === null ? null : inWholeMm(anatomy, found, point.position);
}

/** Which landmarks a point is told from where no muscle calls for one: those closest to it, so that a tap costs little. */
const closest = (anatomy: Anatomy, side: Side, point: Vec3): readonly LandmarkName[] => {
  const far = (name: LandmarkName) => distance(anatomy.landmark(name, side).position, point);
  return [...anywhere].sort((a, b) => far(a) - far(b)).slice(0, triesElsewhere);
};

const walkMm = ({ upMm, alongMm }: SkinOffset): number => Math.abs(upMm) + alongMm;

/** How far from a point an offset in whole mm may lead before the whole mm beside it are tried, mm. */
const roundingMm = 1;
const beside = [0, -1, 1].flatMap((up) => [0, -1, 1].map((along) => ({ up, along })));

/**
 * An offset in whole mm. In the fold at the root of an ear the skin bends so sharply between two of them that rounding
 * alone can lead more than 2 mm away: there the whole mm beside it that lead back to the point are told.
 */
function inWholeMm(anatomy: Anatomy, offset: SkinOffset, point: Vec3): SkinOffset {
  let nearest = { offset: whole(anatomy, offset, 0, 0), missedByMm: Number.POSITIVE_INFINITY };
  for (const { up, along } of beside) {
    if (Math.round(offset.alongMm) + along < 0) continue;
    const told = whole(anatomy, offset, up, along);
    const end = walkOffset(anatomy, told);
    const led = end.ok ? anatomy.onModel(end.value) : null;
    const missedByMm = led === null ? Number.POSITIVE_INFINITY : distance(led.position, point);
    if (missedByMm < nearest.missedByMm) nearest = { offset: told, missedByMm };
    if (nearest.missedByMm <= roundingMm) break;
  }
  return nearest.offset;
}

function whole(anatomy: Anatomy, offset: SkinOffset, up: number, along: number): SkinOffset {
  const alongMm = Math.round(offset.alongMm) + along;
  const inMidline = alongMm === 0 && !anatomy.isPaired(offset.landmark);
  // `+ 0` keeps -0 out of files.
  return { ...offset, upMm: Math.round(offset.upMm) + up + 0, alongMm, side: inMidline ? 'midline' : offset.side };
}
