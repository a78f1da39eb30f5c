import { type TriangleMesh, vertexNormals } from '../mesh';
import type { Surface } from '../surface';
import { type Fibres, layBetween, layFibres } from './lay';
import { alongCurve, distance, mirrored, pointAt, smoothstep, type Vec3 } from '../vector';

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
  /** Share of the length that is tendon at either end. */
  readonly tendon: { readonly origin: number; readonly insertion: number };
  /** Share of the length at the origin that runs under bone: it sinks below the skin instead of ending on it. */
  readonly passesUnder?: number;
  /** Between these shares of its length the muscle sinks into the skin, to lie wholly under another from there on. */
  readonly goesDeep?: { readonly from: number; readonly to: number };
  /** Whether the flesh thins out towards all borders rather than ending in an edge. */
  readonly taper?: boolean;
} & Fibres;

/** A built sheet: vertex (i, j) is row j * (across + 1) + i. */
export type MuscleMesh = {
  readonly muscle: string;
  readonly side: 'left' | 'right' | 'midline';
  readonly across: number;
  readonly along: number;
  readonly mesh: TriangleMesh;
  readonly normals: Float64Array;
  /** Per vertex: cm across the fibres, 0..1 along them. */
  readonly uv: Float64Array;
  /** Per vertex: 1 tendon, 0 flesh. */
  readonly tendon: Float64Array;
};

/** Borders lie this far (mm) under the skin. */
const sunk = 1;
/** Depth (mm) of a muscle where it passes under bone. */
const underBone = 4;
/** Kept above the full head's skin so that the light head's coarser one does not poke through. */
const clearance = 0.6;

/** Lays a sheet on the skin: lofts the fibres to a grid, projects it, evens it out and gives it a belly. */
export function buildSheet(sheet: FibreSheet, skin: Surface, inion: Vec3): readonly MuscleMesh[] {
  const project = (p: Vec3): Vec3 => layBetween(sheet.lay, skin, p);
  const { across, along } = sheet;
  const columns = across + 1;
  const laid = layFibres(sheet, skin, inion);
  const rowAt = (v: number): readonly Vec3[] => laid.map((fibre) => alongCurve(fibre, v));
  const width = Math.max(...[0, 0.5, 1].map((v) => curveLength(rowAt(v)))) / 10;

  let positions = new Float64Array(columns * (along + 1) * 3);
  const uv: number[] = [];
  const tendon: number[] = [];
  for (let j = 0; j <= along; j++) {
    const v = towardsBorders(j / along);
    const row = rowAt(v);
    for (let i = 0; i <= across; i++) {
      const u = towardsBorders(i / across);
      positions.set(project(alongCurve(row, u)), 3 * (j * columns + i));
      uv.push(u * width, v);
      tendon.push(tendonAt(sheet, u, v));
    }
  }
  positions = evenOut(positions, columns, along + 1);
  let indices = gridTriangles(across, along);
  let normals = vertexNormals({ positions, indices });
  if (outwardness(positions, normals) < 0) {
    indices = flipped(indices);
    normals = vertexNormals({ positions, indices });
  }
  const raised = positions.map((value, k) => {
    const vertex = Math.floor(k / 3);
    const u = towardsBorders((vertex % columns) / across);
    const v = towardsBorders(Math.floor(vertex / columns) / along);
    // Under bone the fibres crowd and their normals are unreliable: there the sheet goes medially, to the left's right.
    const under = k % 3 === 0 ? underBone * (1 - emergence(sheet, v)) : 0;
    return value + normals[k]! * height(sheet, u, v) - under;
  });
  const mesh = { positions: raised, indices };
  const left: MuscleMesh = {
    muscle: sheet.muscle,
    side: sheet.paired ? 'left' : 'midline',
    across,
    along,
    mesh,
    normals: vertexNormals(mesh),
    uv: Float64Array.from(uv),
    tendon: Float64Array.from(tendon),
  };
  return sheet.paired ? [left, mirrorSheet(left)] : [left];
}

const curveLength = (knots: readonly Vec3[]): number => {
  let sum = 0;
  for (let i = 0; i < 20; i++) sum += distance(alongCurve(knots, i / 20), alongCurve(knots, (i + 1) / 20));
  return sum;
};

/** Tendon at both ends, its edge wavering from fibre to fibre. */
function tendonAt({ tendon }: FibreSheet, u: number, v: number): number {
  const origin = 1 - smoothstep(tendon.origin * 0.4, tendon.origin * 1.3, v + 0.03 * Math.sin(u * 40));
  const insertion = smoothstep(1 - tendon.insertion * 1.3, 1 - tendon.insertion * 0.4, v + 0.03 * Math.sin(u * 37));
  return Math.max(origin, insertion);
}

/** Even steps drawn closer together at both borders, where the sheet dips under the skin. */
const towardsBorders = (t: number): number => t - 0.09 * Math.sin(2 * Math.PI * t);

/** Height (mm) above the skin: a lens that sinks below it at the borders. */
function height(sheet: FibreSheet, u: number, v: number): number {
  const sides = Math.min(1, Math.min(u, 1 - u) * (sheet.taper ? 3.5 : 6));
  const ends = Math.min(1, Math.min(v, 1 - v) * (sheet.taper ? 5 : 8));
  const bend = sheet.taper ? 4 : 6;
  const round = Math.pow(Math.abs(2 * u - 1) ** bend + Math.abs(2 * v - 1) ** bend, 1 / bend);
  const corners = 1 - smoothstep(0.95, sheet.taper ? 1.13 : 1.06, round);
  const edge = Math.pow(sides * ends, 0.65) * corners;
  const belly = 0.55 + 0.45 * Math.sin(Math.PI * v);
  const raised = -sunk + edge * (clearance + sunk + (sheet.thickness + sheet.lift) * belly);
  const deep = sheet.goesDeep ? smoothstep(sheet.goesDeep.from, sheet.goesDeep.to, v) : 0;
  return raised * emergence(sheet, v) * (1 - deep) - sunk * deep;
}

/** 0 where the muscle still runs under bone, 1 where it lies free. */
const emergence = ({ passesUnder }: FibreSheet, v: number): number =>
  passesUnder === undefined ? 1 : smoothstep(0, 2 * passesUnder, v);

function gridTriangles(across: number, along: number): Uint32Array {
  const out: number[] = [];
  for (let j = 0; j < along; j++) {
    for (let i = 0; i < across; i++) {
      const a = j * (across + 1) + i;
      const c = a + across + 1;
      out.push(a, a + 1, c + 1, a, c + 1, c);
    }
  }
  return Uint32Array.from(out);
}

/** Three gentle Laplacian passes; the borders stay. */
function evenOut(positions: Float64Array<ArrayBuffer>, columns: number, rows: number): Float64Array<ArrayBuffer> {
  let current = positions;
  for (let pass = 0; pass < 3; pass++) {
    const next = current.slice();
    for (let j = 1; j < rows - 1; j++) {
      for (let i = 1; i < columns - 1; i++) {
        for (let c = 0; c < 3; c++) {
          const at = 3 * (j * columns + i) + c;
          const around = current[at - 3]! + current[at + 3]! + current[at - 3 * columns]! + current[at + 3 * columns]!;
          next[at] = 0.5 * current[at]! + 0.125 * around;
        }
      }
    }
    current = next;
  }
  return current;
}

/** Positive if the normals point away from the body's axis. */
function outwardness(positions: Float64Array, normals: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < positions.length; i += 3)
    sum += normals[i]! * positions[i]! + normals[i + 2]! * positions[i + 2]!;
  return sum;
}

const flipped = (indices: Uint32Array): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(indices, (_, k) => indices[k - (k % 3) + (2 - (k % 3))]!);

function mirrorSheet(sheet: MuscleMesh): MuscleMesh {
  const flip = (vectors: Float64Array): Float64Array => {
    const out = new Float64Array(vectors.length);
    for (let v = 0; v < out.length / 3; v++) out.set(mirrored(pointAt(vectors, v)), 3 * v);
    return out;
  };
  const mesh = { positions: flip(sheet.mesh.positions), indices: flipped(sheet.mesh.indices) };
  return { ...sheet, side: 'right', mesh, normals: flip(sheet.normals) };
}
