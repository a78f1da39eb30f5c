/** Grids of (across + 1) x (along + 1) vertices, row by row. */

export function gridTriangles(across: number, along: number): Uint32Array {
  const out: number[] = [];
  for (let j = 0; j < along; j++) {
    for (let i = 0; i < across; i++) {
      const a = j * (across + 1) + i;
      const c = a + across + 1;
      out.push(a, a + 1, c + 1, a, c + 1, c);
    }
  }
  return Uint32Array.from(out);
}

/** Three gentle Laplacian passes; the borders stay. */
export function evenOut(
  positions: Float64Array<ArrayBuffer>,
  columns: number,
  rows: number,
): Float64Array<ArrayBuffer> {
  let current = positions;
  for (let pass = 0; pass < 3; pass++) {
    const next = current.slice();
    for (let j = 1; j < rows - 1; j++) {
      for (let i = 1; i < columns - 1; i++) {
        for (let c = 0; c < 3; c++) {
          const at = 3 * (j * columns + i) + c;
          const around = current[at - 3]! + current[at + 3]! + current[at - 3 * columns]! + current[at + 3 * columns]!;
          next[at] = 0.5 * current[at]! + 0.125 * around;
        }
      }
    }
    current = next;
  }
  return current;
}

/** Positive if the normals point away from the body's axis. */
export function outwardness(positions: Float64Array, normals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < positions.length; i += 3)
    sum += normals[i]! * positions[i]! + normals[i + 2]! * positions[i + 2]!;
  return sum;
}

export const flipped = (indices: Uint32Array): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(indices, (_, k) => indices[k - (k % 3) + (2 - (k % 3))]!);
