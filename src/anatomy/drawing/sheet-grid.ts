import type { Projection } from './viewpoint';

/** What one view sees, sampled on a grid over the sheet. Row 0 is the lowest; a cell's value stands at its middle. */
export type SheetGrid = {
  readonly left: number;
  readonly bottom: number;
  /** Side of a cell, mm. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** How far the nearest skin stands out toward the eye, mm; -Infinity where there is none. */
  readonly near: Float32Array;
  /** Per-vertex values as seen, one array for each that was asked; 0 where there is no skin. */
  readonly values: readonly Float32Array[];
};

export type ProjectedMesh = {
  /** Three a vertex: x and y on the sheet, and how far it stands out, mm. */
  readonly points: Float32Array;
  readonly indices: Uint32Array;
};

/** A mesh as it falls on the sheet; `positions` in mm, flat xyz. The triangles are those given, not copied. */
export function projectMesh(positions: Float32Array, indices: Uint32Array, { project }: Projection): ProjectedMesh {
  const points = new Float32Array(positions.length);
  for (let v = 0; v < positions.length; v += 3) {
    const { x, y, near } = project([positions[v]!, positions[v + 1]!, positions[v + 2]!]);
    points[v] = x;
    points[v + 1] = y;
    points[v + 2] = near;
  }
  return { points, indices };
}

export type SheetFrame = Pick<SheetGrid, 'left' | 'bottom' | 'cell' | 'columns' | 'rows'>;

/** A grid that has room for all of a mesh, and some all round, so that every contour closes within it. */
export function frameAround({ points }: ProjectedMesh, cell: number): SheetFrame {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = 0; v < points.length; v += 3) {
    left = Math.min(left, points[v]!);
    right = Math.max(right, points[v]!);
    bottom = Math.min(bottom, points[v + 1]!);
    top = Math.max(top, points[v + 1]!);
  }
  const columns = Math.ceil((right - left + 2 * margin) / cell);
  const rows = Math.ceil((top - bottom + 2 * margin) / cell);
  return { left: left - margin, bottom: bottom - margin, cell, columns, rows };
}

/** Draws the triangles that face the viewer into a grid, nearest first. `attributes`: one value a vertex each. */
export function sampleSheet(
  { points, indices }: ProjectedMesh,
  attributes: readonly Float32Array[],
  { left, bottom, cell, columns, rows }: SheetFrame,
): SheetGrid {
  const near = new Float32Array(columns * rows).fill(-Infinity);
  const values = attributes.map(() => new Float32Array(columns * rows));
  for (let t = 0; t < indices.length; t += 3) {
    const [i, j, k] = [indices[t]!, indices[t + 1]!, indices[t + 2]!];
    const [ax, ay, az] = [(points[3 * i]! - left) / cell, (points[3 * i + 1]! - bottom) / cell, points[3 * i + 2]!];
    const [bx, by, bz] = [(points[3 * j]! - left) / cell, (points[3 * j + 1]! - bottom) / cell, points[3 * j + 2]!];
    const [cx, cy, cz] = [(points[3 * k]! - left) / cell, (points[3 * k + 1]! - bottom) / cell, points[3 * k + 2]!];
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area <= 0) continue;
    const x0 = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
    const x1 = Math.min(columns - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
    const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
    const y1 = Math.min(rows - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
    for (let y = y0; y <= y1; y++) {
      for (let x = x0; x <= x1; x++) {
        const [px, py] = [x + 0.5, y + 0.5];
        const v = ((px - ax) * (cy - ay) - (cx - ax) * (py - ay)) / area;
        const w = ((bx - ax) * (py - ay) - (px - ax) * (by - ay)) / area;
        const u = 1 - v - w;
        if (u < -edge || v < -edge || w < -edge) continue;
        const depth = u * az + v * bz + w * cz;
        const at = y * columns + x;
        if (depth <= near[at]!) continue;
        near[at] = depth;
        for (let n = 0; n < values.length; n++) {
          const own = attributes[n]!;
          values[n]![at] = u * own[i]! + v * own[j]! + w * own[k]!;
        }
      }
    }
  }
  return { left, bottom, cell, columns, rows, near, values };
}

const margin = 8;
/** Cells on an edge belong to both triangles: no pinholes. */
const edge = 1e-4;
