import { readFile } from 'node:fs/promises';
import { type Document, NodeIO, type Primitive } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { MeshoptDecoder } from 'meshoptimizer';
import { z } from 'zod';
import type { FibreGrid } from '../src/anatomy/fibre-grid';
import type { HeadModel, Landmark } from '../src/anatomy/head-model';

const headFolder = new URL('../assets/head/', import.meta.url);
const metre = 1000;

const side = z.enum(['left', 'right', 'midline']);
const landmarkExtras = z.object({
  landmark: z.enum([
    'nasion',
    'glabella',
    'hairline',
    'inion',
    'c7',
    'inner-canthus',
    'outer-canthus',
    'medial-orbital-rim',
    'brow',
    'mid-pupil',
    'tragus',
    'helix',
    'mastoid-tip',
    'superior-nuchal-line',
    'neck-shoulder',
    'acromion',
  ]),
  side,
});
const muscleExtras = z.object({
  muscle: z.enum([
    'corrugator',
    'procerus',
    'frontalis',
    'temporalis',
    'occipitalis',
    'paraspinal',
    'trapezius',
    'sternocleidomastoid',
  ]),
  side,
  across: z.int().positive(),
  along: z.int().positive(),
  meets: z.int().nonnegative().nullable().default(null),
});
const modelFile = z.object({ model: z.string(), contentHash: z.string() });

/** A head whose muscles still know their fibres. */
export type DrawnHead = Omit<HeadModel, 'muscles'> & {
  readonly muscles: readonly FibreGrid[];
  /** What is baked into the skin: linear red, green and blue, 0 to 1, three a vertex. */
  readonly colours: Float32Array;
};

/**
 * Reads the standard head from `assets/head` (head.glb, muscles.glb, model.json), lengths in mm.
 * The light head carries the full one's name: it is the same head, coarser, for campaigns over many variants.
 * Throws where a file is missing or not in the format that the pipeline writes: that is a defect of the checkout.
 */
export async function readHead(detail: 'full' | 'light' = 'full'): Promise<DrawnHead> {
  await MeshoptDecoder.ready;
  const io = new NodeIO()
    .registerExtensions(ALL_EXTENSIONS)
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
  const open = async (name: string): Promise<Document> => io.readBinary(await readFile(new URL(name, headFolder)));
  const skinFile = detail === 'full' ? 'head.glb' : 'head-light.glb';
  const [head, muscles] = await Promise.all([open(skinFile), open('muscles.glb')]);
  const { model, contentHash } = modelFile.parse(JSON.parse(await readFile(new URL('model.json', headFolder), 'utf8')));

  const skin = head
    .getRoot()
    .listNodes()
    .find((node) => node.getName() === 'skin');
  if (skin === undefined) throw new Error(`${skinFile} has no node named skin`);
  return {
    ref: { model, contentHash, variant: 'standard' },
    ...geometry(skin),
    colours: coloursOf(skin, 3),
    landmarks: head
      .getRoot()
      .listNodes()
      .filter((node) => node.getName().startsWith('landmark:'))
      .map((node): Landmark => {
        const { landmark, side } = landmarkExtras.parse(node.getExtras());
        const [x, y, z] = node.getWorldTranslation();
        return {
          id: node.getName().slice('landmark:'.length),
          name: landmark,
          side,
          positionMm: [x * metre, y * metre, z * metre],
        };
      }),
    muscles: muscles
      .getRoot()
      .listNodes()
      .filter((node) => node.getName().startsWith('muscle:'))
      .map(
        (node): FibreGrid => ({ ...muscleExtras.parse(node.getExtras()), ...geometry(node), tendon: tendonOf(node) }),
      ),
  };
}

type GltfNode = ReturnType<ReturnType<Document['getRoot']>['listNodes']>[number];

/** Positions in mm after the node's transform (the files store quantised positions and a scale), and triangles. */
function geometry(node: GltfNode): { positions: Float32Array; indices: Uint32Array } {
  const primitive: Primitive | undefined = node.getMesh()?.listPrimitives()[0];
  const position = primitive?.getAttribute('POSITION');
  const index = primitive?.getIndices();
  if (!position || !index) throw new Error(`${node.getName()} has no triangles`);
  const m = node.getWorldMatrix();
  const positions = new Float32Array(position.getCount() * 3);
  const at: [number, number, number] = [0, 0, 0];
  for (let v = 0; v < position.getCount(); v++) {
    position.getElement(v, at);
    for (let k = 0; k < 3; k++) {
      positions[3 * v + k] = (m[k]! * at[0] + m[4 + k]! * at[1] + m[8 + k]! * at[2] + m[12 + k]!) * metre;
    }
  }
  return { positions, indices: Uint32Array.from({ length: index.getCount() }, (_, i) => index.getScalar(i)) };
}

/** The share of tendon at each vertex: the red of its colour. */
const tendonOf = (node: GltfNode): Float32Array => coloursOf(node, 1);

/** The first channels of the colour at each vertex. */
function coloursOf(node: GltfNode, channels: number): Float32Array {
  const colour = node.getMesh()?.listPrimitives()[0]?.getAttribute('COLOR_0');
  if (!colour) throw new Error(`${node.getName()} has no colours`);
  const at: number[] = [];
  const out = new Float32Array(colour.getCount() * channels);
  for (let v = 0; v < colour.getCount(); v++) {
    colour.getElement(v, at);
    for (let c = 0; c < channels; c++) out[v * channels + c] = at[c] ?? 0;
  }
  return out;
}
