import type { Vec3 } from './anchor';
import type { Geodesics, Seed } from './geodesic';
import type { SurfacePoint } from './surface';
import type { OnMesh } from './unfolding';
import { distance } from './vector';

/** Points of a path that follow each other at most this far apart (mm) are joined. */
const joined = 2;

type Point = {
  readonly source: number;
  readonly triangle: number;
  readonly weights: Vec3;
  /** Its place among all points; the one before it on its path stands one before. */
  readonly index: number;
  /** How far before it the one it is joined to lies, mm; 0 where there is none. */
  readonly gap: number;
};

/** The points of a family of sources, and the straight pieces between those of a path, as a place on a mesh sees them. */
export class SourcePoints {
  readonly #points: readonly (readonly Point[])[];
  readonly #byTriangle = new Map<number, Point[]>();
  /** By point: how far it is from where the last look was from, mm; Infinity where not in sight. */
  readonly #mm: Float64Array;

  /** @param sources the points of each */
  constructor(sources: readonly (readonly SurfacePoint[])[]) {
    let index = 0;
    this.#points = sources.map((points, source) =>
      points.map(({ triangle, weights, position }, i) => {
        const before = points[i - 1];
        const mm = before === undefined ? Infinity : distance(before.position, position);
        return { source, triangle, weights, index: index++, gap: mm <= joined ? mm : 0 };
      }),
    );
    for (const point of this.#points.flat()) {
      const known = this.#byTriangle.get(point.triangle);
      if (known) known.push(point);
      else this.#byTriangle.set(point.triangle, [point]);
    }
    this.#mm = new Float64Array(index).fill(Infinity);
  }

  /** The vertices in sight of a source's points, each as far as it is from the nearest point or piece. */
  seeds(metric: Geodesics, source: number): Iterable<Seed> {
    const best = new Map<number, number>();
    let before = new Map<number, number>();
    for (const point of this.#points[source]!) {
      const { vertices, mm, count } = metric.from(point);
      const own = new Map<number, number>();
      for (let i = 0; i < count; i++) {
        const v = vertices[i]!;
        own.set(v, mm[v]!);
        const least = toPiece(before.get(v) ?? Infinity, mm[v]!, point.gap);
        if (least < (best.get(v) ?? Infinity)) best.set(v, least);
      }
      before = own;
    }
    return [...best].map(([vertex, mm]) => ({ vertex, mm, source }));
  }

  /** Calls back with the sources in straight sight of the place last looked from, and how far they are, mm. */
  inSight(metric: Geodesics, place: OnMesh, saw: (source: number, mm: number) => void): void {
    const seen: Point[] = [];
    metric.unfolding.placesSeen(place, this.#byTriangle, (point, mm) => {
      if (mm >= this.#mm[point.index]!) return;
      if (this.#mm[point.index] === Infinity) seen.push(point);
      this.#mm[point.index] = mm;
    });
    for (const { source, index, gap } of seen) {
      saw(source, toPiece(gap === 0 ? Infinity : this.#mm[index - 1]!, this.#mm[index]!, gap));
    }
    for (const { index } of seen) this.#mm[index] = Infinity;
  }
}

/** How far the straight piece between two points that are `l` apart is from what is `a` and `b` away from them; all mm. */
function toPiece(a: number, b: number, l: number): number {
  if (l === 0 || a === Infinity) return b;
  const t = (a * a - b * b + l * l) / (2 * l);
  if (t <= 0) return a;
  return t >= l ? b : Math.sqrt(Math.max(0, a * a - t * t));
}
