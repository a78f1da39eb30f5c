import { reversed, type SiteShift } from '../anatomy/compare-maps';
import type { PlacedHead } from '../anatomy/placed-head';
import type { MapId, SiteId } from '../protocol/words';
import type { Placement, Placements } from './anatomy-service';

/** What the chart looks sites up in, from the rows of a placed head. */
export function placementsOf({ head, maps, shifts }: PlacedHead): Placements {
  const placed: Readonly<Record<MapId, Placement>> = {
    'preempt-2010': placementOf(maps['preempt-2010']),
    'preempt-2017': placementOf(maps['preempt-2017']),
  };
  const ways: Readonly<Record<MapId, ReadonlyMap<SiteId, SiteShift>>> = {
    'preempt-2010': bySite(shifts.map(reversed)),
    'preempt-2017': bySite(shifts),
  };
  return { head, of: (map) => placed[map], shiftsTo: (map) => ways[map] };
}

const placementOf = (rows: PlacedHead['maps'][MapId]): Placement => ({
  anchors: new Map(rows.map((row) => [row.site, row.anchor])),
  outsideByMm: new Map(rows.filter((row) => row.outsideByMm > 0).map((row) => [row.site, row.outsideByMm])),
});

const bySite = (shifts: readonly SiteShift[]): ReadonlyMap<SiteId, SiteShift> =>
  new Map(shifts.map((shift) => [shift.site, shift]));
