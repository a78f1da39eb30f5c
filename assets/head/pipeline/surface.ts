import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { TriangleMesh } from './mesh';
import type { Vec3 } from './vector';

/** Where a ray met the surface. */
export type Hit = { readonly point: Vec3; readonly distance: number; readonly triangle: number };

/** A mesh to shoot rays at and to snap points to. Both sides count. */
export class Surface {
  readonly mesh: TriangleMesh;
  readonly #tree: MeshBVH;
  readonly #ray = new Ray();
  readonly #point = new Vector3();

  constructor(mesh: TriangleMesh) {
    this.mesh = mesh;
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(mesh.positions), 3));
    geometry.setIndex(new BufferAttribute(Uint32Array.from(mesh.indices), 1));
    this.#tree = new MeshBVH(geometry, { indirect: true });
  }

  /** The first hit of a ray within `far`, or null. `direction` must be of unit length. */
  cast(origin: Vec3, direction: Vec3, far = Infinity): Hit | null {
    this.#ray.origin.set(...origin);
    this.#ray.direction.set(...direction);
    const hit = this.#tree.raycastFirst(this.#ray, DoubleSide, 0, far);
    if (!hit) return null;
    return { point: [hit.point.x, hit.point.y, hit.point.z], distance: hit.distance, triangle: hit.faceIndex ?? -1 };
  }

  /** The point of the surface nearest to `to`. */
  closest(to: Vec3): Vec3 {
    const found = this.#tree.closestPointToPoint(this.#point.set(...to));
    if (!found) throw new Error('the surface has no triangles');
    return [found.point.x, found.point.y, found.point.z];
  }
}
