import type { Caution, LandmarkRule, Needle } from './site';
import type { SourceId } from './sources';
import type { MapId, MuscleId } from './words';

/** Where a map puts the site of one ordinal, on either side, and what to mind there. */
export type MappedSite = {
  readonly rule: LandmarkRule;
  readonly needle: Needle;
  /** The one to read first comes first. */
  readonly cautions: readonly Caution[];
  /** Where the rule is believed to stand, and what bears on it. */
  readonly sources: readonly SourceId[];
};

/**
 * A published way of finding the sites. Doses, sides and order are the paradigm's and the same on every map.
 * Rules are written once per muscle, for ordinals 1, 2, ... of either side.
 */
export type ProtocolMap = {
  readonly id: MapId;
  readonly version: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly citation: SourceId;
  /** Shown to the user wherever landmark text is. */
  readonly status: string;
  /** How this map stands to the other one. */
  readonly note: { readonly text: string; readonly sources: readonly SourceId[] };
  readonly sites: Readonly<Record<MuscleId, readonly MappedSite[]>>;
};
