import { muscleOf } from '../protocol/paradigm';
import type { Site } from '../protocol/site';
import { err, ok, type Result, type SiteId } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import { type Leg, place, type Placed, type PlaceError, type SiteAt } from './place';

/** A fixed site where its rule puts it on a head. */
export type PlacedSite = {
  readonly site: Site;
  readonly positionMm: Vec3;
  /** Unit outward normal of the skin. */
  readonly normal: Vec3;
  readonly triangle: number;
  readonly weights: Vec3;
  readonly legs: readonly Leg[];
  /** The legs in mm by name, measured back along the skin. */
  readonly measured: Readonly<Record<string, number>>;
  /** Whether the site lies in the footprint of its own muscle and side, and by how much outside. */
  readonly insideMuscle: boolean;
  readonly outsideByMm: number;
  /** Where the published rule and a measurement disagree; null where nothing is known to. */
  readonly conflict: string | null;
};

/** A rule that cannot be walked on this head. */
export type NotPlaced = { readonly site: SiteId; readonly why: PlaceError | { readonly kind: 'on-ear' } };

/** Places the sites of one map on a head, in their order. Fails with the first rule that cannot be walked. */
export function placeSites(anatomy: Anatomy, sites: readonly Site[]): Result<readonly PlacedSite[], NotPlaced> {
  const known = new Map<SiteId, Result<Placed, PlaceError>>();
  const placed = (site: Site): Result<Placed, PlaceError> => {
    const before = known.get(site.id);
    if (before !== undefined) return before;
    const found = place(anatomy, site.rule.place, site.side, site.muscle === 'trapezius', siteAt);
    known.set(site.id, found);
    return found;
  };
  const siteAt: SiteAt = (muscle, ordinal, side) => {
    const other = sites.find((site) => site.muscle === muscle && site.ordinal === ordinal && site.side === side);
    if (other === undefined) throw new RangeError(`the map has no site ${muscle} ${side} ${ordinal}`);
    return placed(other);
  };
  const out: PlacedSite[] = [];
  for (const site of sites) {
    const found = placed(site);
    if (!found.ok) return err({ site: site.id, why: found.error });
    const point = anatomy.onModel(found.value.point);
    if (point === null) return err({ site: site.id, why: { kind: 'on-ear' } });
    out.push(describe(anatomy, site, { ...found.value, point }));
  }
  return ok(out);
}

function describe(anatomy: Anatomy, site: Site, { point, legs }: Placed): PlacedSite {
  const outsideByMm = anatomy.footprints.outsideBy(point, site);
  const measured: Record<string, number> = {};
  for (const leg of legs) if (leg.unit === 'mm') measured[leg.name] = leg.measured;
  return {
    site,
    positionMm: point.position,
    normal: point.normal,
    triangle: point.triangle,
    weights: point.weights,
    legs,
    measured,
    insideMuscle: outsideByMm === 0,
    outsideByMm,
    conflict: conflictOf(site, outsideByMm),
  };
}

function conflictOf({ muscle, rule }: Site, outsideByMm: number): string | null {
  const told = (rule.conflict ?? []).map(({ text }) => text);
  if (outsideByMm > 0) {
    const name = muscleOf(muscle).name.toLowerCase();
    told.push(`On this head the rule puts the site ${outsideByMm.toFixed(1)} mm outside the ${name}.`);
  }
  return told.length === 0 ? null : told.join(' ');
}
