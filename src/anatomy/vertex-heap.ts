/** The vertices still to be visited, nearest first: a binary heap over numbers kept elsewhere, without allocation. */
export class VertexHeap {
  readonly #keys: Float64Array;
  readonly #heap: Int32Array;
  /** Where in the heap a vertex stands; -1 where it is not in it. */
  readonly #slot: Int32Array;
  #size = 0;

  /** @param keys by vertex; a vertex whose key was lowered must be pushed (again) before the next pop */
  constructor(keys: Float64Array) {
    this.#keys = keys;
    this.#heap = new Int32Array(keys.length);
    this.#slot = new Int32Array(keys.length).fill(-1);
  }

  /** How many vertices wait. */
  get size(): number {
    return this.#size;
  }

  /** Adds a vertex, or moves one up whose key was lowered. */
  push(vertex: number): void {
    const [keys, heap, slot] = [this.#keys, this.#heap, this.#slot];
    let at = slot[vertex]!;
    if (at < 0) at = this.#size++;
    const key = keys[vertex]!;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above]!;
      if (keys[other]! <= key) break;
      heap[at] = other;
      slot[other] = at;
      at = above;
    }
    heap[at] = vertex;
    slot[vertex] = at;
  }

  /** Takes out the vertex with the least key. Not to be called on an empty heap. */
  pop(): number {
    const [keys, heap, slot] = [this.#keys, this.#heap, this.#slot];
    const top = heap[0]!;
    slot[top] = -1;
    const size = --this.#size;
    if (size === 0) return top;
    const last = heap[size]!;
    const key = keys[last]!;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && keys[heap[below + 1]!]! < keys[heap[below]!]!) below += 1;
      const other = heap[below]!;
      if (keys[other]! >= key) break;
      heap[at] = other;
      slot[other] = at;
      at = below;
    }
    heap[at] = last;
    slot[last] = at;
    return top;
  }
}
