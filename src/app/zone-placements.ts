import type { Neighbour } from '../anatomy/neighbours';
import type { ZonePath } from '../anatomy/zone-path';
import type { MapId, SiteId } from '../protocol/words';
import type { ZonePlacement } from '../state/zones';

/** The danger zones on the standard head, computed when it was built; fetched apart, for charting can begin without. */
export async function loadZonePlacement(): Promise<ZonePlacement> {
  const built = (await import('../../assets/head/zones.json')).default;
  const nearOn = (map: MapId) => new Map(Object.entries(built.near[map] as Record<SiteId, readonly Neighbour[]>));
  const near = { 'preempt-2010': nearOn('preempt-2010'), 'preempt-2017': nearOn('preempt-2017') };
  return {
    // The file is written by the rules and held to them by a test; only its literal types are lost on the way.
    paths: built.zones as unknown as readonly ZonePath[],
    near: (map) => near[map],
  };
}
