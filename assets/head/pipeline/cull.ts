import { compact, trianglesOf, type TriangleMesh } from './mesh';
import { Surface } from './surface';
import { add, cross, dot, pointAt, scale, subtract, unit, type Vec3 } from './vector';

/** Keeps the connected part with the most triangles: the body's outer skin. */
export function largestPart(mesh: TriangleMesh): TriangleMesh {
  const parent = Int32Array.from({ length: mesh.positions.length / 3 }, (_, v) => v);
  const root = (v: number): number => {
    let at = v;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const [a, b, c] of trianglesOf(mesh)) {
    parent[root(a)] = root(b);
    parent[root(b)] = root(c);
  }
  const sizes = new Map<number, number>();
  for (const [a] of trianglesOf(mesh)) sizes.set(root(a), (sizes.get(root(a)) ?? 0) + 1);
  const largest = [...sizes].sort((x, y) => y[1] - x[1])[0]?.[0];
  return keep(mesh, ([a]) => root(a) === largest);
}

const directions: readonly Vec3[] = Array.from({ length: 60 }, (_, i) => {
  const y = 1 - (2 * (i + 0.5)) / 60;
  const r = Math.sqrt(1 - y * y);
  const angle = i * Math.PI * (3 - Math.sqrt(5));
  return [Math.cos(angle) * r, y, Math.sin(angle) * r];
});

/** Only here can skin be hidden from every side: mouth, nostrils and orbits. Source frame, cm. */
const mayBeHidden = ([x, y, z]: Vec3): boolean => Math.abs(x) < 5.5 && y > 143 && y < 158 && z > 3 && z < 15.5;

/** How many rings of hidden triangles stay round what is seen, so that lids and lips keep the depth behind their edges. */
const margin = 3;

/** Drops from the left half what no one can see: the mouth's lining and the sockets behind the lids. */
export function dropHidden(half: TriangleMesh, whole: TriangleMesh): TriangleMesh {
  const surface = new Surface(whole);
  const seen = [...trianglesOf(half)].map(([a, b, c]) => {
    const [p, q, r] = [pointAt(half.positions, a), pointAt(half.positions, b), pointAt(half.positions, c)];
    const middle = scale(add(add(p, q), r), 1 / 3);
    if (!mayBeHidden(middle)) return true;
    const normal = unit(cross(subtract(q, p), subtract(r, p)));
    const from = add(middle, scale(normal, 0.01));
    return directions.some((direction) => dot(direction, normal) >= 0.05 && !surface.cast(from, direction));
  });
  const touched = new Uint8Array(half.positions.length / 3);
  for (let ring = 0; ring < margin; ring++) {
    let t = 0;
    for (const triangle of trianglesOf(half)) if (seen[t++]) for (const v of triangle) touched[v] = 1;
    t = 0;
    for (const triangle of trianglesOf(half)) {
      if (triangle.some((v) => touched[v])) seen[t] = true;
      t++;
    }
  }
  let t = 0;
  return keep(half, () => seen[t++]!);
}

function keep(mesh: TriangleMesh, wanted: (triangle: readonly [number, number, number]) => boolean): TriangleMesh {
  const kept: number[] = [];
  for (const triangle of trianglesOf(mesh)) if (wanted(triangle)) kept.push(...triangle);
  return compact({ positions: mesh.positions, indices: Uint32Array.from(kept) });
}
