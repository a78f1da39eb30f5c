import type { MuscleId, Side, SiteId, Units } from '../protocol/words';

/** Why the ledger would not do what was asked. Each is rendered in plain words by the message catalogue. */
export type Refusal =
  | { readonly kind: 'NotAnAliquot'; readonly asked: number; readonly aliquot: Units }
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
  | { readonly kind: 'VialExhausted'; readonly vial: string; readonly left: Units; readonly asked: Units }
  | { readonly kind: 'UnknownVial'; readonly vial: string }
  | { readonly kind: 'UnknownSite'; readonly site: SiteId }
  | { readonly kind: 'SiteAlreadyPlanned'; readonly site: SiteId }
  | { readonly kind: 'SiteAlreadyGiven'; readonly site: SiteId }
  | { readonly kind: 'SiteSkipped'; readonly site: SiteId }
  /** The point lies in another muscle, or on another side, than the site is planned in. */
  | { readonly kind: 'MovedElsewhere'; readonly site: SiteId; readonly muscle: MuscleId; readonly side: Side }
  | { readonly kind: 'NothingToVoid'; readonly site: SiteId }
  | { readonly kind: 'ReasonMissing'; readonly site: SiteId }
  | { readonly kind: 'NothingToUndo' }
  | { readonly kind: 'NothingToRedo' };
