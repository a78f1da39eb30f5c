import type { Vec3 } from './anchor';
import type { Plane, Surface } from './surface';
import { dot, lerp, pointAt } from './vector';

/** Where a plane cuts a surface: a chain of points, mm. A closed one repeats its first point at the end. */
export type Polyline = { readonly points: readonly Vec3[]; readonly closed: boolean };

/**
 * The exact section of a surface by a plane: one point on every edge crossed, joined triangle by triangle.
 * A vertex on the plane counts as lying on its front side, so every triangle is crossed at two edges or none.
 */
export function section(surface: Surface, plane: Plane): readonly Polyline[] {
  const { indices, positions } = surface;
  const vertices = positions.length / 3;
  const offset = dot(plane.point, plane.normal);
  const [nx, ny, nz] = plane.normal;
  const height = (v: number): number =>
    positions[3 * v]! * nx + positions[3 * v + 1]! * ny + positions[3 * v + 2]! * nz - offset;
  const points = new Map<number, Vec3>();
  const neighbours = new Map<number, number[]>();

  const crossing = (a: number, b: number): number => {
    // Always from the lower vertex number to the higher, so that both triangles of an edge get the same point.
    const [u, v] = a < b ? [a, b] : [b, a];
    const key = u * vertices + v;
    if (!points.has(key)) {
      const [hu, hv] = [height(u), height(v)];
      points.set(key, lerp(pointAt(positions, u), pointAt(positions, v), hu / (hu - hv)));
    }
    return key;
  };
  const link = (from: number, to: number): void => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };

  surface.nearPlane(plane, (triangle) => {
    const [a, b, c] = [indices[3 * triangle]!, indices[3 * triangle + 1]!, indices[3 * triangle + 2]!];
    const [fa, fb, fc] = [height(a) >= 0, height(b) >= 0, height(c) >= 0];
    if (fa === fb && fb === fc) return;
    const crossed: number[] = [];
    if (fa !== fb) crossed.push(crossing(a, b));
    if (fb !== fc) crossed.push(crossing(b, c));
    if (fc !== fa) crossed.push(crossing(c, a));
    const [from, to] = [crossed[0]!, crossed[1]!];
    link(from, to);
    link(to, from);
  });

  const used = new Set<number>();
  const follow = (start: number): Polyline => {
    const chain = [start];
    used.add(start);
    let at = start;
    for (;;) {
      const next = neighbours.get(at)!.find((key) => !used.has(key));
      if (next === undefined) break;
      used.add(next);
      chain.push(next);
      at = next;
    }
    const closed = chain.length > 2 && neighbours.get(at)!.includes(start);
    if (closed) chain.push(start);
    return { points: chain.map((key) => points.get(key)!), closed };
  };
  const out: Polyline[] = [];
  // Open chains first, from their ends; what is left are loops.
  for (const [key, ends] of neighbours) if (ends.length === 1 && !used.has(key)) out.push(follow(key));
  for (const key of neighbours.keys()) if (!used.has(key)) out.push(follow(key));
  return out;
}
