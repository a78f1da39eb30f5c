import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { partEars } from '../../../src/anatomy/auricle';
import { readHuman } from './collada';
import { frameAt, type Frame, meshToHead } from './frame';
import { type Marker, type Part, writeGlb } from './glb';
import { buildHead, type Detail, fullDetail, type Head, lightDetail } from './head';
import { findLandmarks, findTragus, type NamedPoint } from './landmarks';
import { sheets } from './muscles/fibres';
import { buildSheet, type MuscleMesh } from './muscles/sheet';
import { Surface } from './surface';
import { medialBrow } from './tint';

export const modelId = 'aliquot-head-1';

/** The files of `assets/head` by name. */
export type Built = Readonly<Record<'head.glb' | 'head-light.glb' | 'muscles.glb' | 'model.json', Uint8Array>>;

const source = fileURLToPath(new URL('../source/human.zae', import.meta.url));

/**
 * Builds all four files in memory. The full head decides frame, landmarks and muscles; the light one follows.
 * @param full detail of head.glb; tests may ask for less
 */
export async function buildModel(full: Detail = fullDetail, light: Detail = lightDetail): Promise<Built> {
  const human = readHuman(source);
  const head = await buildHead(human, full);
  const tragus = findTragus(new Surface({ positions: head.positions, indices: head.skin }));
  const frame = frameAt(tragus);
  const skin = new Surface(meshToHead(frame, { positions: head.positions, indices: head.skin }));
  const landmarks = findLandmarks(skin, {
    innerCanthus: frame.toHead(head.innerCanthus),
    outerCanthus: frame.toHead(head.outerCanthus),
    eye: frame.toHead(head.eye.centre),
    brow: frame.toHead(medialBrow),
    tragus: frame.toHead(tragus),
  });
  const markers = landmarks.map(({ landmark, side, at }): Marker => {
    const suffix = { left: '-L', right: '-R', midline: '' }[side];
    return { name: `landmark:${landmark}${suffix}`, extras: { landmark, side }, at };
  });
  const inion = landmarks.find(({ landmark }) => landmark === 'inion');
  if (!inion) throw new Error('no inion');
  const beneath = withoutEars(skin, landmarks);
  const muscles = sheets.flatMap((sheet) => buildSheet(sheet, beneath, inion.at));
  const headGlb = await writeGlb(headParts(head, frame), markers, { position: 16, normal: 10 });
  const contentHash = createHash('sha256').update(headGlb).digest('hex');
  return {
    'head.glb': headGlb,
    'head-light.glb': await writeGlb(headParts(await buildHead(human, light), frame), markers, {
      position: 14,
      normal: 8,
    }),
    'muscles.glb': await writeGlb(muscles.map(musclePart), [], { position: 14, normal: 8 }),
    'model.json': new TextEncoder().encode(`${JSON.stringify({ model: modelId, contentHash }, null, 2)}\n`),
  };
}

/** What the muscles are laid on: the skin as it is measured on, a membrane in place of each ear. */
function withoutEars(skin: Surface, landmarks: readonly NamedPoint[]): Surface {
  const tragi = landmarks.filter(({ landmark }) => landmark === 'tragus').map(({ at }) => at);
  const mesh = { positions: Float32Array.from(skin.mesh.positions), indices: skin.mesh.indices };
  const { bare } = partEars(mesh, tragi);
  return new Surface({ positions: Float64Array.from(bare.positions), indices: bare.indices });
}

function headParts(head: Head, frame: Frame): readonly Part[] {
  const { positions } = meshToHead(frame, { positions: head.positions, indices: head.skin });
  const shared = { positions, normals: head.normals, colours: head.colours, uv: null, extras: {}, reorder: true };
  return [
    { ...shared, name: 'skin', material: 'skin', indices: head.skin },
    { ...shared, name: 'cap', material: 'cap', indices: head.cap },
  ];
}

function musclePart({ muscle, side, across, along, meets, mesh, normals, uv, tendon }: MuscleMesh): Part {
  const colours = new Float64Array(tendon.length * 3);
  tendon.forEach((value, v) => {
    colours[3 * v] = value;
  });
  return {
    name: `muscle:${muscle}${{ left: '-L', right: '-R', midline: '' }[side]}`,
    extras: { muscle, side, across, along, ...(meets === null ? {} : { meets }) },
    material: 'muscle',
    positions: mesh.positions,
    normals,
    colours,
    uv,
    indices: mesh.indices,
    // The grid's order is part of what readers may rely on.
    reorder: false,
  };
}
