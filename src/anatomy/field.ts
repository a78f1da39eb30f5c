import type { Spread } from './geodesic';
import type { Sight } from './unfolding';

const pageBits = 6;
const pageSize = 1 << pageBits;

/** Distances by vertex, mm, kept only where they are known: in pages of vertices that follow one another. */
export class Field {
  /** Where a page's values begin; -1 where it has none. */
  readonly #pages: Int32Array;
  readonly #values: Float32Array;

  /** Keeps what a run reached. */
  constructor({ distance, vertices: reached, count }: Spread) {
    this.#pages = new Int32Array((distance.length >> pageBits) + 1).fill(-1);
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

  /** The distance of the place that sees these vertices, by way of the best of them; Infinity where none is known. */
  from({ vertices, mm, count }: Sight): number {
    let least = Infinity;
    for (let i = 0; i < count; i++) {
      const v = vertices[i]!;
      const over = mm[v]! + this.at(v);
      if (over < least) least = over;
    }
    return least;
  }
}
