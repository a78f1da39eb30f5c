import type { Vec3 } from './anchor';
import type { Mesh } from './surface';
import { cross, dot, length, pointAt, scale, subtract } from './vector';
import { VertexHeap } from './vertex-heap';

/** A place on a mesh: a triangle and the barycentric weights in it. */
export type OnMesh = { readonly triangle: number; readonly weights: Vec3 };

/** What one run reached: `distance` and `label` by vertex hold for the vertices it lists, until the next run. */
export type Spread = {
  readonly distance: Float64Array;
  /** Which of the sources (by its place in the list) a vertex's distance comes from. */
  readonly label: Int32Array;
  /** Of a path: how far along it (mm) the point lies that a vertex is nearest to. */
  readonly foot: Float64Array;
  /** The first `count` are the vertices within the limit and their neighbours, whose distances may be a little long. */
  readonly vertices: Int32Array;
  readonly count: number;
};

/** Vertices whose distance from a path, and whose foot on it, are known to begin with. */
export type BesidePath = {
  readonly vertices: readonly number[];
  readonly mm: readonly number[];
  readonly foot: readonly number[];
  /** The length of a path that ends where it began; Infinity for any other. */
  readonly round: number;
};

/** A gain smaller than this (mm) is rounding, and not passed on. */
const gain = 1e-6;
/** Lengths are kept in double precision; shares of an edge below this are rounding. */
const rounding = 1e-9;
/** Feet further apart than this many times the edge belong to two waves that meet; nearer than that (mm) they are one. */
const strangers = 2;
const oneFoot = 0.02;
const halfway = 1.5;

/**
 * Shortest distances over a mesh, mm. Distances spread from vertex to vertex as a wave does, nearest first. An edge
 * whose ends are known stands for a source that is unfolded into the plane of the next triangle, so on flat ground
 * every distance is exact, whatever the triangles; a vertex that an obtuse triangle let be visited too early is
 * visited again when the better way is known. On a curved skin the wave's centre is not quite where the edge says,
 * which is what is left of error (figures in docs and bench).
 */
export class Geodesics {
  readonly mesh: Mesh;
  readonly longestEdge: number;
  /** By edge 3 * triangle + k, from corner k to the next: its length, and where the third corner lies seen from it. */
  readonly edgeLength: Float64Array;
  readonly #ahead: Float64Array;
  readonly #aside: Float64Array;
  /** Corners (3 * triangle + k) by vertex: corners[starts[v]] to corners[starts[v + 1] - 1]. */
  readonly #starts: Int32Array;
  readonly #corners: Int32Array;
  readonly #distance: Float64Array;
  readonly #label: Int32Array;
  readonly #foot: Float64Array;
  readonly #touched: Int32Array;
  #count = 0;
  readonly #heap: VertexHeap;

  constructor(mesh: Mesh) {
    this.mesh = mesh;
    const { positions, indices } = mesh;
    const vertices = positions.length / 3;
    this.edgeLength = new Float64Array(indices.length);
    this.#ahead = new Float64Array(indices.length);
    this.#aside = new Float64Array(indices.length);
    let longest = 0;
    for (let e = 0; e < indices.length; e++) {
      const first = e - (e % 3);
      const a = pointAt(positions, indices[e]!);
      const ab = subtract(pointAt(positions, indices[first + ((e + 1) % 3)]!), a);
      const ac = subtract(pointAt(positions, indices[first + ((e + 2) % 3)]!), a);
      const l = length(ab);
      this.edgeLength[e] = l;
      const along = l > 0 ? scale(ab, 1 / l) : ab;
      this.#ahead[e] = dot(ac, along);
      this.#aside[e] = length(cross(along, ac));
      if (l > longest) longest = l;
    }
    this.longestEdge = longest;
    this.#starts = new Int32Array(vertices + 1);
    for (const v of indices) this.#starts[v + 1]!++;
    for (let v = 0; v < vertices; v++) this.#starts[v + 1]! += this.#starts[v]!;
    const next = this.#starts.slice();
    this.#corners = new Int32Array(indices.length);
    indices.forEach((v, e) => {
      this.#corners[next[v]!++] = e;
    });
    this.#distance = new Float64Array(vertices).fill(Infinity);
    this.#label = new Int32Array(vertices);
    this.#foot = new Float64Array(vertices);
    this.#touched = new Int32Array(vertices);
    this.#heap = new VertexHeap(this.#distance);
  }

  /**
   * Distances to the nearest of some points, as far as `radius` mm; further, where `bound` (by vertex, mm) is given, at
   * every vertex that lies within its bound. Between the realms of two sources distances are those along edges, an
   * upper bound: their waves do not mix.
   */
  spread(sources: readonly OnMesh[], radius: number, bound?: Float64Array): Spread {
    this.#clear();
    sources.forEach((source, label) => {
      this.#seed(source, label);
    });
    const { indices } = this.mesh;
    const [lengths, ahead, aside, starts, corners] = [
      this.edgeLength,
      this.#ahead,
      this.#aside,
      this.#starts,
      this.#corners,
    ];
    const [d, label, heap] = [this.#distance, this.#label, this.#heap];
    while (heap.size > 0) {
      const v = heap.pop();
      const dv = d[v]!;
      if (dv > radius && (bound === undefined || dv > bound[v]!)) continue;
      const own = label[v]!;
      for (let i = starts[v]!; i < starts[v + 1]!; i++) {
        const out = corners[i]!;
        const k = out % 3;
        const on = k === 2 ? out - 2 : out + 1;
        const back = k === 0 ? out + 2 : out - 1;
        const b = indices[on]!;
        const c = indices[back]!;
        const [db, dc] = [d[b]!, d[c]!];
        // To c over the edge v-b, to b over the edge c-v; and along the edges, where no straight way crosses.
        let toC = dv + lengths[back]!;
        if (db !== Infinity && label[b] === own) {
          const x = across(dv, db, lengths[out]!, ahead[out]!, aside[out]!);
          if (x < toC) toC = x;
        }
        if (toC < dc - gain) this.#lower(c, toC, own);
        let toB = dv + lengths[out]!;
        if (dc !== Infinity && label[c] === own) {
          const x = across(dc, dv, lengths[back]!, ahead[back]!, aside[back]!);
          if (x < toB) toB = x;
        }
        if (toB < d[b]! - gain) this.#lower(b, toB, own);
      }
    }
    return this.#spread();
  }

  /**
   * Carries the distances from a path on from the vertices beside it, as far as `radius` mm. An edge whose ends have
   * one foot is passed by a circle about it, any other by a straight front: so far from the path that is near enough.
   */
  carryOn({ vertices, mm, foot, round }: BesidePath, radius: number): Spread {
    this.#clear();
    vertices.forEach((v, i) => {
      this.#foot[v] = foot[i]!;
      this.#lower(v, mm[i]!, 0);
    });
    const { indices } = this.mesh;
    const [d, feet, heap] = [this.#distance, this.#foot, this.#heap];
    /** Over the edge from a to b, to the third corner. */
    const over = (edge: number, a: number, b: number, c: number): void => {
      const [da, db, l] = [d[a]!, d[b]!, this.edgeLength[edge]!];
      if (da === Infinity || db === Infinity) return;
      let parted = feet[b]! - feet[a]!;
      if (round !== Infinity) parted -= round * Math.round(parted / round);
      if (Math.abs(parted) > strangers * l) return;
      const more = behind(da, db, l, Math.abs(parted));
      const [ahead, aside] = [this.#ahead[edge]!, this.#aside[edge]!];
      const mm = across(da + more, db + more, l, ahead, aside) - more;
      if (!(mm < d[c]! - gain)) return;
      feet[c] = feet[a]! + parted * crossing(da + more, db + more, l, ahead, aside);
      this.#lower(c, mm, 0);
    };
    const along = (a: number, b: number, edge: number): void => {
      const mm = d[a]! + this.edgeLength[edge]!;
      if (mm >= d[b]! - gain) return;
      feet[b] = feet[a]!;
      this.#lower(b, mm, 0);
    };
    while (heap.size > 0) {
      const v = heap.pop();
      if (d[v]! > radius) continue;
      for (let i = this.#starts[v]!; i < this.#starts[v + 1]!; i++) {
        const out = this.#corners[i]!;
        const k = out % 3;
        const on = k === 2 ? out - 2 : out + 1;
        const back = k === 0 ? out + 2 : out - 1;
        const [b, c] = [indices[on]!, indices[back]!];
        over(out, v, b, c);
        over(back, c, v, b);
        along(v, c, back);
        along(v, b, out);
      }
    }
    return this.#spread();
  }

  #spread(): Spread {
    return {
      distance: this.#distance,
      label: this.#label,
      foot: this.#foot,
      vertices: this.#touched,
      count: this.#count,
    };
  }

  /** A point among the triangle's corners: exact. */
  #seed(source: OnMesh, label: number): void {
    const first = 3 * source.triangle;
    const [ab, bc, ca] = [this.edgeLength[first]!, this.edgeLength[first + 1]!, this.edgeLength[first + 2]!];
    const lower = (k: number, mm: number): void => {
      const v = this.mesh.indices[first + k]!;
      if (mm < this.#distance[v]!) this.#lower(v, mm, label);
    };
    // How far the point is from a corner is how far the corner, as a source, is from the point.
    lower(0, inTriangle(this.edgeLength, source, 0, ab, ca));
    lower(1, inTriangle(this.edgeLength, source, ab, 0, bc));
    lower(2, inTriangle(this.edgeLength, source, ca, bc, 0));
  }

  #lower(vertex: number, mm: number, label: number): void {
    if (this.#distance[vertex] === Infinity) this.#touched[this.#count++] = vertex;
    this.#distance[vertex] = mm;
    this.#label[vertex] = label;
    this.#heap.push(vertex);
  }

  #clear(): void {
    for (let i = 0; i < this.#count; i++) this.#distance[this.#touched[i]!] = Infinity;
    this.#count = 0;
  }
}

/**
 * The distance of the far corner of a triangle from the source that is `da` and `db` away from the ends of its near
 * edge (length `l`, from a to b), unfolded into the triangle's plane; Infinity where the straight way from there does
 * not cross the edge. `ahead` and `aside` place the corner as seen from a toward b.
 */
function across(da: number, db: number, l: number, ahead: number, aside: number): number {
  const x = (da * da - db * db + l * l) / (2 * l);
  const square = da * da - x * x;
  // A source on the edge itself may come out a hair short of it.
  if (!(square > -rounding * l * l)) return Infinity;
  const y = square > 0 ? Math.sqrt(square) : 0;
  const rise = y + aside;
  const crossing = x * aside + ahead * y;
  const hair = rounding * l * rise;
  if (crossing < -hair || crossing > l * rise + hair) return Infinity;
  return Math.sqrt((ahead - x) * (ahead - x) + rise * rise);
}

/** What share of the way from a to b the straight way from the source crosses the edge at. */
function crossing(da: number, db: number, l: number, ahead: number, aside: number): number {
  const x = (da * da - db * db + l * l) / (2 * l);
  const y = Math.sqrt(Math.max(0, da * da - x * x));
  return Math.min(1, Math.max(0, (x * aside + ahead * y) / (l * (y + aside) || 1)));
}

/**
 * How far (mm) behind the path the centre of its wave lies, seen from an edge (length `l`, `da` and `db` away): none for
 * feet in one point, very far for feet as wide apart as the edge is. In between by similar triangles, but further back:
 * where a straight front turns into an arc the edge has some of both.
 */
export function behind(da: number, db: number, l: number, parted: number): number {
  if (parted < oneFoot) return 0;
  const straight = 1000;
  const wide = Math.sqrt(Math.max(0, l * l - (da - db) * (da - db)));
  return wide <= parted ? straight : Math.min(straight, (halfway * (da + db) * parted) / (wide - parted));
}

/**
 * The distance of a point of a triangle from a source whose distances from the corners are `da`, `db`, `dc`: the
 * source is unfolded into the triangle's plane, so on flat ground it is exact wherever the source is.
 */
export function inTriangle(
  edgeLength: Float64Array,
  { triangle, weights }: OnMesh,
  da: number,
  db: number,
  dc: number,
): number {
  const [u, v, w] = weights;
  const [c, a, b] = [edgeLength[3 * triangle]!, edgeLength[3 * triangle + 1]!, edgeLength[3 * triangle + 2]!];
  const square = u * da * da + v * db * db + w * dc * dc - (u * v * c * c + v * w * a * a + w * u * b * b);
  return Math.sqrt(Math.max(0, square));
}
