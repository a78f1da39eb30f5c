import { maps } from '../protocol/maps';
import { sitesOf } from '../protocol/sites';
import { err, ok, type MapId, type Result, type SiteId } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { Anchor, HeadRef } from './anchor';
import { compareMaps, type SiteShift } from './compare-maps';
import { type PlacedSite, placeSites } from './place-sites';
import { anchorFor } from './resolve-skin';

/** A fixed site as a plan needs it: where its rule puts it on a head, and how far that is outside its drawn muscle. */
export type AnchoredSite = {
  readonly site: SiteId;
  readonly anchor: Anchor;
  readonly insideMuscle: boolean;
  readonly outsideByMm: number;
};

/** All that the rules say of one head. Plain data, to be kept in a file or sent by a worker. */
export type PlacedHead = {
  readonly head: HeadRef;
  readonly maps: Readonly<Record<MapId, readonly AnchoredSite[]>>;
  /** From each site's place on the map of 2010 to its place on that of 2017. */
  readonly shifts: readonly SiteShift[];
};

/** Places the sites of both maps on a head; the error says which rule cannot be walked there, and why. */
export function placeHead(anatomy: Anatomy): Result<PlacedHead, string> {
  const placed = new Map<MapId, readonly PlacedSite[]>();
  const anchored = new Map<MapId, readonly AnchoredSite[]>();
  for (const { id } of maps) {
    const sites = placeSites(anatomy, sitesOf(id));
    if (!sites.ok) return err(`${id}: ${sites.error.site} cannot be placed: ${sites.error.why.kind}`);
    const told: AnchoredSite[] = [];
    for (const { site, insideMuscle, outsideByMm, ...at } of sites.value) {
      const anchor = anchorFor(anatomy, { ...at, position: at.positionMm }, site.muscle, site.side);
      if (anchor === null) return err(`${id}: no walk leads from a landmark to ${site.id}`);
      told.push({ site: site.id, anchor, insideMuscle, outsideByMm });
    }
    placed.set(id, sites.value);
    anchored.set(id, told);
  }
  const shifts = compareMaps(anatomy, placed.get('preempt-2010') ?? [], placed.get('preempt-2017') ?? []);
  if (!shifts.ok) return err(`no skin joins the two places of ${shifts.error.site}`);
  return ok({
    head: anatomy.model.ref,
    maps: { 'preempt-2010': anchored.get('preempt-2010') ?? [], 'preempt-2017': anchored.get('preempt-2017') ?? [] },
    shifts: shifts.value,
  });
}
