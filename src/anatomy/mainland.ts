import type { Mesh } from './surface';

/**
 * By triangle: 1 where it belongs to the largest piece of a mesh that hangs together. What hangs on nothing (on the
 * standard head the linings of lids, nostrils and ears) cannot be reached over the skin.
 */
export function mainland({ positions, indices }: Mesh): Uint8Array {
  const parent = Int32Array.from({ length: positions.length / 3 }, (_, v) => v);
  const root = (v: number): number => {
    let at = v;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let e = 0; e < indices.length; e += 3) {
    parent[root(indices[e]!)] = root(indices[e + 1]!);
    parent[root(indices[e + 1]!)] = root(indices[e + 2]!);
  }
  const sizes = new Int32Array(parent.length);
  let largest = 0;
  for (let e = 0; e < indices.length; e += 3) {
    const piece = root(indices[e]!);
    sizes[piece]! += 1;
    if (sizes[piece]! > sizes[largest]!) largest = piece;
  }
  return Uint8Array.from({ length: indices.length / 3 }, (_, t) => (root(indices[3 * t]!) === largest ? 1 : 0));
}
