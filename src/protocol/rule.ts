import type { MuscleId } from './words';

/**
 * A landmark rule as an expression: where a site is, said in walks along the skin from landmarks.
 * `anatomy` evaluates it on a head; nothing here knows a coordinate.
 * An expression is written once for a bilateral muscle: landmarks and sites are taken on the site's own side,
 * lateral means away from the midline.
 */

export type LandmarkName =
  // midline
  | 'nasion'
  | 'glabella'
  | 'hairline'
  | 'inion'
  | 'c7'
  // left and right
  | 'inner-canthus'
  | 'outer-canthus'
  | 'medial-orbital-rim'
  | 'brow'
  | 'mid-pupil'
  | 'tragus'
  | 'helix'
  | 'mastoid-tip'
  | 'superior-nuchal-line'
  | 'neck-shoulder'
  | 'acromion';

/**
 * How well a statement is supported. `confirmed`: it was read in the named source. `weak`: it was, but the source is weak
 * (mirror, blog, course notes); check before relying on it. `derived`: worked out from confirmed facts, or chosen within a
 * published range. `unconfirmed`: general knowledge; the named source is believed to hold it, the passage was not read.
 * `unconfirmed` and `derived` values await clinical sign-off.
 */
export type Evidence = 'confirmed' | 'weak' | 'derived' | 'unconfirmed';

/** A length along the skin in millimetres (or a fraction of a walk): what the source allows and what this table uses. */
export type Measure = {
  readonly min: number;
  readonly max: number;
  readonly chosen: number;
  readonly evidence: Evidence;
};

/**
 * A heading along the skin.
 * up/down keep to a plane: sagittal (constant x, for forehead and nape) or coronal (constant z, for the temple).
 * lateral/medial/forward/back stay level (constant y).
 * diagonal climbs at `degrees` above the horizontal, toward lateral or medial, or on the side of the head forward or back.
 */
export type Heading =
  | { readonly go: 'up' | 'down'; readonly plane: 'sagittal' | 'coronal' }
  | { readonly go: 'lateral' | 'medial' | 'forward' | 'back' }
  | {
      readonly go: 'diagonal';
      readonly toward: 'lateral' | 'medial' | 'forward' | 'back';
      readonly degrees: number;
    };

export type Place =
  | { readonly op: 'landmark'; readonly name: LandmarkName }
  /** Another site of the same map. `side` only where it is not the rule's own side. */
  | { readonly op: 'site'; readonly muscle: MuscleId; readonly ordinal: number; readonly side?: 'left' | 'right' }
  /** From a place along the skin by a length. */
  | { readonly op: 'walk'; readonly from: Place; readonly heading: Heading; readonly mm: Measure }
  /** From a place along the skin by a length, on the way to another place. */
  | { readonly op: 'toward'; readonly from: Place; readonly to: Place; readonly mm: Measure }
  /** A fraction of the way along the skin between two places. */
  | { readonly op: 'between'; readonly from: Place; readonly to: Place; readonly fraction: Measure }
  /** From a place along a heading until level (same height) with another place. */
  | { readonly op: 'level'; readonly from: Place; readonly heading: Heading; readonly with: Place };
