import { ftpOffer } from '../protocol/ftp-offer';
import type { MuscleId, Side } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import type { Near } from './fields';
import type { DrawnMuscle } from './footprint';
import { fromNearest, type Ground, middleAt, muscleGrounds } from './muscle-ground';
import type { Neighbour } from './neighbours';
import { type Dab, painOver } from './pain-heat';
import type { SurfacePoint } from './surface';
import { distance } from './vector';

/** What is asked: where pain lies, and where in these muscles points can be offered. mm in the head's frame. */
export type PainQuestion = {
  readonly dabs: readonly Dab[];
  /** At most `most` points in each. `tender`: also where no pain is drawn over it. */
  readonly seek: readonly {
    readonly muscle: MuscleId;
    readonly side: Side;
    readonly most: number;
    readonly tender: boolean;
  }[];
  /** The sites that are planned or given: every point keeps `ftpOffer.apartMm` from them and from one another. */
  readonly keepOff: readonly Vec3[];
};

/** A drawn muscle under the pain: how much of its skin is covered, 0 to 1. */
export type PainOver = { readonly muscle: DrawnMuscle['muscle']; readonly side: Side; readonly share: number };

/** A point that may be offered, in the middle of a triangle of the skin. */
export type PainSpot = {
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly positionMm: Vec3;
  readonly normal: Vec3;
  /** How much it hurts there as drawn, 0 to 1; 0 where the muscle is tender and no pain is drawn over it. */
  readonly pain: number;
  readonly zones: readonly Neighbour[];
  readonly nearestSite: Near | null;
};

export type PainAnswer = { readonly over: readonly PainOver[]; readonly spots: readonly PainSpot[] };

/** What lies at a point besides muscle: `ChartedHead.whatLiesAt`. */
type Lies = (point: SurfacePoint) => {
  readonly zones: readonly Neighbour[];
  readonly nearestSite: Near | null;
};

const third: Vec3 = [1 / 3, 1 / 3, 1 / 3];
/** Pain that differs by less than one part in so many is the same pain: then the clearer point is the better one. */
const grades = 20;
/** A point outside danger zones is taken before one inside if it hurts at least this share as much. */
const nearlyAsMuch = 0.5;
/** Points this near to one that was found in a danger zone are not looked at again, mm. */
const sameZoneMm = 4;
/** After so many points in danger zones it is said that there is none outside. */
const patience = 40;

/** Where pain lies, and the points that could be offered for it, best first in each muscle. */
export function findPain(anatomy: Anatomy, lies: Lies, { dabs, seek, keepOff }: PainQuestion): PainAnswer {
  const grounds = muscleGrounds(anatomy);
  const pain = new Map(
    grounds.map((ground) => [ground, painOver(dabs, ground.middles, new Float32Array(ground.mm2.length))]),
  );
  const over = grounds.flatMap((ground): PainOver[] => {
    const heat = pain.get(ground)!;
    const covered = ground.mm2.reduce((sum, mm2, i) => (heat[i]! > 0 ? sum + mm2 : sum), 0);
    return covered > 0 ? [{ muscle: ground.muscle, side: ground.side, share: covered / ground.area }] : [];
  });
  const kept = [...keepOff];
  const spots = seek.flatMap(({ muscle, side, most, tender }) => {
    const ground = grounds.find((one) => one.muscle === muscle && one.side === side);
    if (ground === undefined) return [];
    const found: PainSpot[] = [];
    while (found.length < most) {
      const best = bestSpot(anatomy, lies, ground, pain.get(ground)!, tender, kept);
      if (best === null) break;
      kept.push(best.positionMm);
      found.push({ ...best, muscle, side });
    }
    return found;
  });
  return { over, spots };
}

type Candidate = { readonly at: Vec3; readonly triangle: number; readonly pain: number; readonly clear: number };

function bestSpot(
  anatomy: Anatomy,
  lies: Lies,
  ground: Ground,
  heat: Float32Array,
  tender: boolean,
  kept: readonly Vec3[],
): Omit<PainSpot, 'muscle' | 'side'> | null {
  const candidates = candidatesOf(ground, heat, tender, kept);
  const most = candidates[0]?.pain ?? 0;
  const inZone: { readonly at: Vec3; readonly spot: Omit<PainSpot, 'muscle' | 'side'> }[] = [];
  for (const { at, triangle, pain } of candidates) {
    if (inZone.length >= patience) break;
    if (inZone.length > 0 && pain < nearlyAsMuch * most) continue;
    if (inZone.some((one) => distance(one.at, at) < sameZoneMm)) continue;
    const point = anatomy.skin.at(triangle, third);
    const { zones, nearestSite } = lies(point);
    const spot = { positionMm: point.position, normal: point.normal, pain, zones, nearestSite };
    if (!zones.some((zone) => zone.inside)) return spot;
    inZone.push({ at, spot });
  }
  return inZone[0]?.spot ?? null;
}

/** The points of a muscle's skin that keep their distance, the best first: well inside, most painful, most clear of others. */
function candidatesOf(
  ground: Ground,
  heat: Float32Array,
  tender: boolean,
  kept: readonly Vec3[],
): readonly Candidate[] {
  const drawn = heat.some((pain) => pain > 0);
  if (!drawn && !tender) return [];
  const all: (Candidate & { readonly rim: boolean; readonly grade: number })[] = [];
  ground.triangles.forEach((triangle, i) => {
    const pain = drawn ? heat[i]! : 0;
    if (drawn && pain === 0) return;
    const at = middleAt(ground, i);
    const off = fromNearest(kept, at);
    if (off < ftpOffer.apartMm) return;
    const inside = fromNearest(ground.border, at);
    all.push({
      at,
      triangle,
      pain,
      clear: Math.min(off, inside),
      rim: inside < ftpOffer.rimMm,
      grade: Math.round(pain * grades),
    });
  });
  return all.sort(
    (a, b) => Number(a.rim) - Number(b.rim) || b.grade - a.grade || b.clear - a.clear || a.triangle - b.triangle,
  );
}
