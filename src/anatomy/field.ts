import { type Geodesics, inTriangle, type OnMesh, type Spread } from './geodesic';

const pageBits = 6;
const pageSize = 1 << pageBits;

/** Distances by vertex, mm, kept only where they are known: in pages of vertices that follow one another. */
export class Field {
  /** Where a page's values begin; -1 where it has none. */
  readonly #pages: Int32Array;
  readonly #values: Float32Array;

  /** Keeps what a run reached. */
  constructor(vertices: number, { distance, vertices: reached, count }: Spread) {
    this.#pages = new Int32Array((vertices >> pageBits) + 1).fill(-1);
    let size = 0;
    for (let i = 0; i < count; i++) {
      const page = reached[i]! >> pageBits;
      if (this.#pages[page]! >= 0) continue;
      this.#pages[page] = size;
      size += pageSize;
    }
    this.#values = new Float32Array(size).fill(Infinity);
    for (let i = 0; i < count; i++) {
      const v = reached[i]!;
      this.#values[this.#pages[v >> pageBits]! + (v & (pageSize - 1))] = distance[v]!;
    }
  }

  /** The distance at a vertex; Infinity where it is not known. */
  at(vertex: number): number {
    const page = this.#pages[vertex >> pageBits]!;
    return page < 0 ? Infinity : this.#values[page + (vertex & (pageSize - 1))]!;
  }

  /** The distance at a point; Infinity where it is not known at one of the triangle's corners. */
  within({ mesh, edgeLength }: Pick<Geodesics, 'mesh' | 'edgeLength'>, point: OnMesh): number {
    const first = 3 * point.triangle;
    const da = this.at(mesh.indices[first]!);
    const db = this.at(mesh.indices[first + 1]!);
    const dc = this.at(mesh.indices[first + 2]!);
    if (da === Infinity || db === Infinity || dc === Infinity) return Infinity;
    return inTriangle(edgeLength, point, da, db, dc);
  }
}
