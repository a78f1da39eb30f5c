import type { LandmarkName } from '../protocol/rule';
import type { MuscleId, Side } from '../protocol/words';

/** Millimetres in the head's frame: origin midway between the tragi, +x patient's left, +y up, +z forward. */
export type Vec3 = readonly [number, number, number];

/** A ray in the head's frame, mm; direction is unit length. */
export type SkinRay = { readonly origin: Vec3; readonly direction: Vec3 };

/** Which head a point was placed on: model id, SHA-256 of the built model, and its variant. */
export type HeadRef = { readonly model: string; readonly contentHash: string; readonly variant: string };

/** A point on the skin as the standard head resolves it. Enough to find it again after the model changed. */
export type Anchor = {
  readonly muscle: MuscleId;
  readonly side: Side;
  /** Index of the triangle in the skin mesh and the point's barycentric weights in it. */
  readonly triangle: number;
  readonly weights: Vec3;
  readonly positionMm: Vec3;
  /** Unit outward normal of the skin. */
  readonly normal: Vec3;
  readonly head: HeadRef;
  /** Offset from the nearest landmark, walked along the skin: first up or down, then level. mm, whole. */
  readonly offset: SkinOffset;
  /** The same in words: "left temporalis, 34 mm above and 8 mm in front of the tragus". */
  readonly sentence: string;
};

/** Walk `upMm` (negative: down) from the landmark, then `alongMm` level in direction `toward`. */
export type SkinOffset = {
  readonly landmark: LandmarkName;
  readonly side: Side;
  readonly upMm: number;
  readonly toward: 'forward' | 'back' | 'lateral' | 'medial';
  readonly alongMm: number;
};
