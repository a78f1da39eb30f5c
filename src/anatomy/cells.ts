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
    this.#over(low, high, marks);
  }

  /** All marks of the cells that a box meets. */
  within(low: Vec3, high: Vec3): number {
    return this.#over(low, high, 0);
  }

  /** Adds marks to the cells of a box and returns what they have. One loop for both: it runs for every triangle. */
  #over(low: Vec3, high: Vec3, marks: number): number {
    const [nx, ny] = this.#counts;
    const [x0, y0, z0] = [this.#cell(low, 0), this.#cell(low, 1), this.#cell(low, 2)];
    const [x1, y1, z1] = [this.#cell(high, 0), this.#cell(high, 1), this.#cell(high, 2)];
    let found = 0;
    for (let z = z0; z <= z1; z++) {
      for (let y = y0; y <= y1; y++) {
        const row = (z * ny + y) * nx;
        for (let at = row + x0; at <= row + x1; at++) {
          if (marks !== 0) this.#marks[at]! |= marks;
          found |= this.#marks[at]!;
        }
      }
    }
    return found;
  }

  #cell(at: Vec3, k: 0 | 1 | 2): number {
    return Math.max(0, Math.min(this.#counts[k] - 1, Math.floor((at[k] - this.#from[k]) / size)));
  }
}
