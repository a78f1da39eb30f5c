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

/**
 * The one chain of the section that passes a triangle, traced from triangle to triangle: far cheaper than the whole
 * section where one knows a point of it. Null where the plane misses the triangle.
 */
export function chainThrough(surface: Surface, plane: Plane, triangle: number): Polyline | null {
  const { indices, positions } = surface;
  const offset = dot(plane.point, plane.normal);
  const [nx, ny, nz] = plane.normal;
  const height = (v: number): number =>
    positions[3 * v]! * nx + positions[3 * v + 1]! * ny + positions[3 * v + 2]! * nz - offset;
  const endOf = (e: number): number => indices[e % 3 === 2 ? e - 2 : e + 1]!;
  const isCrossed = (e: number): boolean => height(indices[e]!) >= 0 !== height(endOf(e)) >= 0;
  const crossing = (e: number): Vec3 => {
    const [a, b] = [indices[e]!, endOf(e)];
    const [u, v] = a < b ? [a, b] : [b, a];
    const [hu, hv] = [height(u), height(v)];
    return lerp(pointAt(positions, u), pointAt(positions, v), hu / (hu - hv));
  };
  /** The crossed edge of a triangle that is not `but`; -1 where there is none. Two edges of a crossed triangle are. */
  const otherEdge = (t: number, but: number): number => {
    for (let e = 3 * t; e < 3 * t + 3; e++) if (e !== but && isCrossed(e)) return e;
    return -1;
  };
  const back = otherEdge(triangle, -1);
  const ahead = otherEdge(triangle, back);
  if (back < 0 || ahead < 0) return null;
  /** Out of the triangle over an edge and on until a rim, or back where it began: then the way is closed. */
  const follow = (over: number): { readonly points: Vec3[]; readonly closed: boolean } => {
    const points = [crossing(over)];
    let edge = over;
    for (;;) {
      const entered = surface.beyond(edge);
      if (entered < 0) return { points, closed: false };
      const beyond = (entered - (entered % 3)) / 3;
      if (beyond === triangle) return { points, closed: true };
      edge = otherEdge(beyond, entered);
      if (edge < 0) return { points, closed: false };
      points.push(crossing(edge));
    }
  };
  const forth = follow(ahead);
  if (forth.closed) return { points: [...forth.points, forth.points[0]!], closed: true };
  return { points: [...follow(back).points.reverse(), ...forth.points], closed: false };
}
