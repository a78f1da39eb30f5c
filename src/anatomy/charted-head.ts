import { sitesOf } from '../protocol/sites';
import type { MapId, Result, SiteId } from '../protocol/words';
import type { Anatomy } from './anatomy';
import type { FieldSource } from './fields';
import { type Neighbour, neighboursAmong, zoneKey } from './neighbours';
import { type NotPlaced, type PlacedSite, placeSites } from './place-sites';
import { placeZone, type PlacedZone, zonesOnBothSides } from './place-zones';
import type { RegionAnswer, Regions } from './regions';
import type { SurfacePoint } from './surface';

/** What lies at a point of the skin. Distances are mm along it. */
export type WhatLies = Omit<RegionAnswer, 'zones'> & {
  /** The danger zones the point is in or near, the one it lies deepest in first. */
  readonly zones: readonly Neighbour[];
};

/**
 * A head with the sites of a map and the danger zones charted on it: what lies here, for whoever asks. Sites, zones
 * and distances are worked out once: ahead by `steps`, or else when first asked for.
 */
export class ChartedHead {
  readonly anatomy: Anatomy;
  readonly #placed: PlacedZone[] = [];
  readonly #sites = new Map<MapId, Result<readonly PlacedSite[], NotPlaced>>();
  readonly #siteSources = new Map<MapId, readonly FieldSource[]>();
  #zoneSources: readonly FieldSource[] | null = null;

  constructor(anatomy: Anatomy) {
    this.anatomy = anatomy;
  }

  /** What lies at a point of the skin, with the sites of one map. A change of map costs the distances to its sites. */
  whatLiesAt(point: SurfacePoint, map: MapId): WhatLies {
    const found = this.#charted(map).at(point);
    return { ...found, zones: neighboursAmong(found.zones) };
  }

  /**
   * mm along the skin from a site of a map to a point of the skin, however far: that which the map tells of it, and worked
   * out by itself beyond its window. A site that the map does not have, or cannot place here, is a defect.
   */
  distanceFromSite(map: MapId, site: SiteId, point: SurfacePoint): number {
    const regions = this.#charted(map);
    const told = regions.distanceFrom(site, point);
    if (told !== null) return told;
    const start = this.#sourcesOf(map).find(({ id }) => id === site)?.points[0];
    if (start === undefined) throw new RangeError(`${site} is not on the chart`);
    return regions.distanceBetween(start, point);
  }

  /**
   * Works out ahead what is not yet known, in pieces, so that a worker can answer in between; what a point is warned of
   * comes first. What is known already is passed over. Yields what was worked at.
   */
  *steps(map: MapId): Generator<string> {
    while (this.#placeNext()) yield 'places';
    this.sites(map);
    yield 'places';
    yield* this.#charted(map).steps();
  }

  /** The danger zones. A head on which one cannot be placed is a defect, and tells of none falsely. */
  get zones(): readonly PlacedZone[] {
    while (this.#placeNext());
    return this.#placed;
  }

  /** The sites of a map where its rules put them. */
  sites(map: MapId): Result<readonly PlacedSite[], NotPlaced> {
    const known = this.#sites.get(map);
    if (known !== undefined) return known;
    const placed = placeSites(this.anatomy, sitesOf(map));
    this.#sites.set(map, placed);
    return placed;
  }

  /** Its regions with the sites of the map and the zones on their chart. */
  #charted(map: MapId): Regions {
    const { regions } = this.anatomy;
    this.#zoneSources ??= this.zones.map(({ zone, side, path }) => ({ id: zoneKey(zone.id, side), points: path }));
    regions.chart({ sites: this.#sourcesOf(map), zones: this.#zoneSources });
    return regions;
  }

  /** None where the rules of the map cannot be walked on this head. */
  #sourcesOf(map: MapId): readonly FieldSource[] {
    const known = this.#siteSources.get(map);
    if (known !== undefined) return known;
    const placed = this.sites(map);
    const sources = (placed.ok ? placed.value : []).map(({ site, positionMm, normal, triangle, weights }) => ({
      id: site.id,
      points: [{ position: positionMm, normal, triangle, weights }],
    }));
    this.#siteSources.set(map, sources);
    return sources;
  }

  /** Places one more side of a zone; false once all are. */
  #placeNext(): boolean {
    const next = zonesOnBothSides[this.#placed.length];
    if (next === undefined) return false;
    const placed = placeZone(this.anatomy, next);
    if (!placed.ok) {
      const { side, zone, why } = placed.error;
      throw new Error(`the ${side} ${zone} cannot be placed on this head: ${why.kind}`);
    }
    this.#placed.push(placed.value);
    return true;
  }
}
