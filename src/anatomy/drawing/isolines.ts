import type { SheetFrame } from './sheet-grid';
import { calmed, evenly, lengthOf, thinned } from './smooth-line';
import type { SheetPoint } from './viewpoint';

/**
 * The closed lines (each ends where it began) along which a field passes `level` (marching squares), mm on the sheet, the higher side on the left
 * of the way. The field must lie below the level all round the grid's edge.
 */
export function isolines(field: Float32Array, frame: SheetFrame, level: number): SheetPoint[][] {
  const { columns, rows } = frame;
  // Every crossing of the level lies on one edge between two neighbouring cells: 2 n is the edge to the right, 2 n + 1 up.
  const next = new Map<number, number>();
  for (let y = 0; y + 1 < rows; y++) {
    for (let x = 0; x + 1 < columns; x++) {
      const n = y * columns + x;
      const a = field[n]! > level;
      const b = field[n + 1]! > level;
      const c = field[n + columns + 1]! > level;
      const d = field[n + columns]! > level;
      const kind = (a ? 1 : 0) | (b ? 2 : 0) | (c ? 4 : 0) | (d ? 8 : 0);
      if (kind === 0 || kind === 15) continue;
      const [low, right, high, left] = [2 * n, 2 * (n + 1) + 1, 2 * (n + columns), 2 * n + 1];
      switch (kind) {
        case 1:
          next.set(low, left);
          break;
        case 2:
          next.set(right, low);
          break;
        case 3:
          next.set(right, left);
          break;
        case 4:
          next.set(high, right);
          break;
        case 5:
          next.set(low, left);
          next.set(high, right);
          break;
        case 6:
          next.set(high, low);
          break;
        case 7:
          next.set(high, left);
          break;
        case 8:
          next.set(left, high);
          break;
        case 9:
          next.set(low, high);
          break;
        case 10:
          next.set(right, low);
          next.set(left, high);
          break;
        case 11:
          next.set(right, high);
          break;
        case 12:
          next.set(left, right);
          break;
        case 13:
          next.set(low, right);
          break;
        default:
          next.set(left, low);
      }
    }
  }
  const lines: SheetPoint[][] = [];
  while (next.size > 0) {
    const first = next.keys().next();
    if (first.done === true) break;
    const line: SheetPoint[] = [];
    let at: number | undefined = first.value;
    while (at !== undefined) {
      line.push(crossing(field, frame, level, at));
      const to = next.get(at);
      next.delete(at);
      at = to !== undefined && next.has(to) ? to : undefined;
    }
    if (line.length > 3) lines.push([...line, line[0]!]);
  }
  return lines;
}

function crossing(
  field: Float32Array,
  { left, bottom, cell, columns }: SheetFrame,
  level: number,
  edge: number,
): SheetPoint {
  const n = edge >> 1;
  const upward = edge % 2 === 1;
  const [from, to] = [field[n]!, field[upward ? n + columns : n + 1]!];
  const t = (level - from) / (to - from);
  const [x, y] = [n % columns, Math.floor(n / columns)];
  return [left + (x + 0.5 + (upward ? 0 : t)) * cell, bottom + (y + 0.5 + (upward ? t : 0)) * cell];
}

/** Loops at least `least` mm long, without the grid's tremor, in as few points as show them. */
export const calmLoops = (loops: readonly SheetPoint[][], least: number): SheetPoint[][] =>
  loops.filter((loop) => lengthOf(loop) >= least).map((loop) => thinned(calmed(evenly(loop, 1), 3), 0.07));
