import type { Vec3 } from '../anchor';
import type { SheetGrid } from './sheet-grid';
import { calmed, evenly, lengthOf, thinned } from './smooth-line';
import type { Projection, SheetPoint } from './viewpoint';

/** Skin that stands out this much more hides what is behind it, mm; less is the slope of a coarse mesh. */
const behind = 2.5;
/** Shorter parts are crumbs, mm. */
const least = 4;

/**
 * Gives the parts of a line on the skin that are seen in a view, drawn out on its sheet. What lies on the edge of all
 * that is seen is left out: the outline draws it.
 */
export function visibleParts(grid: SheetGrid, { project }: Projection): (line: readonly Vec3[]) => SheetPoint[][] {
  const { left, bottom, cell, columns, near } = grid;
  const hidden = (x: number, y: number, depth: number): boolean => {
    const column = Math.floor((x - left) / cell);
    const row = Math.floor((y - bottom) / cell);
    let lowest = Infinity;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) lowest = Math.min(lowest, near[(row + dy) * columns + column + dx]!);
    }
    return lowest === -Infinity || lowest > depth + behind;
  };
  return (line) => {
    const parts: SheetPoint[][] = [];
    let part: SheetPoint[] = [];
    const end = (): void => {
      if (part.length > 1 && lengthOf(part) > least) parts.push(thinned(calmed(evenly(part, 0.8), 4), 0.06));
      part = [];
    };
    for (const point of line) {
      const { x, y, near: depth } = project(point);
      if (hidden(x, y, depth)) end();
      else part.push([x, y]);
    }
    end();
    return parts;
  };
}
