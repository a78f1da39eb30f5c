import { Field } from './field';
import { behind, type Geodesics, inTriangle, type OnMesh } from './geodesic';
import { type Post, postsOf, roundOf } from './path-posts';
import type { SurfacePoint } from './surface';

/** Up to here (mm), and further where triangles are large, a distance is taken from the pieces of the path themselves. */
const close = 6;
const perEdge = 1.5;
/** The fields of the posts reach further by this (mm), for a point so close to a piece to be within reach of its ends. */
const further = 3;
/** Feet are kept in single precision. */
const footRounding = 0.01;

type Found = { readonly mm: number; readonly foot: number };

/**
 * The distances from a path on a mesh, mm. Close to the path they are taken from its straight pieces, by the exact
 * distances from a piece's two ends; from there they are carried on as one wave.
 */
export class PathField {
  readonly #posts: readonly Post[];
  readonly #round: number;
  readonly #near: readonly Field[];
  readonly #mm: Field;
  readonly #foot: Field;

  /** @param path points at most 1 mm apart, at least one */
  constructor(metric: Geodesics, path: readonly SurfacePoint[], radius: number) {
    const posts = postsOf(path);
    this.#posts = posts;
    this.#round = roundOf(posts);
    const { positions, indices } = metric.mesh;
    const best = new Map<number, Found>();
    const begin = new Set<number>();
    const fields: Field[] = [];
    for (const [index, { point }] of posts.entries()) {
      const first = 3 * point.triangle;
      const edge = Math.max(metric.edgeLength[first]!, metric.edgeLength[first + 1]!, metric.edgeLength[first + 2]!);
      const closeHere = close + perEdge * edge;
      const spread = metric.spread([point], closeHere + further);
      const field = new Field(positions.length / 3, spread);
      fields.push(field);
      for (let i = 0; i < spread.count; i++) {
        const v = spread.vertices[i]!;
        const found = toPiece(posts, index, fields[index - 1]?.at(v) ?? Infinity, field.at(v));
        if (found.mm <= closeHere) begin.add(v);
        if (found.mm < (best.get(v)?.mm ?? Infinity)) best.set(v, found);
      }
      // However large the triangles are, the wave begins at the corners of those the path runs through.
      for (let k = 0; k < 3; k++) begin.add(indices[first + k]!);
    }
    this.#near = fields;
    const known = [...begin].map((v) => ({ v, ...best.get(v)! }));
    const spread = metric.carryOn(
      {
        vertices: known.map(({ v }) => v),
        mm: known.map(({ mm }) => mm),
        foot: known.map(({ foot }) => foot),
        round: this.#round,
      },
      radius,
    );
    this.#mm = new Field(positions.length / 3, spread);
    this.#foot = new Field(positions.length / 3, { ...spread, distance: spread.foot });
  }

  /** The distance at a vertex; Infinity where it is not known. */
  at(vertex: number): number {
    return this.#mm.at(vertex);
  }

  /** The distance at a point; Infinity where it is not known at one of the triangle's corners. */
  within({ mesh, edgeLength }: Geodesics, point: OnMesh): number {
    const first = 3 * point.triangle;
    const [a, b, c] = [mesh.indices[first]!, mesh.indices[first + 1]!, mesh.indices[first + 2]!];
    const [da, db, dc] = [this.#mm.at(a), this.#mm.at(b), this.#mm.at(c)];
    if (da === Infinity || db === Infinity || dc === Infinity) return Infinity;
    const [fa, fb, fc] = [this.#foot.at(a), this.#foot.at(b), this.#foot.at(c)];
    const edge = Math.max(edgeLength[first]!, edgeLength[first + 1]!, edgeLength[first + 2]!);
    const closeHere = close + perEdge * edge;
    if (Math.min(da, db, dc) - edge < closeHere) {
      const beside = this.#beside({ mesh, edgeLength }, point, Math.min(fa, fb, fc), Math.max(fa, fb, fc));
      if (beside <= closeHere) return beside;
    }
    // The edge whose feet lie furthest apart tells best how the wave opens.
    const edges = [
      { da, db, l: edgeLength[first]!, parted: this.#apart(fa, fb) },
      { da: db, db: dc, l: edgeLength[first + 1]!, parted: this.#apart(fb, fc) },
      { da: dc, db: da, l: edgeLength[first + 2]!, parted: this.#apart(fc, fa) },
    ].sort((p, q) => q.parted - p.parted);
    const [widest] = edges;
    const more = behind(widest!.da, widest!.db, widest!.l, widest!.parted);
    return inTriangle(edgeLength, point, da + more, db + more, dc + more) - more;
  }

  /** The least distance of a point from the pieces between two feet, and from those next to them. */
  #beside(metric: Pick<Geodesics, 'mesh' | 'edgeLength'>, point: OnMesh, low: number, high: number): number {
    // On a ring the feet may lie on either side of where it closes: then every piece is asked.
    const all = high - low > this.#round / 2;
    let least = Infinity;
    let last = Infinity;
    for (const [index, post] of this.#posts.entries()) {
      const next = this.#posts[index + 1]?.foot ?? post.foot;
      const before = this.#posts[index - 1]?.foot ?? post.foot;
      if (!all && (next < low - footRounding || before > high + footRounding)) {
        last = Infinity;
        continue;
      }
      const own = this.#near[index]!.within(metric, point);
      least = Math.min(least, toPiece(this.#posts, index, last, own).mm);
      last = own;
    }
    return least;
  }

  #apart(a: number, b: number): number {
    const apart = Math.abs(a - b);
    return apart > this.#round / 2 ? Math.abs(this.#round - apart) : apart;
  }
}

/** The distance from the piece that leads to a post, and the foot on it, by the distances from its two ends. */
function toPiece(posts: readonly Post[], index: number, fromLast: number, own: number): Found {
  const { foot, pieceMm: l } = posts[index]!;
  if (l === 0 || fromLast === Infinity) return { mm: own, foot };
  if (own === Infinity) return { mm: fromLast, foot: foot - l };
  const t = (fromLast * fromLast - own * own + l * l) / (2 * l);
  if (t <= 0) return { mm: fromLast, foot: foot - l };
  if (t >= l) return { mm: own, foot };
  return { mm: Math.sqrt(Math.max(0, fromLast * fromLast - t * t)), foot: foot - l + t };
}
