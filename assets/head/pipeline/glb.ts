import { type Accessor, Document, NodeIO, type TypedArray } from '@gltf-transform/core';
import { EXTMeshoptCompression, KHRMeshQuantization } from '@gltf-transform/extensions';
import { MeshoptEncoder } from 'meshoptimizer';
import type { Vec3 } from './vector';

/** One mesh to write. Positions in mm in the head's frame; `colours` linear RGB 0..1; `uv` any range. */
export type Part = {
  readonly name: string;
  readonly extras: Readonly<Record<string, unknown>>;
  readonly material: 'skin' | 'cap' | 'muscle';
  readonly positions: Float64Array;
  readonly normals: Float64Array;
  readonly colours: Float64Array | null;
  readonly uv: Float64Array | null;
  readonly indices: Uint32Array;
  /** Whether vertices and triangles may be put in the order that compresses and draws best. */
  readonly reorder: boolean;
};

/** A named point, mm. */
export type Marker = { readonly name: string; readonly extras: Readonly<Record<string, unknown>>; readonly at: Vec3 };

/** Bits kept of each position coordinate (of the mesh's longest half extent) and of each normal component. */
export type Precision = { readonly position: number; readonly normal: number };

const copyright =
  'Base human: MakeHuman, CC0 1.0, from the Assimp test models (BSD-3-Clause) in Debian; changes and muscles: the Aliquot authors, MIT';

/** Linear base colour and roughness for viewers that bring no materials of their own. */
const materials = {
  skin: { colour: [0.63, 0.42, 0.3, 1], roughness: 0.6 },
  cap: { colour: [0.35, 0.26, 0.2, 1], roughness: 0.85 },
  muscle: { colour: [0.42, 0.06, 0.05, 1], roughness: 0.5 },
} satisfies Record<Part['material'], { colour: [number, number, number, number]; roughness: number }>;

/**
 * A binary glTF in metres: quantised (KHR_mesh_quantization, undone by each node's scale and translation) and
 * compressed (EXT_meshopt_compression). The same input gives the same bytes.
 */
export async function writeGlb(
  parts: readonly Part[],
  markers: readonly Marker[],
  precision: Precision,
): Promise<Uint8Array> {
  await MeshoptEncoder.ready;
  const document = new Document();
  document.getRoot().getAsset().copyright = copyright;
  document.createExtension(KHRMeshQuantization).setRequired(true);
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.QUANTIZE });
  const buffer = document.createBuffer();
  const scene = document.createScene('head');
  document.getRoot().setDefaultScene(scene);
  const made = new Map<Part['material'], ReturnType<typeof document.createMaterial>>();
  const materialOf = (name: Part['material']): ReturnType<typeof document.createMaterial> => {
    const known = made.get(name);
    if (known) return known;
    const { colour, roughness } = materials[name];
    const material = document.createMaterial(name).setBaseColorFactor(colour).setRoughnessFactor(roughness);
    material.setMetallicFactor(0);
    made.set(name, material);
    return material;
  };
  const accessor = (
    type: (typeof Accessor.Type)[keyof typeof Accessor.Type],
    array: TypedArray,
    normalized: boolean,
  ): Accessor => document.createAccessor().setBuffer(buffer).setType(type).setArray(array).setNormalized(normalized);

  for (const part of parts) {
    const { indices, order, count } = part.reorder ? reordered(part) : asIs(part);
    const pick = (values: Float64Array, size: number): Float64Array => picked(values, size, order, count);
    const { array, centre, halfExtent } = quantise(pick(part.positions, 3), precision.position);
    const primitive = document
      .createPrimitive()
      .setMaterial(materialOf(part.material))
      .setIndices(accessor('SCALAR', count <= 65535 ? Uint16Array.from(indices) : indices, false))
      .setAttribute('POSITION', accessor('VEC3', array, true))
      .setAttribute('NORMAL', accessor('VEC3', signed(pick(part.normals, 3), precision.normal), true));
    if (part.colours) primitive.setAttribute('COLOR_0', accessor('VEC3', bytes(pick(part.colours, 3)), true));
    if (part.uv) primitive.setAttribute('TEXCOORD_0', accessor('VEC2', Float32Array.from(pick(part.uv, 2)), false));
    const node = document
      .createNode(part.name)
      .setMesh(document.createMesh(part.name).addPrimitive(primitive))
      .setTranslation([centre[0] / 1000, centre[1] / 1000, centre[2] / 1000])
      .setScale([halfExtent / 1000, halfExtent / 1000, halfExtent / 1000])
      .setExtras({ ...part.extras });
    scene.addChild(node);
  }
  for (const { name, extras, at } of markers) {
    const node = document.createNode(name).setExtras({ ...extras });
    scene.addChild(node.setTranslation([at[0] / 1000, at[1] / 1000, at[2] / 1000]));
  }
  const io = new NodeIO()
    .registerExtensions([KHRMeshQuantization, EXTMeshoptCompression])
    .registerDependencies({ 'meshopt.encoder': MeshoptEncoder });
  return io.writeBinary(document);
}

type Order = { readonly indices: Uint32Array; readonly order: Uint32Array; readonly count: number };

/** New vertex number per old one, best for compression and drawing; unused vertices get none. */
function reordered(part: Part): Order {
  const indices = Uint32Array.from(part.indices);
  const [order, count] = MeshoptEncoder.reorderMesh(indices, true, true);
  return { indices, order, count };
}

function asIs(part: Part): Order {
  const count = part.positions.length / 3;
  return { indices: part.indices, order: Uint32Array.from({ length: count }, (_, v) => v), count };
}

function picked(values: Float64Array, size: number, order: Uint32Array, count: number): Float64Array {
  const out = new Float64Array(count * size);
  order.forEach((to, from) => {
    if (to < count) for (let k = 0; k < size; k++) out[to * size + k] = values[from * size + k]!;
  });
  return out;
}

/** Rounds to a symmetric grid of `bits` per coordinate; the grid's middle is x = 0 for a mirror-symmetric mesh. */
function quantise(positions: Float64Array, bits: number): { array: Int16Array; centre: Vec3; halfExtent: number } {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  positions.forEach((value, i) => {
    low[i % 3] = Math.min(low[i % 3]!, value);
    high[i % 3] = Math.max(high[i % 3]!, value);
  });
  const centre: Vec3 = [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2, (low[2]! + high[2]!) / 2];
  const halfExtent = Math.max(...high.map((value, k) => value - centre[k as 0 | 1 | 2]));
  const steps = 2 ** (bits - 1) - 1;
  const shift = 2 ** (16 - bits);
  // Values are whole multiples of 2^(16 - bits); 32767 / (steps * shift) makes up for the last few units.
  const stretched = (halfExtent * 32767) / (steps * shift);
  const array = Int16Array.from(positions, (value, i) => {
    return Math.round(((value - centre[(i % 3) as 0 | 1 | 2]) / halfExtent) * steps) * shift;
  });
  return { array, centre, halfExtent: stretched };
}

/** Unit components as normalised integers, in bytes for up to 8 bits, else in shorts. */
function signed(values: Float64Array, bits: number): Int8Array | Int16Array {
  const steps = 2 ** (bits - 1) - 1;
  if (bits <= 8) return Int8Array.from(values, (value) => Math.round((Math.round(value * steps) / steps) * 127));
  return Int16Array.from(values, (value) => Math.round((Math.round(value * steps) / steps) * 32767));
}

const bytes = (values: Float64Array): Uint8Array => Uint8Array.from(values, (value) => Math.round(value * 255));
