import built from '../../assets/head/sites.json';
import type { Anchor } from '../anatomy/anchor';
import { reversed, type SiteShift } from '../anatomy/compare-maps';
import type { Placement, Placements } from '../state/anatomy-service';
import type { MapId } from '../protocol/words';

/** The sites of both maps as the rules place them on the standard head, computed when the head was built. */
export const placements: Placements = {
  head: built.head,
  of: (map) => placed[map],
  shiftsTo: (map) => shifts[map],
};

const placementOf = (map: MapId): Placement => {
  // The file is written by the rules and held to them by a test; only its literal types are lost on the way.
  const sites = built.maps[map] as unknown as readonly { site: string; anchor: Anchor; outsideByMm: number }[];
  return {
    anchors: new Map(sites.map((row) => [row.site, row.anchor])),
    outsideByMm: new Map(sites.filter((row) => row.outsideByMm > 0).map((row) => [row.site, row.outsideByMm])),
  };
};

const placed: Readonly<Record<MapId, Placement>> = {
  'preempt-2010': placementOf('preempt-2010'),
  'preempt-2017': placementOf('preempt-2017'),
};

const forth = built.shifts as readonly SiteShift[];
const bySite = (all: readonly SiteShift[]) => new Map(all.map((shift) => [shift.site, shift]));
const shifts: Readonly<Record<MapId, ReadonlyMap<string, SiteShift>>> = {
  'preempt-2010': bySite(forth.map(reversed)),
  'preempt-2017': bySite(forth),
};
