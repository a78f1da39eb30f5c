import type { Vec3 } from './anchor';
import type { SurfacePoint } from './surface';
import { addScaled, distance, dot, subtract } from './vector';

/** Points of a path that follow each other at most this far apart (mm) are joined. */
const joined = 2;
/** A path is followed in straight pieces of at most this length, from which none of its points lies further off, mm. */
export const longestPiece = 4;
const straightness = 0.02;

/** Parts of a path that are not joined lie this far apart as feet are counted, mm. */
const apart = 1000;

/** An end of a straight piece of a path, how far along the path it is, and the length of the piece that leads to it (0: none); mm. */
export type Post = { readonly point: SurfacePoint; readonly foot: number; readonly pieceMm: number };

/** The ends of the straight pieces that follow a path. */
export function postsOf(path: readonly SurfacePoint[]): readonly Post[] {
  const [start] = path;
  if (start === undefined) throw new RangeError('a path without points');
  const posts: Post[] = [{ point: start, foot: 0, pieceMm: 0 }];
  let [at, foot] = [0, 0];
  while (at + 1 < path.length) {
    let to = at + 1;
    const gap = distance(path[at]!.position, path[to]!.position) > joined;
    while (!gap && to + 1 < path.length && isStraight(path, at, to + 1)) to += 1;
    const mm = distance(path[at]!.position, path[to]!.position);
    foot += gap ? apart : mm;
    // A piece without length would add nothing.
    if (mm > 1e-6) posts.push({ point: path[to]!, foot, pieceMm: gap ? 0 : mm });
    at = to;
  }
  return posts;
}

/** The length of a path that ends where it began; Infinity for any other. */
export function roundOf(posts: readonly Post[]): number {
  const [first, last] = [posts[0]!, posts[posts.length - 1]!];
  const closed = posts.length > 3 && distance(first.point.position, last.point.position) < 1e-3;
  return closed && last.foot < apart ? last.foot : Infinity;
}

function isStraight(path: readonly SurfacePoint[], from: number, to: number): boolean {
  const [a, b] = [path[from]!.position, path[to]!.position];
  if (distance(a, b) > longestPiece || distance(path[to - 1]!.position, b) > joined) return false;
  for (let i = from + 1; i < to; i++) if (offLine(a, b, path[i]!.position) > straightness) return false;
  return true;
}

function offLine(a: Vec3, b: Vec3, p: Vec3): number {
  const ab = subtract(b, a);
  const square = dot(ab, ab);
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, dot(subtract(p, a), ab) / square));
  return distance(p, addScaled(a, ab, t));
}
