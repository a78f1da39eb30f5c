import type { MapId, MuscleId, SiteId } from '../protocol/words';
import type { Review } from './review';

/** One site of a placement as it is kept: how far the pin was off, mm along the skin; null where no pin was placed. */
export type KeptSite = {
  readonly site: SiteId;
  readonly mm: number | null;
  /** How far it was outside what the site's rule allows, mm; only where that is not `mm`. */
  readonly ruleMm?: number;
  readonly rightMuscle: boolean;
  readonly rightSide: boolean;
  /** Danger zones entered. */
  readonly zones: number;
};

/** A placement exam that was done. `at` is ISO 8601 with offset; `of` says what it was done for. */
export type KeptPlacement = {
  readonly id: string;
  readonly at: string;
  readonly of: 'practice' | 'assessment';
  readonly map: MapId;
  /** The text of the head's variant. */
  readonly head: string;
  readonly sites: readonly KeptSite[];
  readonly tookMs: number;
};

/** Where the guided tour was left, and the muscles that were gone through to their end. */
export type TourKept = {
  readonly at: { readonly muscle: MuscleId; readonly step: string } | null;
  readonly done: readonly MuscleId[];
};

/** Whoever learns here. A device may have several. */
export type Learner = { readonly id: string; readonly name: string };

/** All that is kept of one learner. Reviews and placements are only ever added to, so two copies can be joined. */
export type Learning = {
  readonly learner: Learner;
  readonly reviews: readonly Review[];
  readonly placements: readonly KeptPlacement[];
  readonly tour: TourKept;
};
