import type { HeadCurves } from './head-size';
import type { HeadModel } from './head-model';
import { type HeadSize, variantText } from './variant';
import { type Warp, warpPoint, warpPositions } from './variant-warp';

/**
 * The standard head made to another size: skin, muscles and landmarks together. Triangles keep their numbers, so a
 * point told by triangle and weights is the same point of skin on every variant.
 */
export function variantHead(standard: HeadModel, curves: HeadCurves, size: HeadSize, warp: Warp): HeadModel {
  return {
    ref: { ...standard.ref, variant: variantText(size) },
    positions: warpPositions(warp, curves, standard.positions),
    indices: standard.indices,
    landmarks: standard.landmarks.map((landmark) => ({
      ...landmark,
      positionMm: warpPoint(warp, curves, landmark.positionMm),
    })),
    muscles: standard.muscles.map((sheet) => ({
      ...sheet,
      positions: warpPositions(warp, curves, sheet.positions),
    })),
  };
}
