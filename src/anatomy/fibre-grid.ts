import type { Vec3 } from './anchor';
import type { MuscleSheet } from './head-model';
import { distance, pointAt } from './vector';

/** A muscle's sheet with what its file says of its fibres: i runs across them, j along them from origin to insertion. */
export type FibreGrid = MuscleSheet & {
  readonly across: number;
  readonly along: number;
  /** Row at which skin moved up by the lower fibres meets skin moved down by the upper; null where none is known. */
  readonly meets: number | null;
  /** Per vertex: 1 tendon, 0 flesh. */
  readonly tendon: Float32Array;
};

/** The points of row j, across the fibres, mm. */
export const rowOf = (grid: FibreGrid, j: number): readonly Vec3[] =>
  Array.from({ length: grid.across + 1 }, (_, i) => pointAt(grid.positions, j * (grid.across + 1) + i));

/** The points of fibre i, from origin to insertion, mm. */
export const fibreOf = (grid: FibreGrid, i: number): readonly Vec3[] =>
  Array.from({ length: grid.along + 1 }, (_, j) => pointAt(grid.positions, j * (grid.across + 1) + i));

/** The border, once round, the first point repeated at the end. */
export function borderOf(grid: FibreGrid): readonly Vec3[] {
  const last = fibreOf(grid, grid.across);
  const first = fibreOf(grid, 0);
  const round = [...rowOf(grid, 0), ...last.slice(1), ...[...rowOf(grid, grid.along)].reverse().slice(1)];
  return [...round, ...[...first].reverse().slice(1)];
}

/** Length of a chain of points, mm, straight from one to the next. */
export function lengthOf(points: readonly Vec3[]): number {
  let mm = 0;
  for (let k = 1; k < points.length; k++) mm += distance(points[k - 1]!, points[k]!);
  return mm;
}

/** The drawn sheet of a muscle on the left, or in the midline; the right mirrors it. Missing is a defect. */
export function leftSheet(grids: readonly FibreGrid[], muscle: FibreGrid['muscle']): FibreGrid {
  const found = grids.find((grid) => grid.muscle === muscle && grid.side !== 'right');
  if (found === undefined) throw new RangeError(`no sheet of the ${muscle} is drawn`);
  return found;
}
