import { type FixedSite, fixedSites } from './fixed-sites';
import type { ProtocolMap } from './map';
import { maps } from './maps';
import { muscleOf } from './paradigm';
import type { Site } from './site';
import type { MapId, SiteId } from './words';

/** The fixed sites of a map in protocol order: doses and sides from the paradigm, landmarks from the map. */
function expand(map: ProtocolMap): readonly Site[] {
  return fixedSites.map((fixed) => siteOn(map, fixed));
}

function siteOn(map: ProtocolMap, fixed: FixedSite): Site {
  const mapped = map.sites[fixed.muscle][fixed.ordinal - 1];
  if (mapped === undefined) throw new RangeError(`${map.id} does not say where ${fixed.id} is`);
  const { rule, needle, cautions } = mapped;
  const cited = [
    ...mapped.sources,
    ...cautions.flatMap((caution) => caution.sources),
    ...muscleOf(fixed.muscle).dose.sources,
  ];
  return { ...fixed, rule, needle, cautions, sources: [...new Set(cited)] };
}

const expanded = new Map(maps.map((map) => [map.id, expand(map)]));

/** The fixed sites of a map, in protocol order. The same array on every call. */
export function sitesOf(id: MapId): readonly Site[] {
  const sites = expanded.get(id);
  if (sites === undefined) throw new RangeError(`no such map: ${id}`);
  return sites;
}

/** One fixed site of a map; null for follow-the-pain extras and unknown ids. */
export const siteOf = (map: MapId, id: SiteId): Site | null => sitesOf(map).find((site) => site.id === id) ?? null;
