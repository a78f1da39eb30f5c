import type { StoreApi } from 'zustand/vanilla';
import type { Anchor } from '../anatomy/anchor';
import type { Near } from '../anatomy/fields';
import type { Neighbour } from '../anatomy/neighbours';
import { standardVariant } from '../anatomy/variant';
import type { ZonePath } from '../anatomy/zone-path';
import type { SiteRow } from '../ledger/state';
import type { Message } from '../messages/translate';
import type { ZoneId } from '../protocol/danger-zone';
import type { MapId, SiteId } from '../protocol/words';
import type { AnatomyService } from './anatomy-service';
import type { ChartState } from './chart-state';

/** Where the danger zones lie on a head, and which of them the fixed sites stand near. */
export type ZonePlacement = {
  readonly paths: readonly ZonePath[];
  readonly near: (map: MapId) => ReadonlyMap<SiteId, readonly Neighbour[]>;
};

type Deps = {
  readonly store: StoreApi<ChartState>;
  readonly load: () => Promise<ZonePlacement>;
  readonly anatomy: AnatomyService;
  /** The map in use. */
  readonly mapId: () => MapId;
  readonly tell: (kind: 'refused', message: Message) => void;
};

type Placed = Pick<Anchor, 'positionMm' | 'head'>;

/** What is near a place is told by the place: ids of extras begin anew with every session. */
const placeKey = ({ positionMm, head }: Placed): string =>
  `${head.contentHash} ${head.variant} ${positionMm.join(' ')}`;

/** What is known to be near a site: from the rules for a fixed one, from the anatomy for one that was placed. */
export function neighboursOf(state: ChartState, map: MapId, row: SiteRow): readonly Neighbour[] {
  if (mustAsk(row)) return state.placedNear[placeKey(row.anchor)] ?? none;
  return state.zonePlacement?.near(map).get(row.id) ?? none;
}
const none: readonly Neighbour[] = [];

/** The fixed site of a map that is nearest to an extra; null for a fixed one, and until it is known. */
export const nearestSiteOf = (state: ChartState, map: MapId, { ftp, anchor }: SiteRow): Near | null =>
  ftp ? (state.placedBeside[besideKey(map, anchor)] ?? null) : null;
const besideKey = (map: MapId, place: Placed): string => `${map} ${placeKey(place)}`;

/** Only the fixed sites of the standard head were measured ahead, where their rules put them. */
const mustAsk = ({ ftp, moved, anchor }: SiteRow): boolean =>
  ftp || moved !== undefined || anchor.head.variant !== standardVariant;

export type Zones = ReturnType<typeof createZones>;

/** The layer of danger zones: fetched when first wanted, shown or not, one of them chosen or none. */
export function createZones({ store, load, anatomy, mapId, tell }: Deps) {
  /** False where the courses cannot be had. */
  const prepare = async (): Promise<boolean> => {
    if (store.getState().zonePlacement !== null) return true;
    try {
      const zonePlacement = await load();
      // Another head's zones may have been put in place in the meantime; they stand.
      if (store.getState().zonePlacement === null) store.setState({ zonePlacement });
      return true;
    } catch {
      return false;
    }
  };

  const keep = (place: Placed, near: readonly Neighbour[]): void => {
    store.setState(({ placedNear }) => ({ placedNear: { ...placedNear, [placeKey(place)]: near } }));
  };

  const keepBeside = (place: Placed, site: Near | null): void => {
    if (site === null) return;
    const key = besideKey(mapId(), place);
    store.setState(({ placedBeside }) => ({ placedBeside: { ...placedBeside, [key]: site } }));
  };

  return {
    prepare,
    /** Remembers what was found near a placed site. */
    keep,
    /** Remembers the fixed site that is nearest to an extra. */
    keepBeside,
    /** Finds out what is near a site where that is not known: placed in an earlier visit, or on another head. */
    find: async (row: SiteRow): Promise<void> => {
      if (!mustAsk(row) || store.getState().placedNear[placeKey(row.anchor)] !== undefined) return;
      const answer = await anatomy.resolve(
        { kind: 'point', positionMm: row.anchor.positionMm },
        row.anchor.head.variant,
      );
      if (typeof answer === 'string') return;
      keep(row.anchor, answer.zones);
      keepBeside(row.anchor, answer.nearestSite);
    },
    show: (on: boolean): void => {
      store.setState({ zonesShown: on, zone: null });
      if (!on) return;
      void prepare().then((had) => {
        if (had || !store.getState().zonesShown) return;
        store.setState({ zonesShown: false });
        tell('refused', { key: 'zones.notLoaded' });
      });
    },
    /** Makes a zone stand out and turns to it; null lets go. */
    choose: (zone: ZoneId | null): void => {
      store.setState(zone === null ? { zone } : { zone, turnTo: { zone } });
    },
  };
}
