import type { LandmarkName } from '../protocol/rule';

/** Why a command says no place. What it says wrong is given in the words that were typed. */
export type CommandError =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-landmark' }
  | { readonly kind: 'two-landmarks'; readonly first: LandmarkName; readonly second: LandmarkName }
  /** An adjective right before a landmark may be a way or name another point: "10 mm lateral brow". */
  | { readonly kind: 'which-point'; readonly what: string; readonly landmark: LandmarkName }
  | { readonly kind: 'not-understood'; readonly what: string }
  /** Digits that may be read in two ways: "1,000". */
  | { readonly kind: 'number'; readonly what: string }
  /** A length without a unit that need not be mm: a part of one, or beside a length in cm. */
  | { readonly kind: 'unit'; readonly what: string }
  /** A length without a way, or a way without a length. */
  | { readonly kind: 'no-way'; readonly mm: number }
  | { readonly kind: 'no-length'; readonly what: string }
  /** Two lengths up or down, or two across: one walk goes up or down, then one across. */
  | { readonly kind: 'twice'; readonly what: string }
  | { readonly kind: 'too-far'; readonly mostMm: number }
  /** In the midline neither a paired landmark nor a way to the side is known without a side. */
  | { readonly kind: 'which-side'; readonly what: string }
  /** Medial of what lies in the midline would be the patient's other side. */
  | { readonly kind: 'past-midline'; readonly landmark: LandmarkName }
  /** A way that leads nowhere sure along the skin about this landmark: lateral on a temple. */
  | { readonly kind: 'not-from'; readonly what: string; readonly landmark: LandmarkName }
  /** A length from the midline, and a landmark beside it: two places are measured from. */
  | { readonly kind: 'beside-midline'; readonly landmark: LandmarkName };
