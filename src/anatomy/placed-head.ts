import { maps } from '../protocol/maps';
import { sitesOf } from '../protocol/sites';
import { err, ok, type MapId, type Result } from '../protocol/words';
import { type AnchoredSite, anchoredSites } from './anchored-sites';
import type { Anatomy } from './anatomy';
import type { HeadRef } from './anchor';

/** All that the rules say of one head: the sites of both maps. Plain data, to be kept in a file or sent by a worker. */
export type PlacedHead = {
  readonly head: HeadRef;
  readonly maps: Readonly<Record<MapId, readonly AnchoredSite[]>>;
};

/** Places the sites of both maps on a head; the error says which rule cannot be walked there. */
export function placeHead(anatomy: Anatomy): Result<PlacedHead, string> {
  const placed: Partial<Record<MapId, readonly AnchoredSite[]>> = {};
  for (const { id } of maps) {
    const sites = anchoredSites(anatomy, sitesOf(id));
    if (!sites.ok) return err(`${id}: ${sites.error.site} cannot be placed: ${sites.error.why.kind}`);
    placed[id] = sites.value;
  }
  return ok({ head: anatomy.model.ref, maps: placed as PlacedHead['maps'] });
}
