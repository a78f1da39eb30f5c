import type { Amount, MuscleId, Side, SiteId, Units } from '../protocol/words';

/** Why the ledger would not do what was asked. Each is rendered in plain words by the message catalogue. */
export type Refusal =
  | { readonly kind: 'NotAnAliquot'; readonly asked: number; readonly aliquot: Units }
  /** An off-protocol dose is one or more whole aliquots. */
  | { readonly kind: 'NotWholeAliquots'; readonly asked: number; readonly aliquot: Units }
  /** Nothing, less than nothing, or finer than drug is measured. */
  | { readonly kind: 'NotAnAmount'; readonly asked: number }
  | { readonly kind: 'CapExceeded'; readonly cap: Units; readonly committed: Units; readonly asked: Units }
  | { readonly kind: 'FtpNotAllowedHere'; readonly muscle: MuscleId; readonly allowed: readonly MuscleId[] }
  | {
      readonly kind: 'MuscleCapExceeded';
      readonly muscle: MuscleId;
      /** The extras the muscle allows, and its maximum with them. */
      readonly extras: number;
      readonly cap: Units;
      /** Units committed in the whole session, and its cap: at 195 U both caps are reached at once. */
      readonly committed: Units;
      readonly sessionCap: Units;
    }
  | { readonly kind: 'VialExhausted'; readonly vial: string; readonly left: Amount; readonly asked: Amount }
  /** What cannot have happened: no more can be injected, lost or discarded than was in the vial. */
  | { readonly kind: 'MoreThanVialHolds'; readonly vial: string; readonly left: Amount; readonly asked: Amount }
  | { readonly kind: 'UnknownVial'; readonly vial: string }
  | { readonly kind: 'UnknownSite'; readonly site: SiteId }
  | { readonly kind: 'SiteAlreadyPlanned'; readonly site: SiteId }
  | { readonly kind: 'SiteAlreadyGiven'; readonly site: SiteId }
  | { readonly kind: 'SiteSkipped'; readonly site: SiteId }
  /** The point lies in another muscle, or on another side, than the site is planned in. */
  | { readonly kind: 'MovedElsewhere'; readonly site: SiteId; readonly muscle: MuscleId; readonly side: Side }
  /** The place of a site lies in another muscle, or on the other side of the head, than it says. */
  | { readonly kind: 'AnchorElsewhere'; readonly site: SiteId }
  | { readonly kind: 'NothingToVoid'; readonly site: SiteId }
  /** No incident, off-protocol dose, waste or stop of this session has that id. */
  | { readonly kind: 'UnknownEntry'; readonly entry: string }
  | { readonly kind: 'AlreadyVoided'; readonly entry: string }
  /** Said of a site, where the entry is about one. */
  | { readonly kind: 'ReasonMissing'; readonly site?: SiteId }
  /** An off-protocol dose says where in the muscle it went. */
  | { readonly kind: 'PlaceMissing' }
  /** The procedure was stopped: nothing is planned or given any more. */
  | { readonly kind: 'Stopped' }
  /** A stop skips what is still planned first. */
  | { readonly kind: 'StillPlanned'; readonly sites: number }
  | { readonly kind: 'NothingToUndo' }
  | { readonly kind: 'NothingToRedo' };
