import { blurred } from './blur';
import type { HeadDrawing } from './draw-head';
import { calmLoops, isolines } from './isolines';
import type { SheetGrid } from './sheet-grid';

/** Where there is skin: 1 or 0, and the same a little softened, so that its edge runs smoothly between the cells. */
export type Mask = { readonly hard: Float32Array; readonly soft: Float32Array };

/** The mask of a view: a cell has skin where something stands out toward the eye. */
export function masked({ near, columns, rows }: SheetGrid): Mask {
  const hard = new Float32Array(near.length);
  for (let i = 0; i < hard.length; i++) hard[i] = near[i] === -Infinity ? 0 : 1;
  return { hard, soft: blurred(hard, columns, rows, 1) };
}

/** Tones below these are shaded, one wash more each. */
const washTones = [0.86, 0.76, 0.66, 0.54, 0.4, 0.26];
/** A stroke is drawn where the tone is this much darker than its surroundings. */
const strokeDips = { light: 0.026, heavy: 0.05 };
/** How wide the surroundings are, in cells of the grid. */
const around = 4;
/** Shorter loops than these are specks, mm. */
const leastWash = 14;
const leastStroke = 9;

/** The brush's part of a drawing, from the tones on the grid. */
export function inkOf(grid: SheetGrid, mask: Float32Array): Pick<HeadDrawing, 'strokes' | 'washes'> {
  const tone = grid.values[0]!;
  const { columns, rows } = grid;
  const fine = blurred(tone, columns, rows, 1, mask);
  const wide = blurred(tone, columns, rows, around, mask);
  const field = new Float32Array(mask.length);
  for (let i = 0; i < field.length; i++) field[i] = mask[i] === 0 ? 0 : wide[i]! - fine[i]!;
  const strokes = {
    light: calmLoops(isolines(field, grid, strokeDips.light), leastStroke),
    heavy: calmLoops(isolines(field, grid, strokeDips.heavy), leastStroke),
  };
  // One more than how dark it is, so that nought is left for where there is no skin.
  for (let i = 0; i < field.length; i++) field[i] = mask[i] === 0 ? 0 : 2 - wide[i]!;
  const washes = washTones.map((level) => calmLoops(isolines(field, grid, 2 - level), leastWash));
  return { strokes, washes };
}
