import type { Vec3 } from '../anchor';
import type { Mesh } from '../surface';
import { lerp, pointAt } from '../vector';

/**
 * The lines along which a value given at the vertices is zero, as chains of positions over the mesh. Points lie on its
 * edges; a chain that closes ends at the point where it began.
 */
export function zeroLines({ positions, indices }: Mesh, value: Float32Array): Vec3[][] {
  const ends = new Map<number, number[]>();
  const count = positions.length / 3;
  const key = (i: number, j: number): number => Math.min(i, j) * count + Math.max(i, j);
  const join = (a: number, b: number): void => {
    const had = ends.get(a);
    if (had === undefined) ends.set(a, [b]);
    else had.push(b);
  };
  for (let t = 0; t < indices.length; t += 3) {
    const [i, j, k] = [indices[t]!, indices[t + 1]!, indices[t + 2]!];
    const [a, b, c] = [value[i]! > 0, value[j]! > 0, value[k]! > 0];
    if (a === b && b === c) continue;
    const [one, two] = a === b ? [key(j, k), key(k, i)] : b === c ? [key(i, j), key(k, i)] : [key(i, j), key(j, k)];
    join(one, two);
    join(two, one);
  }
  return chains(ends).map((chain) =>
    chain.map((edge) => {
      const [i, j] = [Math.floor(edge / count), edge % count];
      return lerp(pointAt(positions, i), pointAt(positions, j), value[i]! / (value[i]! - value[j]!));
    }),
  );
}

/** The open edges of a mesh (lids, lips, nostrils, the bust's lower edge) as chains. */
export function rims({ positions, indices }: Mesh): Vec3[][] {
  const count = positions.length / 3;
  const seen = new Set<number>();
  for (let e = 0; e < indices.length; e++) {
    const [i, j] = [indices[e]!, indices[e % 3 === 2 ? e - 2 : e + 1]!];
    const back = j * count + i;
    if (!seen.delete(back)) seen.add(i * count + j);
  }
  const ends = new Map<number, number[]>();
  for (const edge of seen) {
    const [i, j] = [Math.floor(edge / count), edge % count];
    for (const [a, b] of [
      [i, j],
      [j, i],
    ] as const)
      ends.set(a, [...(ends.get(a) ?? []), b]);
  }
  return chains(ends).map((chain) => chain.map((v) => pointAt(positions, v)));
}

/** Joins neighbours into chains; open ones begin at an end, the rest are rings. */
function chains(neighbours: Map<number, number[]>): number[][] {
  const used = new Set<number>();
  const out: number[][] = [];
  const follow = (start: number): void => {
    const chain = [start];
    used.add(start);
    let at = start;
    for (;;) {
      const to = neighbours.get(at)?.find((each) => !used.has(each));
      if (to === undefined) break;
      chain.push(to);
      used.add(to);
      at = to;
    }
    if (chain.length > 2 && neighbours.get(at)?.includes(start) === true) chain.push(start);
    if (chain.length > 1) out.push(chain);
  };
  for (const [at, to] of neighbours) if (to.length === 1 && !used.has(at)) follow(at);
  for (const at of neighbours.keys()) if (!used.has(at)) follow(at);
  return out;
}
