import { Surface } from './surface';
import type { TriangleMesh } from './mesh';
import { add, alongCurve, clamp, pointAt, smoothstep, type Vec3 } from './vector';

/** Mid-line of the left brow, medial to lateral; source frame, cm. Laid on the skin before use. */
const browCurve: readonly Vec3[] = [
  [1.3, 156.85, 14.1],
  [2.6, 157.3, 13.8],
  [4.0, 157.5, 13.0],
  [5.1, 156.9, 11.6],
];
const browSteps = 40;
/** Half the brow's height (cm) at its medial end. */
const browHalfHeight = 0.46;

/** A point at the upper margin of the left brow's medial end, off the skin; source frame, cm. */
export const medialBrow: Vec3 = add(alongCurve(browCurve, 0.05), [0, 0.85 * browHalfHeight, 0]);

/**
 * Linear RGB (0..1, three a vertex) that multiplies the skin's colour: warm occlusion, lips, brows, lash line.
 * `mesh` may be the whole or a half; sides are folded.
 */
export function tint(mesh: TriangleMesh, occlusion: Float64Array, lashLine: readonly Vec3[]): Float64Array {
  const surface = new Surface(mesh);
  const brow = Array.from({ length: browSteps + 1 }, (_, i) => surface.closest(alongCurve(browCurve, i / browSteps)));
  const colours = new Float64Array(mesh.positions.length);
  for (let v = 0; v < occlusion.length; v++) {
    const [x, y, z] = pointAt(mesh.positions, v);
    const point: Vec3 = [Math.abs(x), y, z];
    const lip = lipWeight(point);
    const hair = browWeight(point, brow);
    const lash = lashWeight(point, lashLine);
    const open = Math.pow(occlusion[v]!, 0.9);
    const r = (1 - 0.02 * lip - 0.42 * hair - 0.5 * lash) * (0.42 + 0.58 * open);
    const g = (1 - 0.15 * lip - 0.47 * hair - 0.55 * lash) * (0.3 + 0.7 * open);
    const b = (1 - 0.14 * lip - 0.48 * hair - 0.55 * lash) * (0.27 + 0.73 * open);
    colours.set([clamp(r, 0, 1), clamp(g, 0, 1), clamp(b, 0, 1)], 3 * v);
  }
  return colours;
}

/** The red of the lips: between a cupid's bow above and a shallow arc below. */
function lipWeight([x, y, z]: Vec3): number {
  if (z <= 12.6 || x >= 2.75) return 0;
  const upper = 149.75 - 0.25 * Math.exp((-x * x) / 0.06) - 0.0605 * x * x;
  const lower = 147.1 + 0.126 * x * x;
  const inside = smoothstep(lower - 0.12, lower + 0.14, y) * (1 - smoothstep(upper - 0.12, upper + 0.12, y));
  return inside * (1 - smoothstep(2.2, 2.75, x));
}

/** The brow: strongest in its medial half, narrowing to the tail. */
function browWeight(point: Vec3, brow: readonly Vec3[]): number {
  if (point[1] <= 155.8 || point[1] >= 159 || point[2] <= 10) return 0;
  const { squared, at } = nearest(point, brow);
  const along = at / browSteps;
  const width = browHalfHeight * (1 - 0.5 * along * along);
  const across = Math.exp(-Math.pow(Math.sqrt(squared) / width, 2.6));
  return across * (0.6 + 0.3 * smoothstep(0, 0.25, along)) * (1 - 0.5 * smoothstep(0.85, 1, along));
}

function lashWeight(point: Vec3, line: readonly Vec3[]): number {
  if (point[2] <= 11 || line.length === 0) return 0;
  const { squared } = nearest(point, line);
  return 0.55 * Math.exp(-squared / (2 * 0.055 ** 2));
}

function nearest(point: Vec3, line: readonly Vec3[]): { squared: number; at: number } {
  let squared = Infinity;
  let at = 0;
  line.forEach((p, i) => {
    const d = (p[0] - point[0]) ** 2 + (p[1] - point[1]) ** 2 + (p[2] - point[2]) ** 2;
    if (d < squared) {
      squared = d;
      at = i;
    }
  });
  return { squared, at };
}
