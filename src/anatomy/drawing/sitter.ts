import type { Vec3 } from '../anchor';
import { type Mesh, vertexNormals } from '../surface';
import { rims } from './contours';
import type { Projection } from './viewpoint';

/** A head ready to be drawn from anywhere: what does not change with the view is worked out once. */
export type Sitter = Mesh & {
  /** Unit outward normals, three a vertex. */
  readonly normals: Float32Array;
  /** How light the skin is by itself, 0 to 1, one a vertex: its hollows, brows and lips are darker. */
  readonly lightness: Float32Array;
  /** How far inside the hairline each vertex lies, mm, negative outside (`hairline.ts`); null draws none. */
  readonly hair: Float32Array | null;
  /** The open edges of the mesh, as positions. */
  readonly slits: readonly (readonly Vec3[])[];
};

/**
 * A head made ready to be drawn.
 * @param colours what is baked into the skin: linear red, green and blue, 0 to 1, three a vertex
 */
export function sitterOf(mesh: Mesh, colours: Float32Array, hair: Float32Array | null): Sitter {
  const lightness = new Float32Array(mesh.positions.length / 3);
  for (let v = 0; v < lightness.length; v++) lightness[v] = Math.sqrt(colours[3 * v + 1]!);
  return { ...mesh, normals: vertexNormals(mesh), lightness, hair, slits: rims(mesh) };
}

/**
 * The tone of every vertex, 0 dark to 1: lit from above the viewer, alike for the patient's left and right so that two
 * side views are each other's mirror image.
 */
export function tonesOf({ positions, normals, lightness }: Sitter, { up, toward }: Projection): Float32Array {
  const light: Vec3 = [0, 1, 2].map((c) => up[c]! * lampUp + toward[c]! * lampNear) as [number, number, number];
  const out = new Float32Array(positions.length / 3);
  for (let v = 0; v < out.length; v++) {
    const lit = normals[3 * v]! * light[0] + normals[3 * v + 1]! * light[1] + normals[3 * v + 2]! * light[2];
    out[v] = Math.max(0, ambient + (1 - ambient) * lit) * lightness[v]!;
  }
  return out;
}

const lampUp = 0.42;
const lampNear = 0.9;
const ambient = 0.35;
