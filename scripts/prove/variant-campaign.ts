import { Anatomy } from '../../src/anatomy/anatomy';
import type { Vec3 } from '../../src/anatomy/anchor';
import { type HeadCurves, curvesOf, sizeOf } from '../../src/anatomy/head-size';
import type { HeadModel } from '../../src/anatomy/head-model';
import { type PlacedSite, placeSites } from '../../src/anatomy/place-sites';
import { distance } from '../../src/anatomy/vector';
import { type HeadSize, variantText } from '../../src/anatomy/variant';
import { variantHead } from '../../src/anatomy/variant-head';
import { headMeasures } from '../../src/protocol/anthropometry';
import { maps } from '../../src/protocol/maps';
import { sitesOf } from '../../src/protocol/sites';
import type { MapId, SiteId } from '../../src/protocol/words';
import { seeded } from '../seeded';
import { randomVariant } from './random-variant';
import { SelfCrossing } from './self-crossing';

/** What must hold on every head variant. */
export const variantClaims = {
  inside: 'no site leaves its muscle that was inside it on the standard head',
  anchors: 'no anchor leaves its muscle when it is carried to the variant',
  rules: 'every distance of every rule holds within 1 mm, measured back along the skin',
  mirror: 'left and right mirror each other within 1 mm',
  crossing: 'the skin passes through itself nowhere but in the folds of the closed lids, as on the standard head',
  finite: 'every number is finite, and every rule can be walked',
  size: 'the head measures what was asked for, within 2 %',
} as const;
type VariantClaim = keyof typeof variantClaims;

export type CampaignResult = {
  readonly tried: number;
  /** Variants on which a claim fails, and the first few of them in words. */
  readonly failed: Readonly<Record<VariantClaim, number>>;
  readonly examples: readonly string[];
  /** The worst seen, for the report: mm, and shares for the size. */
  readonly worst: { readonly ruleMm: number; readonly mirrorMm: number; readonly sizeShare: number };
};

const ruleTolerance = 1;
const mirrorTolerance = 1;
const sizeTolerance = 0.02;
/**
 * The closed lids lie against each other, and on the standard head their linings overlap: a crossing this near (mm) to
 * one of those is of the same fold.
 */
const sameFold = 2;
const shownExamples = 12;

/** Makes `count` random variants of a head and holds every claim against each. */
export function proveVariants(standard: HeadModel, curves: HeadCurves, count: number, seed: number): CampaignResult {
  const next = seeded(seed);
  const base = new Anatomy(standard);
  const placedInside = new Map(maps.map(({ id }) => [id, insideOn(base, id)]));
  const crossing = new SelfCrossing(standard);
  const known = crossing.of(standard.positions);
  const folds = [...known].map((pair) => crossing.cornerOf(pair, standard.positions));
  const inKnownFold = (pair: string): boolean => {
    const at = crossing.cornerOf(pair, standard.positions);
    return folds.some((other) => distance(other, at) < sameFold);
  };
  const failed: Record<VariantClaim, number> = {
    inside: 0,
    anchors: 0,
    rules: 0,
    mirror: 0,
    crossing: 0,
    finite: 0,
    size: 0,
  };
  const examples: string[] = [];
  const worst = { ruleMm: 0, mirrorMm: 0, sizeShare: 0 };

  for (let n = 0; n < count; n++) {
    const { size, warp } = randomVariant(curves, next);
    const model = variantHead(standard, curves, size, warp);
    const found = new Map<VariantClaim, string>();
    const broken = (claim: VariantClaim, what: string): void => {
      if (!found.has(claim)) found.set(claim, what);
    };
    if (!allFinite(model)) broken('finite', 'a coordinate is not a number');
    const fresh = [...crossing.of(model.positions)].filter((pair) => !known.has(pair) && !inKnownFold(pair));
    if (fresh.length > 0) broken('crossing', `${String(fresh.length)} crossings`);

    const anatomy = new Anatomy(model);
    const share = worstSize(sizeOf(curvesOf(anatomy)), size);
    worst.sizeShare = Math.max(worst.sizeShare, share.off);
    if (!(share.off <= sizeTolerance)) broken('size', `${share.measure} ${(100 * share.off).toFixed(1)} %`);

    for (const { id } of maps) {
      const placed = placeSites(anatomy, sitesOf(id));
      if (!placed.ok) {
        broken('finite', `${placed.error.site} cannot be walked: ${placed.error.why.kind}`);
        continue;
      }
      const inside = placedInside.get(id)!;
      for (const site of placed.value) {
        if (inside.has(site.site.id) && !site.insideMuscle) {
          broken('inside', `${id} ${site.site.id} ${site.outsideByMm.toFixed(1)} mm`);
        }
        for (const { chosen, measured, unit, name } of site.legs) {
          if (chosen === null || unit !== 'mm') continue;
          const off = Math.abs(measured - chosen);
          worst.ruleMm = Math.max(worst.ruleMm, off);
          if (!(off < ruleTolerance)) broken('rules', `${id} ${site.site.id} ${name}: ${off.toFixed(2)} mm`);
        }
      }
      const mirrored = worstMirror(placed.value);
      worst.mirrorMm = Math.max(worst.mirrorMm, mirrored);
      if (!(mirrored < mirrorTolerance)) broken('mirror', `${id}: ${mirrored.toFixed(2)} mm`);
      for (const { site, triangle, weights } of inside.values()) {
        // The same point of skin, told by triangle and weights, as a record keeps it.
        const carried = anatomy.skin.at(triangle, weights);
        if (anatomy.footprints.outsideBy(carried, site) > 0) broken('anchors', `${id} ${site.id}`);
      }
    }
    for (const [claim, what] of found) {
      failed[claim] += 1;
      if (examples.length < shownExamples) examples.push(`${claim}: ${what} on ${variantText(size)}`);
    }
  }
  return { tried: count, failed, examples, worst };
}

function insideOn(anatomy: Anatomy, map: MapId): ReadonlyMap<SiteId, PlacedSite> {
  const placed = placeSites(anatomy, sitesOf(map));
  if (!placed.ok) throw new Error(`${map}: ${placed.error.site} cannot be placed on the standard head`);
  return new Map(placed.value.filter((site) => site.insideMuscle).map((site) => [site.site.id, site]));
}

const allFinite = ({ positions, landmarks, muscles }: HeadModel): boolean =>
  positions.every(Number.isFinite) &&
  landmarks.every(({ positionMm }) => positionMm.every(Number.isFinite)) &&
  muscles.every((sheet) => sheet.positions.every(Number.isFinite));

function worstSize(measured: HeadSize, asked: HeadSize): { readonly measure: string; readonly off: number } {
  return headMeasures
    .map((measure) => ({ measure, off: Math.abs(measured[measure] / asked[measure] - 1) }))
    .reduce((a, b) => (b.off > a.off ? b : a));
}

function worstMirror(sites: readonly PlacedSite[]): number {
  const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z];
  let worst = 0;
  for (const { site, positionMm } of sites) {
    const twin = sites.find(({ site: other }) => other.id === site.id.replace('-L', '-R'));
    if (site.side === 'midline') worst = Math.max(worst, Math.abs(positionMm[0]));
    else if (site.side === 'left' && twin !== undefined) {
      worst = Math.max(worst, distance(mirrored(twin.positionMm), positionMm));
    }
  }
  return worst;
}
