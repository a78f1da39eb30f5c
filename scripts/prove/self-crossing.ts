import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { Vec3 } from '../../src/anatomy/anchor';
import type { Mesh } from '../../src/anatomy/surface';
import { pointAt } from '../../src/anatomy/vector';

/** A hair's breadth (share of an edge) that an edge may begin or end inside a triangle it only touches. */
const touch = 1e-4;

/**
 * Finds where a surface passes through itself, for meshes of one topology: an edge that crosses a triangle with which
 * it shares no corner. Each crossing is told as "edge/triangle", so that those of two shapes can be compared.
 */
export class SelfCrossing {
  readonly #indices: Uint32Array;
  readonly #edges: Uint32Array;
  readonly #position: BufferAttribute;
  readonly #tree: MeshBVH;

  constructor({ positions, indices }: Mesh) {
    this.#indices = indices;
    this.#edges = edgesOf(indices);
    this.#position = new BufferAttribute(positions.slice(), 3);
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', this.#position);
    geometry.setIndex(new BufferAttribute(indices, 1));
    this.#tree = new MeshBVH(geometry, { indirect: true });
  }

  /** Where a crossing lies on a shape: the first corner of its triangle. */
  cornerOf(crossing: string, positions: Float32Array): Vec3 {
    return pointAt(positions, this.#indices[3 * Number(crossing.split('/')[1])]!);
  }

  /** The crossings of the same triangles with their corners at `positions`. */
  of(positions: Float32Array): ReadonlySet<string> {
    this.#position.copyArray(positions);
    this.#tree.refit();
    const found = new Set<string>();
    const ray = new Ray();
    const end = new Vector3();
    for (let e = 0; e < this.#edges.length; e += 2) {
      const [a, b] = [this.#edges[e]!, this.#edges[e + 1]!];
      ray.origin.fromBufferAttribute(this.#position, a);
      end.fromBufferAttribute(this.#position, b).sub(ray.origin);
      const length = end.length();
      if (length === 0) continue;
      ray.direction.copy(end).divideScalar(length);
      for (const { faceIndex } of this.#tree.raycast(ray, DoubleSide, touch * length, (1 - touch) * length)) {
        if (faceIndex === undefined || faceIndex === null) continue;
        const corners = this.#indices.subarray(3 * faceIndex, 3 * faceIndex + 3);
        if (!corners.includes(a) && !corners.includes(b)) found.add(`${String(e / 2)}/${String(faceIndex)}`);
      }
    }
    return found;
  }
}

/** Every edge once, as pairs of corners. */
function edgesOf(indices: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  const out: number[] = [];
  const count = indices.reduce((most, v) => Math.max(most, v), 0) + 1;
  for (let i = 0; i < indices.length; i++) {
    const [a, b] = [indices[i]!, indices[i % 3 === 2 ? i - 2 : i + 1]!];
    const key = Math.min(a, b) * count + Math.max(a, b);
    if (seen.has(key)) continue;
    seen.add(key);
    out.push(a, b);
  }
  return Uint32Array.from(out);
}
