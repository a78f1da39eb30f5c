import type { Vec3 } from '../anatomy/anchor';
import type { Neighbour } from '../anatomy/neighbours';
import type { TwoLegs } from '../anatomy/offset';
import type { MapId, MuscleId, Side, SiteId } from '../protocol/words';
import type { FromRule } from './rule-range';

/**
 * The sites of one muscle on one side that are asked for together. Which of them a pin is meant for is not asked: numbers
 * are this program's, so pins go to the sites that fit them best. `shown` are the group's other sites, which stand on the
 * head meanwhile, so that what is missing can be told.
 */
export type TaskGroup = {
  readonly muscle: MuscleId;
  readonly side: Side;
  readonly asked: readonly SiteId[];
  readonly shown: readonly SiteId[];
};

/** A placement exam: groups in protocol order, of one map, on one head (the text of its variant). */
export type PlacementTask = { readonly map: MapId; readonly head: string; readonly groups: readonly TaskGroup[] };

/** How a pin was put on the skin: by a pointer, or by a command from a landmark. */
type PinBy = 'pointer' | 'landmark';

/** A pin for a group: where it stands, mm in the head's frame, and when it was put there, ms since the head was shown. */
export type Pin = { readonly positionMm: Vec3; readonly atMs: number; readonly by: PinBy };

/** The pins of a group, by its place in the task: as many as it asks for. `tookMs`: from the head shown to the last pin confirmed. */
export type Attempt = { readonly pins: readonly (readonly Pin[])[]; readonly tookMs: number };

export type ScoredPin = {
  readonly pin: Pin;
  readonly muscle: MuscleId;
  readonly side: Side;
  /** The site it was taken for. */
  readonly site: SiteId;
  readonly siteMm: Vec3;
  readonly siteNormal: Vec3;
  readonly pinNormal: Vec3;
  /** Along the skin, mm; 0 on the site. */
  readonly mm: number;
  /** The same from the site to the pin in two legs, as an offset from a landmark is told; null on the other side, and where no such way leads there straight. */
  readonly off: TwoLegs | null;
  /** The same from the nearest point that the site's own rule allows: where it gives a range, the map takes one point of it. */
  readonly fromRule: FromRule;
  /** The drawn muscle under it; null where there is none of the paradigm. */
  readonly under: { readonly muscle: MuscleId; readonly side: Side } | null;
  /** In its muscle as drawn, of either side, or no further outside it than the site itself is. */
  readonly rightMuscle: boolean;
  /** Not on the other side; of a site in the midline there is none. */
  readonly rightSide: boolean;
  /** The danger zones it lies in, the one it lies deepest in first; those that the true site itself lies in are not counted. */
  readonly zones: readonly Neighbour[];
  /** The way over the skin from the pin to its site, for drawing. */
  readonly way: readonly { readonly positionMm: Vec3; readonly normal: Vec3 }[];
};

/** Every pin of an attempt, in the order of the task; `missed` are the sites that no pin was left for. */
export type Score = {
  readonly task: PlacementTask;
  readonly pins: readonly ScoredPin[];
  readonly missed: readonly SiteId[];
  readonly tookMs: number;
};
