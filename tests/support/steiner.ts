import type { Surface, SurfacePoint } from '../../src/anatomy/surface';
import type { Vec3 } from '../../src/anatomy/anchor';
import { distance, lerp, pointAt } from '../../src/anatomy/vector';

const perEdge = 15;

/**
 * Lengths of the shortest ways from a point over a mesh that bend only at `perEdge` places on every edge: never shorter
 * than the shortest way there is, and hardly longer. Shares nothing with the fields it is held against.
 * @returns the way's length (mm) to each vertex within `radius`
 */
export function steinerDistances(surface: Surface, source: SurfacePoint, radius: number): ReadonlyMap<number, number> {
  const { positions, indices } = surface;
  const vertices = positions.length / 3;
  const places = new Map<number, Vec3>();
  const trianglesOf = new Map<number, number[]>();
  const nodesOf = (triangle: number): number[] => {
    const corners = pointAt(indices, triangle);
    const nodes: number[] = [...corners];
    corners.forEach((v, k) => {
      const w = corners[(k + 1) % 3]!;
      const [a, b] = v < w ? [v, w] : [w, v];
      for (let i = 1; i <= perEdge; i++) nodes.push((a * vertices + b) * (perEdge + 1) + i);
    });
    return nodes;
  };
  const near = (p: Vec3): boolean => distance(p, source.position) < radius + 5;
  for (let t = 0; t < indices.length / 3; t++) {
    const corners = pointAt(indices, t);
    if (!corners.some((v) => near(pointAt(positions, v)))) continue;
    const nodes = nodesOf(t);
    nodes.forEach((node, i) => {
      const known = trianglesOf.get(node);
      if (known) known.push(t);
      else trianglesOf.set(node, [t]);
      if (i < 3) {
        places.set(node, pointAt(positions, node));
        return;
      }
      const k = Math.floor((i - 3) / perEdge);
      const [v, w] = [corners[k]!, corners[(k + 1) % 3]!];
      const [a, b] = v < w ? [v, w] : [w, v];
      places.set(node, lerp(pointAt(positions, a), pointAt(positions, b), (1 + ((i - 3) % perEdge)) / (perEdge + 1)));
    });
  }
  const best = new Map<number, number>();
  const passedOn = new Map<number, number>();
  // Buckets of a twentieth of a millimetre serve as the queue; what gains within its bucket is passed on again.
  const buckets: number[][] = [];
  const offer = (node: number, mm: number): void => {
    if (mm >= (best.get(node) ?? Infinity) || mm > radius) return;
    best.set(node, mm);
    const bucket = Math.floor(mm * 20);
    while (buckets.length <= bucket) buckets.push([]);
    buckets[bucket]!.push(node);
  };
  for (const node of nodesOf(source.triangle)) offer(node, distance(source.position, places.get(node)!));
  for (let i = 0; i < buckets.length; i++) {
    for (let j = 0; j < buckets[i]!.length; j++) {
      const node = buckets[i]![j]!;
      const [mm, at] = [best.get(node)!, places.get(node)!];
      if (passedOn.get(node) === mm) continue;
      passedOn.set(node, mm);
      for (const t of trianglesOf.get(node)!) {
        for (const other of nodesOf(t)) if (other !== node) offer(other, mm + distance(at, places.get(other)!));
      }
    }
  }
  return new Map([...best].filter(([node]) => node < vertices));
}
