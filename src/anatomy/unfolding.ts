import type { Vec3 } from './anchor';
import { type Mesh, twinEdges } from './surface';
import { cross, dot, length, pointAt, subtract } from './vector';

/** A place on a mesh: a triangle and the barycentric weights in it. */
export type OnMesh = { readonly triangle: number; readonly weights: Vec3 };

/** Vertices in sight: the first `count` of `vertices`, and by vertex how far each is, mm. Holds until the next look. */
export type Sight = { readonly vertices: Int32Array; readonly mm: Float64Array; readonly count: number };

/** Numbers kept of a window: the ends of its edge, and the corners that bound what is seen through it. */
const stride = 8;
/** More windows than this are never looked through; a look ends there. */
const mostWindows = 4096;
/** A place whose triangle with an edge has less than this area (mm2) lies in line with the edge. */
const touching = 1e-7;

/**
 * A mesh whose triangles can be laid flat one after the other. From a place on it one looks over the skin along straight
 * lines, as far as they run through no vertex: everything in sight is exactly as far as its line is long, however the
 * skin is folded under it.
 */
export class Unfolding {
  readonly mesh: Mesh;
  /** By edge 3 * triangle + k, from corner k to the next: its length, and where the third corner lies seen from it, in edge lengths. */
  readonly edgeLength: Float64Array;
  readonly #ahead: Float64Array;
  readonly #aside: Float64Array;
  readonly #twins: Int32Array;
  /** Corners (3 * triangle + k) by vertex: corners[starts[v]] to corners[starts[v + 1] - 1]. */
  readonly #starts: Int32Array;
  readonly #corners: Int32Array;
  readonly #mm: Float64Array;
  readonly #seen: Int32Array;
  #count = 0;
  /** The windows of the last look: the edge each enters a triangle by, and its numbers. */
  readonly #edges = new Int32Array(mostWindows);
  readonly #windows = new Float64Array(stride * mostWindows);
  #size = 0;
  /** Where the last look was from, if from a place: asked again about the same one, the answer stands. */
  #place: OnMesh | null = null;

  constructor(mesh: Mesh) {
    this.mesh = mesh;
    const { positions, indices } = mesh;
    const vertices = positions.length / 3;
    this.edgeLength = new Float64Array(indices.length);
    this.#ahead = new Float64Array(indices.length);
    this.#aside = new Float64Array(indices.length);
    for (let e = 0; e < indices.length; e++) {
      const first = e - (e % 3);
      const a = pointAt(positions, indices[e]!);
      const ab = subtract(pointAt(positions, indices[first + ((e + 1) % 3)]!), a);
      const ac = subtract(pointAt(positions, indices[first + ((e + 2) % 3)]!), a);
      const l = length(ab);
      this.edgeLength[e] = l;
      this.#ahead[e] = dot(ac, ab) / (l * l);
      this.#aside[e] = length(cross(ab, ac)) / (l * l);
    }
    this.#twins = twinEdges(mesh);
    this.#starts = new Int32Array(vertices + 1);
    for (const v of indices) this.#starts[v + 1]!++;
    for (let v = 0; v < vertices; v++) this.#starts[v + 1]! += this.#starts[v]!;
    const next = this.#starts.slice();
    this.#corners = new Int32Array(indices.length);
    indices.forEach((v, e) => {
      this.#corners[next[v]!++] = e;
    });
    this.#mm = new Float64Array(vertices).fill(Infinity);
    this.#seen = new Int32Array(vertices);
  }

  /** How many vertices the mesh has. */
  get vertices(): number {
    return this.#mm.length;
  }

  /** The longest edge at a vertex, mm. */
  longestAt(vertex: number): number {
    let longest = 0;
    for (let i = this.#starts[vertex]!; i < this.#starts[vertex + 1]!; i++) {
      const e = this.#corners[i]!;
      const back = e % 3 === 0 ? e + 2 : e - 1;
      longest = Math.max(longest, this.edgeLength[e]!, this.edgeLength[back]!);
    }
    return longest;
  }

  /** The vertices in sight of a vertex within `reach` mm, and all its neighbours. Itself is not among them. */
  fromVertex(vertex: number, reach: number): Sight {
    this.#clear();
    for (let i = this.#starts[vertex]!; i < this.#starts[vertex + 1]!; i++) {
      const out = this.#corners[i]!;
      const [on, back] = out % 3 === 0 ? [out + 1, out + 2] : out % 3 === 1 ? [out + 1, out - 1] : [out - 2, out - 1];
      const l = this.edgeLength[out]!;
      const [x, y] = [l * this.#ahead[out]!, l * this.#aside[out]!];
      this.#saw(this.mesh.indices[on]!, l);
      this.#saw(this.mesh.indices[back]!, this.edgeLength[back]!);
      this.#open(this.#twins[on]!, x, y, l, 0);
    }
    return this.#look(reach);
  }

  /** The vertices in sight of a place within `reach` mm, and the corners of its triangle. */
  fromPlace(place: OnMesh, reach: number): Sight {
    if (place === this.#place) return { vertices: this.#seen, mm: this.#mm, count: this.#count };
    this.#clear();
    this.#place = place;
    const { triangle, weights } = place;
    const first = 3 * triangle;
    const l = this.edgeLength[first]!;
    const [cx, cy] = [l * this.#ahead[first]!, l * this.#aside[first]!];
    const [x, y] = [weights[1] * l + weights[2] * cx, weights[2] * cy];
    const [ax, ay, bx, by] = [-x, -y, l - x, -y];
    const [dx, dy] = [cx - x, cy - y];
    const { indices } = this.mesh;
    this.#saw(indices[first]!, Math.hypot(ax, ay));
    this.#saw(indices[first + 1]!, Math.hypot(bx, by));
    this.#saw(indices[first + 2]!, Math.hypot(dx, dy));
    this.#open(this.#twins[first]!, bx, by, ax, ay);
    this.#open(this.#twins[first + 1]!, dx, dy, bx, by);
    this.#open(this.#twins[first + 2]!, ax, ay, dx, dy);
    return this.#look(reach);
  }

  /**
   * Calls back with those of some places that the last look, from `place`, came upon, and how far each is, mm; with
   * the same one more than once where there is more than one straight way.
   */
  placesSeen<T extends { readonly weights: Vec3 }>(
    place: OnMesh,
    byTriangle: ReadonlyMap<number, readonly T[]>,
    saw: (target: T, mm: number) => void,
  ): void {
    for (const target of byTriangle.get(place.triangle) ?? []) saw(target, this.#inTriangle(place, target.weights));
    const [windows, edges] = [this.#windows, this.#edges];
    for (let at = 0; at < this.#size; at++) {
      const f = edges[at]!;
      const first = f - (f % 3);
      const targets = byTriangle.get(first / 3);
      if (targets === undefined) continue;
      const w = stride * at;
      const [px, py, qx, qy] = [windows[w]!, windows[w + 1]!, windows[w + 2]!, windows[w + 3]!];
      const [ahead, aside] = [this.#ahead[f]!, this.#aside[f]!];
      for (const target of targets) {
        // From p, as shares of the edge and of what stands upright on it.
        const third = target.weights[(f + 2) % 3]!;
        const along = target.weights[(f + 1) % 3]! + third * ahead;
        const up = third * aside;
        const x = px + along * (qx - px) - up * (qy - py);
        const y = py + along * (qy - py) + up * (qx - px);
        const inside =
          windows[w + 4]! * y - windows[w + 5]! * x <= touching &&
          windows[w + 6]! * y - windows[w + 7]! * x >= -touching;
        if (inside) saw(target, Math.hypot(x, y));
      }
    }
  }

  #inTriangle({ triangle, weights }: OnMesh, to: Vec3): number {
    const [u, v, w] = [to[0] - weights[0], to[1] - weights[1], to[2] - weights[2]];
    const [c, a, b] = [0, 1, 2].map((k) => this.edgeLength[3 * triangle + k]! ** 2) as [number, number, number];
    return Math.sqrt(Math.max(0, -(u * v * c + v * w * a + w * u * b)));
  }

  /** Looks through every window within reach, into the triangle beyond it, and keeps the windows that lead on. */
  #look(reach: number): Sight {
    const { indices } = this.mesh;
    const [windows, edges, twins] = [this.#windows, this.#edges, this.#twins];
    const [shareAhead, shareAside, mm, seen] = [this.#ahead, this.#aside, this.#mm, this.#seen];
    const square = reach * reach;
    let [size, count] = [this.#size, this.#count];
    for (let at = 0; at < size && size < mostWindows - 2; at++) {
      const f = edges[at]!;
      const w = stride * at;
      const px = windows[w]!;
      const py = windows[w + 1]!;
      const qx = windows[w + 2]!;
      const qy = windows[w + 3]!;
      const lx = windows[w + 4]!;
      const ly = windows[w + 5]!;
      const rx = windows[w + 6]!;
      const ry = windows[w + 7]!;
      const dx = qx - px;
      const dy = qy - py;
      // The nearest point of the window: where one of its bounds meets the edge, or the foot of the perpendicular.
      const off = px * dy - py * dx;
      if (lx * dx + ly * dy > 0) {
        const by = lx * dy - ly * dx;
        if ((lx * lx + ly * ly) * off * off > square * by * by) continue;
      } else if (rx * dx + ry * dy < 0) {
        const by = rx * dy - ry * dx;
        if ((rx * rx + ry * ry) * off * off > square * by * by) continue;
      } else if (off * off > square * (dx * dx + dy * dy)) continue;
      const ahead = shareAhead[f]!;
      const aside = shareAside[f]!;
      const cx = px + ahead * dx - aside * dy;
      const cy = py + ahead * dy + aside * dx;
      const k = f % 3;
      const on = k === 2 ? f - 2 : f + 1;
      const back = k === 0 ? f + 2 : f - 1;
      const left = lx * cy - ly * cx > 0;
      const right = rx * cy - ry * cx < 0;
      if (!left && !right) {
        const far = cx * cx + cy * cy;
        const vertex = indices[back]!;
        if (far <= square) {
          const l = Math.sqrt(far);
          const known = mm[vertex]!;
          if (l < known) {
            if (known === Infinity) seen[count++] = vertex;
            mm[vertex] = l;
          }
        }
      }
      if (!right && twins[on]! >= 0) {
        edges[size] = twins[on]!;
        const to = stride * size++;
        windows[to] = cx;
        windows[to + 1] = cy;
        windows[to + 2] = qx;
        windows[to + 3] = qy;
        windows[to + 4] = left ? lx : cx;
        windows[to + 5] = left ? ly : cy;
        windows[to + 6] = rx;
        windows[to + 7] = ry;
      }
      if (!left && twins[back]! >= 0) {
        edges[size] = twins[back]!;
        const to = stride * size++;
        windows[to] = px;
        windows[to + 1] = py;
        windows[to + 2] = cx;
        windows[to + 3] = cy;
        windows[to + 4] = lx;
        windows[to + 5] = ly;
        windows[to + 6] = right ? rx : cx;
        windows[to + 7] = right ? ry : cy;
      }
    }
    this.#size = size;
    this.#count = count;
    return { vertices: seen, mm, count };
  }

  /** Keeps the window over a whole edge, from p (on the left) to q. */
  #open(edge: number, px: number, py: number, qx: number, qy: number): void {
    const [dx, dy] = [qx - px, qy - py];
    // From an end of an edge nothing is seen through it: what lies there is in sight of the vertex.
    if (edge < 0 || (Math.abs(px * dy - py * dx) < touching && px * qx + py * qy >= 0)) return;
    this.#edges[this.#size] = edge;
    this.#windows.set([px, py, qx, qy, px, py, qx, qy], stride * this.#size);
    this.#size += 1;
  }

  #saw(vertex: number, mm: number): void {
    if (mm >= this.#mm[vertex]!) return;
    if (this.#mm[vertex] === Infinity) this.#seen[this.#count++] = vertex;
    this.#mm[vertex] = mm;
  }

  #clear(): void {
    for (let i = 0; i < this.#count; i++) this.#mm[this.#seen[i]!] = Infinity;
    this.#count = 0;
    this.#size = 0;
    this.#place = null;
  }
}
