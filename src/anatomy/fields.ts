import { Field } from './field';
import type { Geodesics } from './geodesic';
import { SourcePoints } from './source-points';
import type { SurfacePoint } from './surface';
import type { OnMesh } from './unfolding';

/** What distances along the skin are asked from: a site or landmark is one point, a danger zone many, at most 1 mm apart. */
export type FieldSource = { readonly id: string; readonly points: readonly SurfacePoint[] };

/** A source and how far (mm along the skin) it is. */
export type Near = { readonly id: string; readonly mm: number };

/** By vertex how far the nearest source is, and which it is; Infinity and -1 where none can be reached. */
type Nearest = { readonly mm: Float32Array; readonly source: Int16Array };

/**
 * The distances along the skin from each of a family of sources, within a window, and to the nearest one, however far.
 * A field is computed once: ahead by `step`, or else when it is first asked for.
 */
export class Fields {
  readonly windowMm: number;
  readonly #metric: Geodesics;
  readonly #sources: readonly FieldSource[];
  readonly #points: SourcePoints;
  readonly #index: ReadonlyMap<string, number>;
  readonly #fields: (Field | null)[];
  #nearest: Nearest | null = null;

  constructor(metric: Geodesics, sources: readonly FieldSource[], windowMm: number) {
    this.windowMm = windowMm;
    this.#metric = metric;
    this.#sources = sources;
    this.#points = new SourcePoints(sources.map(({ points }) => points));
    this.#index = new Map(sources.map(({ id }, i) => [id, i]));
    if (this.#index.size < sources.length) throw new RangeError('two sources have the same id');
    this.#fields = sources.map(() => null);
  }

  /** Whether there is a source of that id. */
  has(id: string): boolean {
    return this.#index.has(id);
  }

  /** mm along the skin from one source; null beyond the window. An unknown source is a defect. */
  distanceFrom(id: string, at: OnMesh): number | null {
    const index = this.#index.get(id);
    if (index === undefined) throw new RangeError(`there is no source ${id}`);
    const field = this.#field(index);
    let mm = field.from(this.#metric.from(at));
    this.#points.inSight(this.#metric, at, (source, straight) => {
      if (source === index && straight < mm) mm = straight;
    });
    return mm <= this.windowMm ? mm : null;
  }

  /** The nearest source, however far; null where there is none, or no way over the skin. */
  nearest(at: OnMesh): Near | null {
    const nearest = this.#nearestSources();
    const { vertices, mm, count } = this.#metric.from(at);
    let [least, found] = [Infinity, -1];
    for (let i = 0; i < count; i++) {
      const v = vertices[i]!;
      const over = mm[v]! + nearest.mm[v]!;
      if (over < least) [least, found] = [over, nearest.source[v]!];
    }
    this.#points.inSight(this.#metric, at, (source, straight) => {
      if (straight < least) [least, found] = [straight, source];
    });
    return found < 0 ? null : { id: this.#sources[found]!.id, mm: least };
  }

  /** The sources whose window reaches the point, nearest first. */
  within(at: OnMesh): readonly Near[] {
    const fields = this.#sources.map((_, index) => this.#field(index));
    const sight = this.#metric.from(at);
    const least = fields.map((field) => field.from(sight));
    this.#points.inSight(this.#metric, at, (source, straight) => {
      if (straight < least[source]!) least[source] = straight;
    });
    return this.#sources
      .map(({ id }, index) => ({ id, mm: least[index]! }))
      .filter(({ mm }) => mm <= this.windowMm)
      .sort((a, b) => a.mm - b.mm);
  }

  /** Works ahead for some ten milliseconds; false once all is known. */
  step(): boolean {
    if (this.#sources.length === 0) return false;
    if (this.#metric.step()) return true;
    const index = this.#fields.indexOf(null);
    if (index >= 0) {
      this.#field(index);
      return true;
    }
    this.#nearestSources();
    return false;
  }

  #field(index: number): Field {
    const known = this.#fields[index];
    if (known) return known;
    // A point within the window is reached by way of vertices that are nearer.
    const made = new Field(this.#metric.spread(this.#points.seeds(this.#metric, index), this.windowMm));
    this.#fields[index] = made;
    return made;
  }

  #nearestSources(): Nearest {
    if (this.#nearest !== null) return this.#nearest;
    const seeds = this.#sources.flatMap((_, index) => [...this.#points.seeds(this.#metric, index)]);
    const { distance, label, vertices, count } = this.#metric.spread(seeds, Infinity);
    const source = new Int16Array(distance.length).fill(-1);
    for (let i = 0; i < count; i++) source[vertices[i]!] = label[vertices[i]!]!;
    this.#nearest = { mm: Float32Array.from(distance), source };
    return this.#nearest;
  }
}
