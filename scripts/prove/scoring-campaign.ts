import { Anatomy } from '../../src/anatomy/anatomy';
import { ChartedHead } from '../../src/anatomy/charted-head';
import type { HeadCurves } from '../../src/anatomy/head-size';
import type { HeadModel } from '../../src/anatomy/head-model';
import type { PlacedSite } from '../../src/anatomy/place-sites';
import type { SurfacePoint } from '../../src/anatomy/surface';
import { variantText } from '../../src/anatomy/variant';
import { variantHead } from '../../src/anatomy/variant-head';
import type { Pin, ScoredPin } from '../../src/learn/exam';
import { scoreAttempt } from '../../src/learn/scoring';
import { inTenths } from '../../src/learn/summary';
import { taskOf } from '../../src/learn/task';
import { maps } from '../../src/protocol/maps';
import type { MapId } from '../../src/protocol/words';
import { shootStraight } from '../../tests/support/straightest';
import { exactDistancesOn } from '../bench/exact-distances';
import { seeded } from '../seeded';
import { randomVariant } from './random-variant';

export const scoringClaims = {
  onSite: 'a pin on the true site scores 0.0 mm, in its muscle, on its side and in no zone',
  moved: 'a pin moved k mm along the skin, k up to 40, away from the ear, scores k within 2 %',
} as const;
type ScoringClaim = keyof typeof scoringClaims;

export type ScoringProof = {
  /** Of pins. */
  readonly tried: number;
  readonly failed: Readonly<Record<ScoringClaim, number>>;
  readonly examples: readonly string[];
  /** The largest share by which a score was too long or too short. */
  readonly worst: number;
  /** Straight ways that a shorter way over the skin undercuts by more than 2 %: held against the exact shortest one. */
  readonly undercut: number;
};

const tolerance = 0.02;
const farthest = 40;
const shownExamples = 12;

/**
 * Moves pins straight over the skin from every site of both maps, in random directions and by random lengths, on the
 * standard head and on random ones, and scores them.
 * @param trial how many heads, the standard one included, and how many pins for each of their sites
 */
export function proveScoring(
  standard: HeadModel,
  curves: HeadCurves,
  { heads, each, seed }: { readonly heads: number; readonly each: number; readonly seed: number },
): ScoringProof {
  const next = seeded(seed);
  const failed: Record<ScoringClaim, number> = { onSite: 0, moved: 0 };
  const examples: string[] = [];
  let [tried, worst, undercut] = [0, 0, 0];
  const fail = (claim: ScoringClaim, what: string): void => {
    failed[claim] += 1;
    if (examples.length < shownExamples) examples.push(`${claim}: ${what}`);
  };
  for (let n = 0; n < heads; n += 1) {
    const { model, name } = n === 0 ? { model: standard, name: 'standard' } : drawn(standard, curves, next);
    const head = new ChartedHead(new Anatomy(model));
    // The standard head with both maps, the others with one by turns.
    for (const { id: map } of n === 0 ? maps : maps.slice(n % maps.length).slice(0, 1)) {
      const placed = head.sites(map);
      if (!placed.ok) throw new Error(`${placed.error.site} cannot be placed on ${name}`);
      for (const site of placed.value) {
        const on = pinScore(head, map, site, site.positionMm);
        tried += 1;
        if (inTenths(on.mm) !== 0 || !on.rightMuscle || !on.rightSide || on.zones.length > 0)
          fail('onSite', `${name}, ${map}, ${site.site.id}: ${on.mm.toFixed(2)} mm`);
        for (let i = 0; i < each; i += 1) {
          const k = farthest * (1 - next());
          const end = wayFromEar(head.anatomy, site, 2 * Math.PI * next(), k);
          if (end === null) continue;
          tried += 1;
          const { mm } = pinScore(head, map, site, end.position);
          const off = mm / k - 1;
          // A way that is straight need not be the shortest: over a brow, say, there is one around.
          const shortest = off < -tolerance ? exactly(head.anatomy, pointOf(site), end, k) : k;
          if (shortest < (1 - tolerance) * k) undercut += 1;
          const share = Math.abs(mm / shortest - 1);
          worst = Math.max(worst, share);
          if (share > tolerance)
            fail('moved', `${name}, ${map}, ${site.site.id}, ${k.toFixed(2)} mm: scored ${mm.toFixed(2)} mm`);
        }
      }
    }
  }
  return { tried, failed, examples, worst, undercut };
}

function drawn(standard: HeadModel, curves: HeadCurves, next: () => number): { model: HeadModel; name: string } {
  const { size, warp } = randomVariant(curves, next);
  return { model: variantHead(standard, curves, size, warp), name: variantText(size) };
}

function pinScore(head: ChartedHead, map: MapId, site: PlacedSite, positionMm: Pin['positionMm']): ScoredPin {
  const pin: Pin = { positionMm, atMs: 0, by: 'pointer' };
  const score = scoreAttempt(head, taskOf(map, 'standard', [site.site.id]), { pins: [[pin]], tookMs: 0 });
  const [scored] = score?.pins ?? [];
  if (scored === undefined) throw new Error('a pin was not scored');
  return scored;
}

const pointOf = ({ positionMm, normal, triangle, weights }: PlacedSite): SurfacePoint => ({
  position: positionMm,
  normal,
  triangle,
  weights,
});

/** Where a straight way ends; null where it meets an ear or the edge of the skin. */
function wayFromEar(anatomy: Anatomy, site: PlacedSite, turn: number, mm: number): SurfacePoint | null {
  const start = anatomy.onSkin(pointOf(site));
  for (let gone = 2; gone < mm; gone += 2)
    if (anatomy.isEar(shootStraight(anatomy.skin, start, turn, gone).end.triangle)) return null;
  const { end, mm: length } = shootStraight(anatomy.skin, start, turn, mm);
  return length < mm - 1e-6 || anatomy.isEar(end.triangle) ? null : end;
}

/** The exact length of the shortest way between two points, by way of the corners of the triangle where it ends. */
function exactly(anatomy: Anatomy, from: SurfacePoint, to: SurfacePoint, within: number): number {
  const distances = exactDistancesOn(anatomy.skin)([to], within + 5);
  const corners = anatomy.skin.corners(from.triangle);
  const ids = [0, 1, 2].map((k) => anatomy.skin.indices[3 * from.triangle + k]!);
  return Math.min(
    ...ids.map((v, k) => {
      const [x, y, z] = corners[k]!;
      return distances[v]! + Math.hypot(x - from.position[0], y - from.position[1], z - from.position[2]);
    }),
  );
}
