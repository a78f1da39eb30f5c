import type { Side } from '../protocol/words';
import type { Vec3 } from './anchor';
import { borderOf, type FibreGrid } from './fibre-grid';
import { nearestOn } from './measure';
import { addScaled, dot, length, subtract } from './vector';

/**
 * How far (mm) a point of the skin lies from the border of a muscle, level with the skin; inside or outside alike.
 * @param normal of the skin at the point
 */
export function toBorder(
  grids: readonly FibreGrid[],
  { muscle, side }: { readonly muscle: FibreGrid['muscle']; readonly side: Side },
  point: Vec3,
  normal: Vec3,
): number {
  const grid = grids.find((one) => one.muscle === muscle && one.side === side);
  if (grid === undefined) throw new RangeError(`the head has no ${side} ${muscle}`);
  // Seen along the skin's normal: the border dips a little under the skin.
  const flat = borderOf(grid).map((at) => addScaled(at, normal, -dot(subtract(at, point), normal)));
  const { at } = nearestOn({ points: flat, closed: true }, point);
  return length(subtract(at, point));
}
