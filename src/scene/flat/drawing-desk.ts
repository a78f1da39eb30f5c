import { drawHead } from '../../anatomy/drawing/draw-head';
import { drawMuscles, type Fibres } from '../../anatomy/drawing/draw-muscles';
import { type Sitter, sitterOf } from '../../anatomy/drawing/sitter';
import type { Viewpoint } from '../../anatomy/drawing/viewpoint';
import { hairlineField } from '../../anatomy/hairline';
import type { Landmark } from '../../anatomy/head-model';
import { warpPositions } from '../../anatomy/variant-warp';
import type { HeadShape } from '../../state/heads';
import { type DrawnPaths, type MusclePaths, pathOf, pathsOf } from './paths';

/** The standard small head, mm; `colours` linear red, green and blue, 0 to 1, three a vertex. */
export type HeadToDraw = {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
  readonly colours: Float32Array;
  readonly landmarks: readonly Landmark[];
};

/** A head of this size (null: the standard one), by the key that stands for it. */
export type Sized = { readonly key: string; readonly shape: HeadShape | null };

export type DrawingDesk = {
  readonly head: (sized: Sized, viewpoint: Viewpoint) => DrawnPaths;
  /** @param fibres the muscles of the standard head */
  readonly muscles: (sized: Sized, viewpoint: Viewpoint, fibres: Fibres) => MusclePaths;
};

/** Heads that are kept ready to be drawn from another side; each takes about a megabyte. */
const mostKept = 4;

/** Draws heads of any size from any side. Everything here takes a tenth of a second or more: it belongs in a worker. */
export function createDrawingDesk({ positions, indices, colours, landmarks }: HeadToDraw): DrawingDesk {
  const sitters = new Map<string, Sitter>();
  // The hairline belongs to places of the skin: it is found on the standard head and goes with them.
  const hair = hairlineField(positions, landmarks);

  const sitterFor = ({ key, shape }: Sized): Sitter => {
    const sitter = sitters.get(key) ?? sitterOf({ positions: sized(positions, shape), indices }, colours, hair);
    // The one asked for last stays longest.
    sitters.delete(key);
    sitters.set(key, sitter);
    for (const old of [...sitters.keys()].slice(0, Math.max(0, sitters.size - mostKept))) sitters.delete(old);
    return sitter;
  };

  return {
    head: (size, viewpoint) => pathsOf(drawHead(sitterFor(size), viewpoint)),
    muscles: (size, viewpoint, fibres) => {
      const warped = { ...fibres, positions: sized(fibres.positions, size.shape) };
      const { area, fibres: stripes } = drawMuscles(sitterFor(size), warped, viewpoint);
      return { area: pathOf(area), fibres: pathOf(stripes) };
    },
  };
}

const sized = (standard: Float32Array, shape: HeadShape | null): Float32Array =>
  shape === null ? standard : warpPositions(shape.warp, shape.curves, standard);
