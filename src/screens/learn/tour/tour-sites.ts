import type { RuleWalk } from '../../../anatomy/rule-walk';
import { t } from '../../../messages/translate';
import { fixedSites, type FixedSite } from '../../../protocol/fixed-sites';
import type { MapId, MuscleId, Side, SiteId } from '../../../protocol/words';
import type { MapSite } from '../../../scene/map-props';
import type { Placements } from '../../../state/anatomy-service';
import { muscleName, sideShort } from '../../../state/site-text';

type Shown = {
  readonly muscle: MuscleId;
  readonly map: MapId;
  /** The side that is shown alone; null for both. */
  readonly side: Side | null;
  readonly walk: RuleWalk | null;
};

/** The sites of a muscle as the map draws them, and those of other muscles that its rule goes by. */
export function tourSites(placements: Placements, { muscle, map, side, walk }: Shown): readonly MapSite[] {
  const by = new Set<SiteId>(
    (walk?.legs ?? []).flatMap(({ from, to }) => [from, to].flatMap((one) => (one?.kind === 'site' ? [one.id] : []))),
  );
  return fixedSites
    .filter((site) => by.has(site.id) || (site.muscle === muscle && (side === null || site.side === side)))
    .flatMap((site) => siteOn(placements, map, site));
}

function siteOn(placements: Placements, map: MapId, site: FixedSite): readonly MapSite[] {
  const anchor = placements.of(map).anchors.get(site.id);
  if (anchor === undefined) return [];
  const { positionMm, normal } = anchor;
  const label = t('site.mapLabel', {
    muscle: muscleName(site.muscle),
    side: sideShort(site.side),
    n: String(site.ordinal),
  });
  return [{ ...site, ftp: false, state: 'planned', positionMm, normal, label }];
}
