import type { Anatomy } from './anatomy';
import type { Vec3 } from './anchor';
import { Cells } from './cells';
import { above, below, type DrawnMuscle, heightOver } from './footprint';
import type { SurfacePoint } from './surface';
import { addScaled, dot, pointAt } from './vector';

/** A triangle whose corners lie this far (mm) inside the height that a sheet may have is covered in between as well. */
const spare = 1;
/** Corners whose heights differ by more (mm) lie under a fold of the sheet, or under two: those are asked point by point. */
const even = 3;

/** So many triangles are labelled in one piece of the work. */
const atOnce = 1000;

/** The highest bit of a number that bitwise operators keep. */
const lastBit = 8 * Int32Array.BYTES_PER_ELEMENT - 1;

type Box = { readonly low: Vec3; readonly high: Vec3 };

/**
 * Which muscle lies under each triangle of a head's skin, worked out ahead. Where a sheet's border passes over or under
 * a triangle, and on the ears, the sheets in doubt are asked for the point itself, so the answer is always that of
 * `Footprints.muscleAt`.
 */
export class MuscleLabels {
  readonly #anatomy: Anatomy;
  /** By triangle the first sheet that covers all of it; -1 where none does. */
  readonly #certain: Int8Array;
  /** By triangle the sheets before that one which cover some of it, as bits. */
  readonly #doubt: Int32Array;

  readonly #work: Iterator<unknown>;
  #complete = false;

  /** Costs little; `step` works the labels out. */
  constructor(anatomy: Anatomy) {
    this.#anatomy = anatomy;
    if (anatomy.footprints.sheets.length > lastBit) throw new RangeError('more sheets than there are bits');
    const triangles = anatomy.skin.indices.length / 3;
    this.#certain = new Int8Array(triangles).fill(-1);
    this.#doubt = new Int32Array(triangles);
    this.#work = this.#label();
  }

  /** Works out the labels of some more triangles, for some ten milliseconds; false once all are known. */
  step(): boolean {
    if (this.#work.next().done === true) this.#complete = true;
    return !this.#complete;
  }

  /** Whether all labels are known. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Yields between pieces of the work. */
  *#label(): Generator<undefined> {
    const { skin, footprints } = this.#anatomy;
    const { sheets } = footprints;
    const vertices = skin.positions.length / 3;
    const heights = sheets.map(() => new Float32Array(vertices).fill(NaN));
    const heightAt = (sheet: number, v: number): number => {
      const known = heights[sheet]![v]!;
      if (!Number.isNaN(known)) return known;
      const at = { position: pointAt(skin.positions, v), normal: skin.normalAt(v) };
      const found = heightOver(sheets[sheet]!.sheet, at) ?? Infinity;
      heights[sheet]![v] = found;
      return found;
    };
    const { present, rims } = yield* this.#cells();
    const everything = sheets.reduce((bits, _, i) => bits | (1 << i), 0);
    for (let t = 0; t < this.#certain.length; t++) {
      if (t % atOnce === 0) yield;
      if (this.#anatomy.isEar(t)) {
        this.#doubt[t] = everything;
        continue;
      }
      const corners = pointAt(skin.indices, t);
      const { low, high } = this.#reachOf(corners);
      const near = present.within(low, high);
      if (near === 0) continue;
      const border = rims.within(low, high);
      for (let i = 0; i < sheets.length; i++) {
        if ((near & (1 << i)) === 0) continue;
        if ((border & (1 << i)) === 0 && liesOver(corners.map((v) => heightAt(i, v)))) {
          this.#certain[t] = i;
          break;
        }
        this.#doubt[t]! |= 1 << i;
      }
    }
  }

  /** The muscle under a point of the skin or of an ear; null where none is drawn. Finishes the work if need be. */
  at(point: SurfacePoint): DrawnMuscle | null {
    while (!this.#complete) this.step();
    const { sheets } = this.#anatomy.footprints;
    let doubt = this.#doubt[point.triangle]!;
    let found = this.#certain[point.triangle]!;
    while (doubt !== 0) {
      const first = lastBit - Math.clz32(doubt & -doubt);
      if (heightOver(sheets[first]!.sheet, point) !== null) {
        found = first;
        break;
      }
      doubt &= doubt - 1;
    }
    const sheet = sheets[found];
    return sheet === undefined ? null : { muscle: sheet.muscle, side: sheet.side };
  }

  /** The share of triangles whose points must be asked one by one. */
  get doubtful(): number {
    return this.#doubt.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0) / this.#doubt.length;
  }

  /** Where the sheets are and where their rims. Yields sheet by sheet. */
  *#cells(): Generator<undefined, { readonly present: Cells; readonly rims: Cells }> {
    const { skin, footprints } = this.#anatomy;
    const whole = boxOf(skin.positions);
    const present = new Cells(whole.low, whole.high);
    const rims = new Cells(whole.low, whole.high);
    for (const [i, { sheet }] of footprints.sheets.entries()) {
      for (let t = 0; t < sheet.indices.length / 3; t++) {
        const corners = sheet.corners(t);
        const { low, high } = boxOf(corners.flat());
        present.mark(low, high, 1 << i);
        for (let k = 0; k < 3; k++) {
          if (sheet.beyond(3 * t + k) >= 0) continue;
          const edge = boxOf([...corners[k]!, ...corners[(k + 1) % 3]!]);
          rims.mark(edge.low, edge.high, 1 << i);
        }
      }
      yield;
    }
    return { present, rims };
  }

  /** A box around all points in which a sheet could cover a point of the triangle. */
  #reachOf(corners: Vec3): Box {
    const { skin } = this.#anatomy;
    const ends: number[] = [];
    let straight = 1;
    const normals = corners.map((v) => skin.normalAt(v));
    corners.forEach((v, k) => {
      const position = pointAt(skin.positions, v);
      const normal = normals[k]!;
      ends.push(...addScaled(position, normal, above), ...addScaled(position, normal, -below));
      straight = Math.min(straight, Math.sqrt(Math.max(0.05, (1 + dot(normal, normals[(k + 1) % 3]!)) / 2)));
    });
    // Between corners whose normals part, the normals of points in between reach out further than the corners' do.
    const more = above * (1 / straight ** 2 - 1) + 0.1;
    const { low, high } = boxOf(ends);
    return {
      low: [low[0] - more, low[1] - more, low[2] - more],
      high: [high[0] + more, high[1] + more, high[2] + more],
    };
  }
}

function liesOver(heights: readonly number[]): boolean {
  const [least, most] = [Math.min(...heights), Math.max(...heights)];
  return least > spare - below && most < above - spare && most - least < even;
}

function boxOf(coordinates: ArrayLike<number>): Box {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < coordinates.length; i++) {
    const k = i % 3;
    low[k] = Math.min(low[k]!, coordinates[i]!);
    high[k] = Math.max(high[k]!, coordinates[i]!);
  }
  return { low, high };
}
