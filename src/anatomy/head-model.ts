import type { LandmarkName } from '../protocol/rule';
import type { MuscleId, Side } from '../protocol/words';
import type { HeadRef, Vec3 } from './anchor';

/** `tragus-L`, `inion`. */
export type LandmarkId = string;

export type Landmark = {
  readonly id: LandmarkId;
  readonly name: LandmarkName;
  readonly side: Side;
  readonly positionMm: Vec3;
};

/** A muscle's sheet: a grid of fibres, `across` x `along` cells, lying on the skin. Vertex (i, j) is row j * (across + 1) + i. */
export type MuscleSheet = {
  readonly muscle: MuscleId | 'sternocleidomastoid';
  readonly side: Side;
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
};

/** A head as read from the built models; positions in mm in the head's frame. */
export type HeadModel = {
  readonly ref: HeadRef;
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
  readonly landmarks: readonly Landmark[];
  readonly muscles: readonly MuscleSheet[];
};
