import { mapOf, maps } from '../protocol/maps';
import { clearances, muscleMeasurements } from '../protocol/measurements';
import type { Evidence, Place } from '../protocol/rule';
import type { Site } from '../protocol/site';
import { sitesOf } from '../protocol/sites';
import type { SourceId } from '../protocol/sources';
import type { MapId, MuscleId, SiteId } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import type { FibreGrid } from './fibre-grid';
import { planeThrough, stretchBetween } from './measure';
import { aboveArch, convergenceLine, foreheadShare } from './measure-muscles';
import { type PlacedSite, placeSites } from './place-sites';
import { lerp } from './vector';

/** Where a rule of a map and a measurement disagree on this head. Neither is bent to the other: both are shown. */
export type Conflict = {
  readonly map: MapId;
  readonly site: SiteId;
  /** The rule's sentence, where it is believed to stand, and how well that is known. */
  readonly rule: string;
  readonly ruleSource: SourceId;
  readonly ruleEvidence: Evidence;
  readonly measurement: string;
  readonly measurementSource: SourceId;
  readonly measurementEvidence: Evidence;
  /** How far the site would have to move along the skin for both to be right. */
  readonly distanceMm: number;
};

type Finding = Pick<Conflict, 'measurement' | 'measurementSource' | 'measurementEvidence' | 'distanceMm'>;

/** What the drawn extents of a muscle rest on. */
const extents: Readonly<Partial<Record<MuscleId, { readonly source: SourceId; readonly evidence: Evidence }>>> = {
  occipitalis: muscleMeasurements.occipitalisLateral,
  corrugator: muscleMeasurements.corrugatorLength,
  temporalis: muscleMeasurements.temporalisRatio,
  frontalis: muscleMeasurements.frontalisConvergence,
  trapezius: muscleMeasurements.trapeziusRidge,
};

/** Every conflict of both maps on this head, map by map in site order; the left side stands for both. */
export function findConflicts(anatomy: Anatomy, grids: readonly FibreGrid[]): readonly Conflict[] {
  return maps.flatMap(({ id }) => {
    const lowest = new Map(placed(anatomy, sitesOf(id).map(lowestReading)).map((site) => [site.site.id, site]));
    return placed(anatomy, sitesOf(id))
      .filter(({ site }) => site.side !== 'right')
      .flatMap((site) =>
        [
          ...outside(site),
          ...outsideAtLowest(site, lowest.get(site.site.id)),
          ...belowConvergence(anatomy, grids, site),
          ...inTendon(anatomy, site),
          ...aboveCosmetic(anatomy, site),
        ].map(
          (finding): Conflict => ({
            map: id,
            site: site.site.id,
            rule: site.site.rule.sentence,
            ruleSource: mapOf(id).citation,
            ruleEvidence: site.site.rule.evidence,
            ...finding,
          }),
        ),
      );
  });
}

function placed(anatomy: Anatomy, sites: readonly Site[]): readonly PlacedSite[] {
  const result = placeSites(anatomy, sites);
  if (!result.ok) throw new Error(`${result.error.site} cannot be placed: ${result.error.why.kind}`);
  return result.value;
}

function outside({ site, outsideByMm }: PlacedSite): readonly Finding[] {
  const extent = extents[site.muscle];
  if (outsideByMm === 0 || extent === undefined) return [];
  return [
    {
      measurement: `the ${site.muscle} as measured: the site lies outside it`,
      measurementSource: extent.source,
      measurementEvidence: extent.evidence,
      distanceMm: outsideByMm,
    },
  ];
}

/** Where a rule allows a range, its lowest reading may leave the muscle though the one taken does not. */
function outsideAtLowest({ outsideByMm }: PlacedSite, lowest: PlacedSite | undefined): readonly Finding[] {
  if (outsideByMm > 0 || lowest === undefined) return [];
  return outside(lowest).map((finding) => ({
    ...finding,
    measurement: `${finding.measurement} at the rule's lowest reading (not where it is taken here)`,
  }));
}

/** A site with the height of its level taken as low as the rule allows. Lengths walked elsewhere stay as chosen. */
function lowestReading(site: Site): Site {
  const { place } = site.rule;
  if (place.op !== 'level' || place.with.op !== 'walk') return site;
  const { mm } = place.with;
  const low: Place = { ...place, with: { ...place.with, mm: { ...mm, chosen: mm.min } } };
  return { ...site, rule: { ...site.rule, place: low } };
}

function belowConvergence(
  anatomy: Anatomy,
  grids: readonly FibreGrid[],
  { site, positionMm }: PlacedSite,
): readonly Finding[] {
  if (site.muscle !== 'frontalis') return [];
  const heights = convergenceLine(grids).map(([, y]) => y);
  const line = heights.reduce((sum, y) => sum + y, 0) / heights.length;
  if (positionMm[1] >= line) return [];
  const { samples, source, evidence } = muscleMeasurements.frontalisConvergence;
  const told = samples.map(({ of, mean }) => `${String(mean)} % (${of})`).join(' and ');
  const share = (100 * foreheadShare(anatomy, positionMm[1])).toFixed(0);
  const up = anatomy.skin.cast({ origin: [positionMm[0], line, 300], direction: [0, 0, -1] });
  if (up === null) throw new Error('no forehead above the site');
  return [
    {
      measurement: `the line of convergence at ${told} of the forehead: the site lies below it, at ${share} %`,
      measurementSource: source,
      measurementEvidence: evidence,
      distanceMm: along(anatomy, positionMm, up.position, [1, 0, 0]),
    },
  ];
}

function inTendon(anatomy: Anatomy, { site, positionMm }: PlacedSite): readonly Finding[] {
  if (site.muscle !== 'temporalis') return [];
  const { mm, source, evidence } = clearances.aboveTendon;
  const above = aboveArch(anatomy, positionMm);
  if (above >= mm) return [];
  return [
    {
      measurement: `at least ${String(mm)} mm above the zygomatic arch, to reach muscle rather than tendon: the site lies ${above.toFixed(1)} mm above its crest`,
      measurementSource: source,
      measurementEvidence: evidence,
      distanceMm: mm - above,
    },
  ];
}

function aboveCosmetic(anatomy: Anatomy, { site, positionMm }: PlacedSite): readonly Finding[] {
  if (site.muscle !== 'procerus') return [];
  const brow = anatomy.landmark('brow', 'left').position;
  const [x, y] = anatomy.landmark('inner-canthus', 'right').position;
  const [, height] = lerp(brow, [x, y, brow[2]], brow[0] / (brow[0] - x));
  const crossing = anatomy.skin.cast({ origin: [0, height, 300], direction: [0, 0, -1] });
  if (crossing === null) throw new Error('no skin at the root of the nose');
  return [
    {
      measurement:
        'the cosmetic site, at or just above the crossing of the lines from each medial brow to the opposite inner canthus: the site lies higher',
      measurementSource: clearances.cosmeticProcerus.source,
      measurementEvidence: clearances.cosmeticProcerus.evidence,
      distanceMm: along(anatomy, positionMm, crossing.position, [1, 0, 0]),
    },
  ];
}

/** Along the skin between two points of a plane square to `normal`. */
function along(anatomy: Anatomy, from: Vec3, to: Vec3, normal: Vec3): number {
  const inPlane = stretchBetween(anatomy.skin, { point: from, normal }, from, to);
  const way = inPlane.ok ? inPlane : stretchBetween(anatomy.skin, planeThrough(from, to, [0, 0, 1]), from, to);
  if (!way.ok) throw new Error('no way along the skin');
  return way.value.mm;
}
