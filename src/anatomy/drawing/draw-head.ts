import { calmLoops, isolines } from './isolines';
import { inkOf, masked } from './ink';
import { frameAround, projectMesh, sampleSheet } from './sheet-grid';
import { type Sitter, tonesOf } from './sitter';
import { lengthOf } from './smooth-line';
import { projectionOf, type SheetPoint, type Viewpoint } from './viewpoint';
import { visibleParts } from './visible-parts';
import { zeroLines } from './contours';

export type SheetLine = readonly SheetPoint[];

/** A head drawn from one viewpoint: vectors on its sheet, mm, y up. Loops end where they begin. */
export type HeadDrawing = {
  /** What the head covers; even-odd. The first loop is the largest. */
  readonly outline: readonly SheetLine[];
  /** Within the outline: where the skin turns away and hides something behind it. */
  readonly contours: readonly SheetLine[];
  /** The slits of lids and lips. */
  readonly slits: readonly SheetLine[];
  /** Brush strokes as areas, the light ones around the heavy: brows, folds, lips, the relief of the ears. */
  readonly strokes: { readonly light: readonly SheetLine[]; readonly heavy: readonly SheetLine[] };
  /** Washes of shade, the palest first, each to be laid over those before it; even-odd. */
  readonly washes: readonly (readonly SheetLine[])[];
  /** Where the hair would begin. */
  readonly hairline: readonly SheetLine[];
};

/** Fine enough for lids and ears on a full screen; the time goes with its inverse square. */
export const cellMm = 0.8;
/** Shorter loops than these are specks, mm. */
const leastOutline = 40;

/**
 * Draws a head as a person would with a pen and one pot of wash: outline, the contours and slits that are seen, strokes
 * where the shade dips, and the hairline. What hides what is read off a grid over the sheet. The same head and
 * viewpoint give the same drawing.
 */
export function drawHead(sitter: Sitter, viewpoint: Viewpoint): HeadDrawing {
  const projection = projectionOf(viewpoint);
  const { positions, indices, normals, hair } = sitter;
  const mesh = projectMesh(positions, indices, projection);
  const grid = sampleSheet(mesh, [tonesOf(sitter, projection)], frameAround(mesh, cellMm));
  const mask = masked(grid);
  const outline = calmLoops(isolines(mask.soft, grid, 0.5), leastOutline);
  outline.sort((a, b) => lengthOf(b) - lengthOf(a));

  const turned = new Float32Array(positions.length / 3);
  for (let v = 0; v < turned.length; v++) {
    const e = projection.toEye([positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!]);
    turned[v] = normals[3 * v]! * e[0] + normals[3 * v + 1]! * e[1] + normals[3 * v + 2]! * e[2];
  }
  const seen = visibleParts(grid, projection);
  return {
    outline,
    contours: zeroLines(sitter, turned).flatMap(seen),
    slits: sitter.slits.flatMap(seen),
    ...inkOf(grid, mask.hard),
    hairline: hair === null ? [] : zeroLines(sitter, hair).flatMap(seen),
  };
}
