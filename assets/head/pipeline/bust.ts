import { clip } from './clip';
import { trianglesOf, type TriangleMesh } from './mesh';
import { clamp, pointAt, smoothstep, type Vec3 } from './vector';

/**
 * The bust's lower edge. In the frontal plane an inner outline (a half superellipse below, vertical lines above) bounds
 * what stays as it is. Skin beyond it is wrapped a quarter turn round an elliptic rim: in the frontal plane it goes on by
 * at most `rimRadius`, while front and back draw together onto one mid surface. So breast, back and both
 * arms end in one rounded edge, seen whole from every side. Source frame, cm.
 */
const outline = { halfWidth: 18, centreY: 132.7, depth: 4.2, power: 2 };
/** Full under the chest, tighter at the sides, where the armpit limits it. */
const rimRadius = (x: number): number => 3.3 + 1.5 * (1 - smoothstep(1, 12, x));
/** The wrap stops just short of a quarter turn; a narrow strip closes what stays open underneath. */
const lastTurn = 0.985 * (Math.PI / 2);

/** The surface in which front and back meet: deep in the chest, shallower in the shoulders. */
const midSurface = (x: number): number => 1.8 + 1.7 * Math.pow(Math.max(0, 1 - (x / outline.halfWidth) ** 2), 1.5);

type Foot = {
  /** How far round the rim, radians; 0 within the inner outline. */
  readonly turn: number;
  /** The outline's nearest point and the outward direction from there, in the frontal plane. */
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
  /** Grows along the outline from the bottom's middle, up the side. */
  readonly along: number;
};

const outlineSamples = Array.from({ length: 1501 }, (_, i) => {
  const angle = ((Math.PI / 2) * i) / 1500;
  const bend = 2 / outline.power;
  return {
    x: outline.halfWidth * Math.pow(Math.sin(angle), bend),
    y: outline.centreY - outline.depth * Math.pow(Math.max(0, Math.cos(angle)), bend),
  };
});

/** Where a point on the left (x >= 0) stands to the inner outline. */
function footOf(x: number, y: number): Foot {
  if (y >= outline.centreY) {
    const turn = Math.max(0, x - outline.halfWidth) / rimRadius(outline.halfWidth);
    return { turn, x: outline.halfWidth, y, nx: 1, ny: 0, along: outlineSamples.length + y - outline.centreY };
  }
  const inside =
    Math.pow(x / outline.halfWidth, outline.power) + Math.pow((outline.centreY - y) / outline.depth, outline.power) <=
    1;
  let best = { squared: Infinity, x: 0, y: 0, along: 0 };
  for (let i = 0; i + 1 < outlineSamples.length; i++) {
    const a = outlineSamples[i]!;
    const b = outlineSamples[i + 1]!;
    const [ux, uy] = [b.x - a.x, b.y - a.y];
    const t = clamp(((x - a.x) * ux + (y - a.y) * uy) / (ux * ux + uy * uy), 0, 1);
    const [fx, fy] = [a.x + t * ux, a.y + t * uy];
    const squared = (x - fx) ** 2 + (y - fy) ** 2;
    if (squared < best.squared) best = { squared, x: fx, y: fy, along: i + t };
  }
  const beyond = inside ? 0 : Math.sqrt(best.squared);
  const [nx, ny] = beyond > 1e-9 ? [(x - best.x) / beyond, (y - best.y) / beyond] : [0, -1];
  return { turn: beyond / rimRadius(best.x), x: best.x, y: best.y, nx, ny, along: best.along };
}

/** Moves one point of the left half onto the rim; points within the inner outline stay. */
function wrapPoint([x, y, z]: Vec3): Vec3 {
  const foot = footOf(x, y);
  if (foot.turn === 0) return [x, y, z];
  const out = rimRadius(foot.x) * Math.sin(foot.turn);
  const narrow = Math.cos(foot.turn);
  const above = Math.max(0, foot.y - outline.centreY);
  const middle = midSurface(foot.x);
  return [foot.x + foot.nx * out, foot.y - above + above * narrow + foot.ny * out, middle + (z - middle) * narrow];
}

/**
 * Ends the left half of the body in a rounded bust. Returns the half with its edge closed; the triangles of the closing
 * strip come last, `stripStart` says where (index into `indices`).
 */
export function makeBust(half: TriangleMesh): { half: TriangleMesh; stripStart: number } {
  const turns = (mesh: TriangleMesh): Float64Array =>
    Float64Array.from({ length: mesh.positions.length / 3 }, (_, v) => {
      const [x, y] = pointAt(mesh.positions, v);
      return y > 142 ? 0 : footOf(x, y).turn;
    });
  const cut = clip(
    half,
    turns(half).map((turn) => (Math.abs(lastTurn - turn) < 0.006 ? 0 : lastTurn - turn)),
  );
  const rim = new Map<number, number>();
  turns(cut).forEach((turn, v) => {
    if (turn <= lastTurn - 0.009) return;
    const [x, y] = pointAt(cut.positions, v);
    rim.set(v, footOf(x, y).along);
  });
  const positions = Float64Array.from(cut.positions);
  for (let v = 0; v < positions.length / 3; v++) {
    const point = pointAt(cut.positions, v);
    if (point[1] < 142) positions.set(wrapPoint(point), 3 * v);
  }
  const strip = closeRim(cut, rim);
  const indices = new Uint32Array(cut.indices.length + strip.length);
  indices.set(cut.indices);
  indices.set(strip, cut.indices.length);
  return { half: { positions, indices }, stripStart: cut.indices.length };
}

/** Zips the front and the back part of the rim together along the outline. `rim` gives each rim vertex its place on it. */
function closeRim(mesh: TriangleMesh, rim: ReadonlyMap<number, number>): readonly number[] {
  const open = new Map<number, [number, number]>();
  const count = mesh.positions.length / 3;
  for (const triangle of trianglesOf(mesh)) {
    triangle.forEach((a, k) => {
      const b = triangle[(k + 1) % 3]!;
      if (!rim.has(a) || !rim.has(b)) return;
      const key = Math.min(a, b) * count + Math.max(a, b);
      if (open.has(key)) open.delete(key);
      else open.set(key, [a, b]);
    });
  }
  const next = new Map(open.values());
  const arrivals = new Set(next.values());
  const starts = [...next.keys()].filter((v) => !arrivals.has(v));
  if (starts.length !== 1) throw new Error(`the bust's rim has ${starts.length} beginnings, not one`);
  const path = [starts[0]!];
  for (let v = next.get(path[0]!); v !== undefined; v = next.get(v)) path.push(v);
  if (path.length !== next.size + 1) throw new Error('the rim of the bust is in pieces');
  const place = (i: number): number => rim.get(path[i]!)!;
  let fold = 0;
  path.forEach((_, i) => {
    if (place(i) > place(fold)) fold = i;
  });
  const strip: number[] = [];
  let i = 0;
  let j = path.length - 1;
  while (j - i > 1) {
    const first = i < fold && (j <= fold || place(i + 1) <= place(j - 1));
    if (first) {
      strip.push(path[i + 1]!, path[i]!, path[j]!);
      i++;
    } else {
      strip.push(path[j]!, path[j - 1]!, path[i]!);
      j--;
    }
  }
  return strip;
}
