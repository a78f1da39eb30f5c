import type { Vec3 } from './anchor';

const size = 4;

/** Space in cells of 4 mm, each with a set of up to 32 marks: which things may lie there. */
export class Cells {
  readonly #from: Vec3;
  readonly #counts: readonly [number, number, number];
  readonly #marks: Int32Array;

  constructor(low: Vec3, high: Vec3) {
    this.#from = low;
    const count = (k: 0 | 1 | 2): number => Math.max(1, Math.ceil((high[k] - low[k]) / size));
    this.#counts = [count(0), count(1), count(2)];
    this.#marks = new Int32Array(this.#counts[0] * this.#counts[1] * this.#counts[2]);
  }

  /** Marks the cells that a box meets. */
  mark(low: Vec3, high: Vec3, marks: number): void {
    this.#visit(low, high, (cell) => {
      this.#marks[cell]! |= marks;
    });
  }

  /** All marks of the cells that a box meets. */
  within(low: Vec3, high: Vec3): number {
    let found = 0;
    this.#visit(low, high, (cell) => {
      found |= this.#marks[cell]!;
    });
    return found;
  }

  #visit(low: Vec3, high: Vec3, visit: (cell: number) => void): void {
    const [nx, ny] = this.#counts;
    const first = (k: 0 | 1 | 2): number => Math.max(0, Math.floor((low[k] - this.#from[k]) / size));
    const last = (k: 0 | 1 | 2): number => Math.min(this.#counts[k] - 1, Math.floor((high[k] - this.#from[k]) / size));
    const [x0, x1, y0, y1, z0, z1] = [first(0), last(0), first(1), last(1), first(2), last(2)];
    for (let z = z0; z <= z1; z++) {
      for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) visit((z * ny + y) * nx + x);
    }
  }
}
