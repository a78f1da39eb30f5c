import type { Unfolding } from './unfolding';

/** A vertex looks as far as this many times its longest edge. Chosen: see `Geodesics` for the error that is left. */
const reach = 2.5;

/**
 * By vertex of a mesh the vertices in sight, and how far they are, mm: worked out when first asked for, or ahead.
 * Of vertex v they are entries starts[v] to starts[v] + counts[v] - 1 of `to` and `mm`, which may be moved when more is
 * worked out.
 */
export class Sights {
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  to: Int32Array;
  mm: Float32Array;
  readonly #unfolding: Unfolding;
  #size = 0;
  #ahead = 0;

  constructor(unfolding: Unfolding) {
    this.#unfolding = unfolding;
    this.starts = new Int32Array(unfolding.vertices).fill(-1);
    this.counts = new Int32Array(unfolding.vertices);
    // About what a vertex sees on a skin of even triangles.
    const expected = 50 * unfolding.vertices;
    this.to = new Int32Array(expected);
    this.mm = new Float32Array(expected);
  }

  /** Works out what is in sight of a vertex, if it is not yet known. */
  look(vertex: number): void {
    if (this.starts[vertex]! >= 0) return;
    const seen = this.#unfolding.fromVertex(vertex, reach * this.#unfolding.longestAt(vertex));
    if (this.#size + seen.count > this.to.length) this.#grow(this.#size + seen.count);
    this.starts[vertex] = this.#size;
    this.counts[vertex] = seen.count;
    for (let i = 0; i < seen.count; i++) {
      const v = seen.vertices[i]!;
      this.to[this.#size] = v;
      this.mm[this.#size++] = seen.mm[v]!;
    }
  }

  /** Works ahead at the next vertices; false once all are known. */
  step(count: number): boolean {
    const end = Math.min(this.starts.length, this.#ahead + count);
    while (this.#ahead < end) this.look(this.#ahead++);
    return this.#ahead < this.starts.length;
  }

  #grow(least: number): void {
    const size = Math.max(least, Math.ceil(1.25 * this.to.length));
    const [to, mm] = [this.to, this.mm];
    this.to = new Int32Array(size);
    this.to.set(to);
    this.mm = new Float32Array(size);
    this.mm.set(mm);
  }
}
