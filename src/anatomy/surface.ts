import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { SkinRay, Vec3 } from './anchor';
import { blend, cross, dot, pointAt, scale, subtract, unit } from './vector';

/** A triangle mesh, mm; three indices a triangle, corners counter-clockwise seen from outside. */
export type Mesh = { readonly positions: Float32Array; readonly indices: Uint32Array };

/** A point of a surface: its triangle, barycentric weights in it, position (mm) and smooth unit outward normal. */
export type SurfacePoint = {
  readonly triangle: number;
  readonly weights: Vec3;
  readonly position: Vec3;
  readonly normal: Vec3;
};

/** A plane through `point`, across the unit vector `normal`. */
export type Plane = { readonly point: Vec3; readonly normal: Vec3 };

/** Below this weight a point counts as lying on the opposite edge. */
const onEdge = 1e-4;

/** A mesh with a search tree: nearest points, rays, and the triangles that a plane crosses. Built once, then read only. */
export class Surface {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
  readonly #tree: MeshBVH;
  readonly #normals: Float32Array;
  readonly #twins: Int32Array;
  readonly #rimVertex: Uint8Array;
  readonly #ray = new Ray();
  readonly #point = new Vector3();

  constructor(mesh: Mesh) {
    this.positions = mesh.positions;
    this.indices = mesh.indices;
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
    geometry.setIndex(new BufferAttribute(mesh.indices, 1));
    // Indirect: the triangles keep their numbers, which anchors store.
    this.#tree = new MeshBVH(geometry, { indirect: true });
    this.#normals = vertexNormals(mesh);
    this.#twins = twinEdges(mesh);
    this.#rimVertex = new Uint8Array(mesh.positions.length / 3);
    this.#twins.forEach((twin, e) => {
      if (twin >= 0) return;
      this.#rimVertex[mesh.indices[e]!] = 1;
      this.#rimVertex[mesh.indices[e - (e % 3) + ((e + 1) % 3)]!] = 1;
    });
  }

  /** The point of the surface nearest to `to`; null where nothing is within `reach` mm. */
  closestWithin(to: Vec3, reach: number): SurfacePoint | null {
    const found = this.#tree.closestPointToPoint(this.#point.set(...to), undefined, 0, reach);
    if (!found || found.distance > reach) return null;
    return this.#pointOn(found.faceIndex, [found.point.x, found.point.y, found.point.z]);
  }

  /** The point of the surface nearest to `to`. */
  closest(to: Vec3): SurfacePoint {
    const found = this.closestWithin(to, Infinity);
    if (found === null) throw new Error('the surface has no triangles');
    return found;
  }

  /** Where a ray first meets the surface, from either side; null where it does not within `reach` mm. */
  cast(ray: SkinRay, reach = Infinity): SurfacePoint | null {
    this.#ray.origin.set(...ray.origin);
    this.#ray.direction.set(...ray.direction);
    const hit = this.#tree.raycastFirst(this.#ray, DoubleSide, 0, reach);
    if (!hit || hit.faceIndex === undefined || hit.faceIndex === null) return null;
    return this.#pointOn(hit.faceIndex, [hit.point.x, hit.point.y, hit.point.z]);
  }

  /** The point of a triangle at barycentric weights. */
  at(triangle: number, weights: Vec3): SurfacePoint {
    const [a, b, c] = this.corners(triangle);
    return { triangle, weights, position: blend(a, b, c, weights), normal: this.#smoothNormal(triangle, weights) };
  }

  /** The smooth unit outward normal at a vertex. */
  normalAt(vertex: number): Vec3 {
    return pointAt(this.#normals, vertex);
  }

  /** The three corners of a triangle, mm. */
  corners(triangle: number): readonly [Vec3, Vec3, Vec3] {
    const [i, j, k] = pointAt(this.indices, triangle);
    return [pointAt(this.positions, i), pointAt(this.positions, j), pointAt(this.positions, k)];
  }

  /** The same edge as seen from the triangle beyond it (edge 3 * triangle + k runs from corner k to the next); -1 on a rim. */
  beyond(edge: number): number {
    return this.#twins[edge]!;
  }

  /** The flat unit normal of a triangle; null for one without area. */
  faceNormal(triangle: number): Vec3 | null {
    const [a, b, c] = this.corners(triangle);
    return unit(cross(subtract(b, a), subtract(c, a)));
  }

  /** Whether a point lies on an open edge of the mesh (the bust's lower edge, lips, lids, nostrils). */
  onRim({ triangle, weights }: SurfacePoint): boolean {
    for (let k = 0; k < 3; k++) {
      if (this.#twins[3 * triangle + k]! < 0 && weights[(k + 2) % 3]! < onEdge) return true;
      if (this.#rimVertex[this.indices[3 * triangle + k]!] === 1 && weights[k]! > 1 - onEdge) return true;
    }
    return false;
  }

  /** Calls back with each triangle whose bounding box the plane meets (some of them it may just miss). */
  nearPlane({ point, normal }: Plane, visit: (triangle: number) => void): void {
    const offset = dot(point, normal);
    const [nx, ny, nz] = normal;
    this.#tree.shapecast({
      intersectsBounds: ({ min, max }) => {
        const centre = ((min.x + max.x) * nx + (min.y + max.y) * ny + (min.z + max.z) * nz) / 2 - offset;
        const reach =
          ((max.x - min.x) * Math.abs(nx) + (max.y - min.y) * Math.abs(ny) + (max.z - min.z) * Math.abs(nz)) / 2;
        return Math.abs(centre) <= reach + 1e-6;
      },
      intersectsRange: (first, count) => {
        for (let i = first; i < first + count; i++) visit(this.#tree.resolveTriangleIndex(i));
        return false;
      },
    });
  }

  #pointOn(triangle: number, position: Vec3): SurfacePoint {
    const [a, b, c] = this.corners(triangle);
    const weights = barycentric(a, b, c, position);
    return { triangle, weights, position, normal: this.#smoothNormal(triangle, weights) };
  }

  #smoothNormal(triangle: number, weights: Vec3): Vec3 {
    const [i, j, k] = pointAt(this.indices, triangle);
    const n = blend(pointAt(this.#normals, i), pointAt(this.#normals, j), pointAt(this.#normals, k), weights);
    return unit(n) ?? this.faceNormal(triangle) ?? [0, 1, 0];
  }
}

function barycentric(a: Vec3, b: Vec3, c: Vec3, p: Vec3): Vec3 {
  const [ab, ac, ap] = [subtract(b, a), subtract(c, a), subtract(p, a)];
  const [d00, d01, d11, d20, d21] = [dot(ab, ab), dot(ab, ac), dot(ac, ac), dot(ap, ab), dot(ap, ac)];
  const area = d00 * d11 - d01 * d01;
  if (area < 1e-18) return [1, 0, 0];
  const v = Math.min(1, Math.max(0, (d11 * d20 - d01 * d21) / area));
  const w = Math.min(1 - v, Math.max(0, (d00 * d21 - d01 * d20) / area));
  return [1 - v - w, v, w];
}

/** Unit normals at the vertices, each triangle weighing in with its area. */
export function vertexNormals({ positions, indices }: Mesh): Float32Array {
  const out = new Float32Array(positions.length);
  for (let t = 0; t < indices.length; t += 3) {
    const a = pointAt(positions, indices[t]!);
    const n = cross(subtract(pointAt(positions, indices[t + 1]!), a), subtract(pointAt(positions, indices[t + 2]!), a));
    for (let k = 0; k < 9; k++) {
      const slot = 3 * indices[t + Math.floor(k / 3)]! + (k % 3);
      out[slot] = out[slot]! + n[k % 3]!;
    }
  }
  for (let v = 0; v < out.length / 3; v++) out.set(scale(unit(pointAt(out, v)) ?? [0, 0, 0], 1), 3 * v);
  return out;
}

/**
 * The twin of each edge: entry 3 * triangle + k is the same edge in the triangle beyond it, -1 where there is none.
 * An edge of more than two triangles (there is none on the built heads) joins the first two.
 */
export function twinEdges({ positions, indices }: Mesh): Int32Array {
  const end = (e: number): number => (e % 3 === 2 ? e - 2 : e + 1);
  // Edges in chains by their lower corner: a look-up compares with the few edges that begin there.
  const first = new Int32Array(positions.length / 3).fill(-1);
  const next = new Int32Array(indices.length).fill(-1);
  const twins = new Int32Array(indices.length).fill(-1);
  for (let e = 0; e < indices.length; e++) {
    const [a, b] = [indices[e]!, indices[end(e)]!];
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    let other = first[low]!;
    while (other >= 0 && (Math.max(indices[other]!, indices[end(other)]!) !== high || twins[other]! >= 0)) {
      other = next[other]!;
    }
    if (other >= 0) {
      twins[e] = other;
      twins[other] = e;
    } else {
      next[e] = first[low]!;
      first[low] = e;
    }
  }
  return twins;
}
