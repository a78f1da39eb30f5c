import type { Vec3 } from '../../src/anatomy/anchor';
import { type Mesh, type SurfacePoint, twinEdges } from '../../src/anatomy/surface';
import { distance, pointAt } from '../../src/anatomy/vector';

/** Light that comes through part of an edge: from `apex` (in the edge's own frame, edge along x) over x in [from, to]. */
type Beam = {
  readonly edge: number;
  readonly apexX: number;
  readonly apexY: number;
  /** How far the apex itself is from the source. */
  readonly before: number;
  readonly from: number;
  readonly to: number;
};

type Flat = readonly [number, number];
type Event = { readonly mm: number; readonly beam: Beam | null; readonly vertex: number };

const hair = 1e-9;

/** By vertex the distance from the nearest of some places on a mesh, mm, up to `radius`; Infinity beyond. */
export type ExactDistances = (
  sources: readonly Pick<SurfacePoint, 'triangle' | 'position'>[],
  radius: number,
) => Float64Array;

/**
 * The exact lengths of the shortest ways over a mesh. Beams of straight lines are unfolded over the edges, nearest
 * first, and begin anew at every vertex that a shortest way can bend at; a beam is let go only where an end of its edge
 * passes a shorter way to all it reaches (Chen and Han 1990; Xin and Wang 2009). Shares nothing with the fields that
 * are held against it, and takes seconds.
 */
export function exactDistancesOn(mesh: Mesh): ExactDistances {
  const { positions, indices } = mesh;
  const twins = twinEdges(mesh);
  const l = Float64Array.from(indices, (v, e) =>
    distance(pointAt(positions, v), pointAt(positions, indices[next(e)]!)),
  );
  const ready = { mesh, twins, l, bends: bendable(mesh, l, twins), outOf: cornersByVertex(mesh) };
  return (sources, radius) => spread(ready, sources, radius);
}

type Ready = {
  readonly mesh: Mesh;
  readonly twins: Int32Array;
  /** By edge its length. */
  readonly l: Float64Array;
  /** By vertex 1 where a shortest way may bend. */
  readonly bends: Uint8Array;
  readonly outOf: (vertex: number) => readonly number[];
};

const next = (e: number): number => (e % 3 === 2 ? e - 2 : e + 1);

function spread(
  { mesh: { positions, indices }, twins, l, bends, outOf }: Ready,
  sources: readonly Pick<SurfacePoint, 'triangle' | 'position'>[],
  radius: number,
): Float64Array {
  const at = (v: number): Vec3 => pointAt(positions, v);
  const best = new Float64Array(positions.length / 3).fill(Infinity);
  const queue = new Queue();

  const reach = (vertex: number, mm: number): void => {
    if (mm >= best[vertex]! || mm > radius) return;
    best[vertex] = mm;
    if (bends[vertex] === 1) queue.push({ mm, beam: null, vertex });
  };
  /** The beam through a whole edge whose ends are `toA` and `toB` from the apex. */
  const shine = (edge: number, toA: number, toB: number, before: number): void => {
    const apexX = (toA * toA - toB * toB + l[edge]! * l[edge]!) / (2 * l[edge]!);
    const apexY = -Math.sqrt(Math.max(0, toA * toA - apexX * apexX));
    offer({ edge, apexX, apexY, before, from: 0, to: l[edge]! });
  };
  const offer = (beam: Beam): void => {
    const { edge, apexX, apexY, before, from, to } = beam;
    if (edge < 0 || to - from < hair) return;
    const nearest = Math.min(to, Math.max(from, apexX));
    const mm = before + Math.hypot(nearest - apexX, apexY);
    if (mm > radius || isBeaten(beam)) return;
    queue.push({ mm, beam, vertex: -1 });
  };
  /** Whether an end of the edge, or the corner beyond, passes a shorter way to wherever the beam goes through. */
  const isBeaten = ({ edge, apexX, apexY, before, from, to }: Beam): boolean => {
    const viaA = before + Math.hypot(to - apexX, apexY);
    const viaB = before + Math.hypot(from - apexX, apexY);
    return best[indices[edge]!]! + to < viaA - hair || best[indices[next(edge)]!]! + l[edge]! - from < viaB - hair;
  };

  for (const { triangle, position } of sources) {
    const seed = 3 * triangle;
    const own = [0, 1, 2].map((k) => distance(position, at(indices[seed + k]!)));
    for (let k = 0; k < 3; k++) {
      reach(indices[seed + k]!, own[k]!);
      // A source in a corner is seen from all around it.
      if (own[k]! < 1e-6) queue.push({ mm: own[k]!, beam: null, vertex: indices[seed + k]! });
      // The twin runs the other way.
      if (twins[seed + k]! >= 0) shine(twins[seed + k]!, own[(k + 1) % 3]!, own[k]!, 0);
    }
  }
  for (let event = queue.pop(); event !== null; event = queue.pop()) {
    const { beam, vertex, mm } = event;
    if (beam === null) {
      if (mm > best[vertex]!) continue;
      for (const e of outOf(vertex)) {
        const across = next(e);
        const back = next(across);
        reach(indices[across]!, mm + l[e]!);
        reach(indices[back]!, mm + l[back]!);
        if (twins[across]! >= 0) shine(twins[across]!, l[back]!, l[e]!, mm);
      }
      continue;
    }
    if (isBeaten(beam)) continue;
    const { edge, apexX, apexY, before, from, to } = beam;
    const [on, back] = [next(edge), next(next(edge))];
    const cx = (l[back]! * l[back]! - l[on]! * l[on]! + l[edge]! * l[edge]!) / (2 * l[edge]!);
    const cy = Math.sqrt(Math.max(0, l[back]! * l[back]! - cx * cx));
    /** Where the line from the apex to the far corner crosses the edge. */
    const split = apexX + ((cx - apexX) * -apexY) / (cy - apexY);
    const toC = before + Math.hypot(cx - apexX, cy - apexY);
    if (split >= from - hair && split <= to + hair) reach(indices[back]!, toC);
    /** Carries what comes through the edge over [lo, hi] on to edge e, from p to q; its twin runs from q to p. */
    const onFar = (e: number, [px, py]: Flat, [qx, qy]: Flat, lo: number, hi: number): void => {
      if (twins[e]! < 0) return;
      const [dx, dy] = [(px - qx) / l[e]!, (py - qy) / l[e]!];
      const meet = (x: number): number => {
        // The line to the corner itself: the source may lie on the edge, and then it has no direction.
        if (x === split) return e === back ? l[e]! : 0;
        const [rx, ry] = [x - apexX, -apexY];
        const t = ((qx - apexX) * dy - (qy - apexY) * dx) / (rx * dy - ry * dx);
        const found = (apexX + t * rx - qx) * dx + (apexY + t * ry - qy) * dy;
        return Number.isFinite(found) ? Math.min(l[e]!, Math.max(0, found)) : 0;
      };
      const ends = [meet(lo), meet(hi)];
      offer({
        edge: twins[e]!,
        apexX: (apexX - qx) * dx + (apexY - qy) * dy,
        apexY: -Math.abs((apexX - qx) * -dy + (apexY - qy) * dx),
        before,
        from: Math.min(...ends),
        to: Math.max(...ends),
      });
    };
    if (split > from) onFar(back, [cx, cy], [0, 0], from, Math.min(to, split));
    if (split < to) onFar(on, [l[edge]!, 0], [cx, cy], Math.max(from, split), to);
  }
  return best;
}

/** By vertex: 1 where a shortest way may bend: where more than a full turn of skin meets, and on a rim. */
function bendable({ positions, indices }: Mesh, l: Float64Array, twins: Int32Array): Uint8Array {
  const angle = new Float64Array(positions.length / 3);
  const rim = new Uint8Array(angle.length);
  for (let e = 0; e < indices.length; e++) {
    const first = e - (e % 3);
    const [out, far, back] = [l[e]!, l[first + ((e + 1) % 3)]!, l[first + ((e + 2) % 3)]!];
    angle[indices[e]!]! += Math.acos(
      Math.min(1, Math.max(-1, (out * out + back * back - far * far) / (2 * out * back))),
    );
    if (twins[e]! >= 0) continue;
    rim[indices[e]!] = 1;
    rim[indices[first + ((e + 1) % 3)]!] = 1;
  }
  return Uint8Array.from(angle, (turn, v) => (rim[v] === 1 || turn > 2 * Math.PI + 1e-11 ? 1 : 0));
}

function cornersByVertex({ positions, indices }: Mesh): (vertex: number) => readonly number[] {
  const lists: number[][] = Array.from({ length: positions.length / 3 }, () => []);
  indices.forEach((v, e) => {
    lists[v]!.push(e);
  });
  return (vertex) => lists[vertex]!;
}

/** The nearest event first. */
class Queue {
  readonly #heap: Event[] = [];

  push(event: Event): void {
    const heap = this.#heap;
    let i = heap.push(event) - 1;
    while (i > 0) {
      const above = (i - 1) >> 1;
      if (heap[above]!.mm <= event.mm) break;
      heap[i] = heap[above]!;
      i = above;
    }
    heap[i] = event;
  }

  pop(): Event | null {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let below = 2 * i + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below + 1]!.mm < heap[below]!.mm) below += 1;
      if (heap[below]!.mm >= last.mm) break;
      heap[i] = heap[below]!;
      i = below;
    }
    heap[i] = last;
    return top;
  }
}
