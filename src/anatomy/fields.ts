import { Field } from './field';
import type { Geodesics, OnMesh } from './geodesic';
import { PathField } from './path-field';
import type { SurfacePoint } from './surface';

/** What distances along the skin are asked from: a site or landmark is one point, a danger zone many, at most 1 mm apart. */
export type FieldSource = { readonly id: string; readonly points: readonly SurfacePoint[] };

/** A source and how far (mm along the skin) it is. */
export type Near = { readonly id: string; readonly mm: number };

/** A field is carried this far (mm) beyond where it is asked for, so that its last triangles have good corners. */
const beyond = 4;

/**
 * The distances along the skin from each of a family of sources: from every source within the window, and from the
 * nearest one everywhere (of paths: within the window). A field is computed once: ahead by `step`, or else when it is first asked for.
 */
export class Fields {
  readonly windowMm: number;
  readonly #metric: Geodesics;
  readonly #sources: readonly FieldSource[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #fields: (Field | PathField | null)[];
  #bound: Float64Array | null = null;
  #nearest: Int16Array | null = null;

  constructor(metric: Geodesics, sources: readonly FieldSource[], windowMm: number) {
    this.windowMm = windowMm;
    this.#metric = metric;
    this.#sources = sources;
    this.#index = new Map(sources.map(({ id }, i) => [id, i]));
    if (this.#index.size < sources.length) throw new RangeError('two sources have the same id');
    this.#fields = sources.map(() => null);
  }

  has(id: string): boolean {
    return this.#index.has(id);
  }

  /** mm along the skin from one source; null beyond the window. An unknown source is a defect. */
  distanceFrom(id: string, at: OnMesh): number | null {
    const index = this.#index.get(id);
    if (index === undefined) throw new RangeError(`there is no source ${id}`);
    const mm = this.#field(index).within(this.#metric, at);
    return mm <= this.windowMm ? mm : null;
  }

  /** The nearest source, however far; null where there is none, or no way over the skin. */
  nearest(at: OnMesh): Near | null {
    const label = this.#labels();
    const { indices } = this.#metric.mesh;
    let best: Near | null = null;
    for (let k = 0; k < 3; k++) {
      const index = label[indices[3 * at.triangle + k]!]!;
      if (index < 0) continue;
      const mm = this.#field(index).within(this.#metric, at);
      if (mm < (best?.mm ?? Infinity)) best = { id: this.#sources[index]!.id, mm };
    }
    return best;
  }

  /** The sources whose window reaches the point, nearest first. */
  within(at: OnMesh): readonly Near[] {
    const out: Near[] = [];
    this.#sources.forEach(({ id }, index) => {
      const mm = this.#field(index).within(this.#metric, at);
      if (mm <= this.windowMm) out.push({ id, mm });
    });
    return out.sort((a, b) => a.mm - b.mm);
  }

  /** Computes the next field that is not yet known; false once all are. */
  step(): boolean {
    const index = this.#fields.indexOf(null);
    if (index < 0) {
      this.#labels();
      return false;
    }
    this.#field(index);
    return true;
  }

  #field(index: number): Field | PathField {
    const known = this.#fields[index];
    if (known) return known;
    const made = this.#compute(index);
    this.#fields[index] = made;
    return made;
  }

  #compute(index: number): Field | PathField {
    const { points } = this.#sources[index]!;
    if (points.length > 1) return new PathField(this.#metric, points, this.windowMm + beyond);
    this.#bound ??= this.#nearestAtMost();
    const vertices = this.#metric.mesh.positions.length / 3;
    return new Field(vertices, this.#metric.spread(points, this.windowMm + beyond, this.#bound));
  }

  /** By vertex a little more than the distance of the nearest source: what is farther from a source is not its realm. */
  #nearestAtMost(): Float64Array {
    const { distance } = this.#metric.spread(
      this.#sources.flatMap(({ points }) => points),
      Infinity,
    );
    return distance.map((mm) => (mm === Infinity ? -1 : mm + beyond));
  }

  /** By vertex the nearest source; -1 where none can be reached. */
  #labels(): Int16Array {
    if (this.#nearest !== null) return this.#nearest;
    const vertices = this.#metric.mesh.positions.length / 3;
    const label = new Int16Array(vertices).fill(-1);
    const least = new Float64Array(vertices).fill(Infinity);
    this.#sources.forEach((_, index) => {
      const field = this.#field(index);
      for (let v = 0; v < vertices; v++) {
        const mm = field.at(v);
        if (mm >= least[v]!) continue;
        least[v] = mm;
        label[v] = index;
      }
    });
    this.#nearest = label;
    return label;
  }
}
