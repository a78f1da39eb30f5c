import { opening } from '../ledger/commands';
import type { Stamp } from '../ledger/doc';
import type { Entry } from '../ledger/entry';
import type { MapId } from '../protocol/words';
import type { Placements } from './anatomy-service';

/** The plan every session opens with: the map's fixed sites where its rules put them. */
export function openingPlan(map: MapId, placements: Placements, stamp: Stamp): readonly Entry[] {
  const { anchors } = placements.of(map);
  const planned = opening((site) => anchors.get(site), stamp);
  if (!planned.ok) throw new Error(`the placed sites of ${map} do not make a plan: ${JSON.stringify(planned.error)}`);
  return planned.value.entries;
}
