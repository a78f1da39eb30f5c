import { type TriangleMesh, vertexNormals } from '../mesh';
import type { Surface } from '../surface';
import { alongCurve, distance, mirrored, pointAt, smoothstep, type Vec3 } from '../vector';
import { evenOut, flipped, gridTriangles, outwardness } from './grid';
import { type Fibres, layBetween, layFibres } from './lay';
import { emergence, heightAt, type SheetPlace, tendonAt, underBone, waver } from './relief';

/** A muscle's sheet on the left side (or across the midline): fibres from one border to the other. */
export type FibreSheet = {
  readonly muscle: string;
  readonly paired: boolean;
  /** Grid cells across the fibres and along them. */
  readonly across: number;
  readonly along: number;
  /** Greatest height of the belly above the skin, and a height added everywhere but at the borders; mm. */
  readonly thickness: number;
  readonly lift: number;
  /** Where along the fibres the belly is thickest: below 1 nearer the origin, above 1 nearer the insertion. */
  readonly bellyAt?: number;
  /** Over how many mm the flesh rises from each border. */
  readonly slope: { readonly side: number; readonly origin: number; readonly insertion: number };
  /** How far the corners are rounded off: 0 not at all, 0.5 to an ellipse. The fibres draw together there. */
  readonly round: number;
  /** By how many mm bundles fall short of the border at either end, unevenly. */
  readonly fringe?: { readonly origin: number; readonly insertion: number };
  /** Between two heads of the insertion: where across the fibres (a share), how wide (a share), and how far up (mm). */
  readonly parted?: { readonly at: number; readonly width: number; readonly mm: number };
  /** Share of the length that is tendon at either end; a list gives it from the first fibre to the last. */
  readonly tendon: { readonly origin: number | readonly number[]; readonly insertion: number | readonly number[] };
  /** Length (mm) at the origin that runs under bone: it sinks below the skin instead of ending on it. */
  readonly passesUnder?: number;
  /** Between these shares of its length the muscle sinks into the skin, to lie wholly under another from there on. */
  readonly goesDeep?: { readonly from: number; readonly to: number };
  /** Share of its length at which skin moved by the lower fibres meets skin moved by the upper ones. */
  readonly meets?: number;
} & Fibres;

/** A built sheet: vertex (i, j) is row j * (across + 1) + i. */
export type MuscleMesh = {
  readonly muscle: string;
  readonly side: 'left' | 'right' | 'midline';
  readonly across: number;
  readonly along: number;
  /** The grid row in which the movements meet; null where nothing is known to. */
  readonly meets: number | null;
  readonly mesh: TriangleMesh;
  readonly normals: Float64Array;
  /** Per vertex: cm across the fibres, 0..1 along them. */
  readonly uv: Float64Array;
  /** Per vertex: 1 tendon, 0 flesh. */
  readonly tendon: Float64Array;
};

/**
 * Lays a sheet on the skin: lofts the fibres to a grid, projects it, evens it out and gives it a belly.
 * @param skin without the ears, so that no sheet climbs onto one
 */
export function buildSheet(sheet: FibreSheet, skin: Surface, inion: Vec3): readonly MuscleMesh[] {
  const { across, along } = sheet;
  const columns = across + 1;
  const laid = layFibres(sheet, skin, inion);
  const rowAt = (v: number): readonly Vec3[] => laid.map((fibre) => alongCurve(fibre, v));
  const lengthAt = (u: number): number => pathLength((t) => alongCurve(rowAt(t), u));
  const width = Math.max(...[0, 0.5, 1].map((v) => pathLength((t) => alongCurve(rowAt(v), t)))) / 10;

  let positions = new Float64Array(columns * (along + 1) * 3);
  const uv: number[] = [];
  const tendon: number[] = [];
  const lengths = Array.from({ length: columns }, (_, i) => lengthAt(towardsBorders(i / across)));
  for (let j = 0; j <= along; j++) {
    for (let i = 0; i <= across; i++) {
      const [s, t] = [towardsBorders(i / across), towardsBorders(j / along)];
      const [u, v] = rounded(s, shortened(sheet, s, t, lengths[i]!), sheet.round);
      positions.set(layBetween(sheet.lay, skin, alongCurve(rowAt(v), u)), 3 * (j * columns + i));
      uv.push(s * width, t);
      tendon.push(tendonAt(sheet, s, t));
    }
  }
  positions = evenOut(positions, columns, along + 1);
  let indices = gridTriangles(across, along);
  let normals = vertexNormals({ positions, indices });
  if (outwardness(positions, normals) < 0) {
    indices = flipped(indices);
    normals = vertexNormals({ positions, indices });
  }
  const places = placesOn(positions, across, along);
  const raised = positions.map((value, k) => {
    const place = places[Math.floor(k / 3)]!;
    // Under bone the fibres crowd and their normals are unreliable: there the sheet goes medially, to the left's right.
    const under = k % 3 === 0 ? underBone * (1 - emergence(sheet, place)) : 0;
    return value + normals[k]! * heightAt(sheet, place) - under;
  });
  const mesh = { positions: raised, indices };
  const left: MuscleMesh = {
    muscle: sheet.muscle,
    side: sheet.paired ? 'left' : 'midline',
    across,
    along,
    meets: sheet.meets === undefined ? null : nearestRow(sheet.meets, along),
    mesh,
    normals: vertexNormals(mesh),
    uv: Float64Array.from(uv),
    tendon: Float64Array.from(tendon),
  };
  return sheet.paired ? [left, mirrorSheet(left)] : [left];
}

const steps = 20;
function pathLength(at: (t: number) => Vec3): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += distance(at(i / steps), at((i + 1) / steps));
  return sum;
}

/** Even steps drawn closer together at both borders, where the sheet dips under the skin. */
const towardsBorders = (t: number): number => t - 0.11 * Math.sin(2 * Math.PI * t);

const nearestRow = (share: number, along: number): number =>
  Array.from({ length: along + 1 }, (_, j) => j).reduce((best, j) =>
    Math.abs(towardsBorders(j / along) - share) < Math.abs(towardsBorders(best / along) - share) ? j : best,
  );

/** The share of the way along a fibre whose bundle falls short of the border at either end. */
function shortened({ fringe, parted }: FibreSheet, u: number, v: number, length: number): number {
  if (fringe === undefined) return v;
  const from = (fringe.origin / length) * (0.5 + 0.5 * waver(u, 3));
  const gap = parted === undefined ? 0 : parted.mm * (1 - smoothstep(0, parted.width / 2, Math.abs(u - parted.at)));
  const to = 1 - (fringe.insertion / length) * (0.5 + 0.5 * waver(u, 4)) - gap / length;
  return from + (to - from) * v;
}

/** The unit square with its corners drawn in; the middles of its sides stay. */
function rounded(s: number, t: number, by: number): readonly [number, number] {
  const [x, y] = [2 * s - 1, 2 * t - 1];
  return [0.5 + 0.5 * x * Math.sqrt(1 - by * y * y), 0.5 + 0.5 * y * Math.sqrt(1 - by * x * x)];
}

/** How far each vertex lies from the borders, along the grid's lines. */
function placesOn(positions: Float64Array, across: number, along: number): readonly SheetPlace[] {
  const columns = across + 1;
  const at = (i: number, j: number): Vec3 => pointAt(positions, j * columns + i);
  const rows = Array.from({ length: along + 1 }, (_, j) => sums(across, (i) => distance(at(i, j), at(i + 1, j))));
  const lines = Array.from({ length: columns }, (_, i) => sums(along, (j) => distance(at(i, j), at(i, j + 1))));
  return Array.from({ length: columns * (along + 1) }, (_, vertex): SheetPlace => {
    const [i, j] = [vertex % columns, Math.floor(vertex / columns)];
    const [row, line] = [rows[j]!, lines[i]!];
    return {
      u: towardsBorders(i / across),
      v: towardsBorders(j / along),
      toSide: Math.min(row[i]!, row[across]! - row[i]!),
      toOrigin: line[j]!,
      toInsertion: line[along]! - line[j]!,
    };
  });
}

/** Running sums of `count` pieces, from 0. */
function sums(count: number, piece: (k: number) => number): readonly number[] {
  const out = [0];
  for (let k = 0; k < count; k++) out.push(out[k]! + piece(k));
  return out;
}

function mirrorSheet(sheet: MuscleMesh): MuscleMesh {
  const flip = (vectors: Float64Array): Float64Array => {
    const out = new Float64Array(vectors.length);
    for (let v = 0; v < out.length / 3; v++) out.set(mirrored(pointAt(vectors, v)), 3 * v);
    return out;
  };
  const mesh = { positions: flip(sheet.mesh.positions), indices: flipped(sheet.mesh.indices) };
  return { ...sheet, side: 'right', mesh, normals: flip(sheet.normals) };
}
