import {
  type BufferAttribute,
  BufferGeometry,
  Float32BufferAttribute,
  type InterleavedBufferAttribute,
  type Mesh,
  type Object3D,
} from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Landmark } from '../anatomy/head-model';
import headAddress from '../../assets/head/head.glb?url';
import lightHeadUrl from '../../assets/head/head-light.glb?url';
import musclesAddress from '../../assets/head/muscles.glb?url';
import { landmarksIn } from './landmarks';
import { raysOn, type SkinRays } from './skin-rays';

/** Geometry in millimetres in the head's frame (the files are in metres); vertex colours carry baked occlusion. */
export type Skin = BufferGeometry;
export type LightHead = { readonly skin: Skin; readonly rays: SkinRays; readonly landmarks: readonly Landmark[] };

export const headUrl = headAddress;
export const musclesUrl = musclesAddress;
/** Millimetres in the files' unit. */
export const metre = 1000;

/** The small head and what rays meet on it: the first thing on screen, the shadow's caster and what hides markers. */
export const loadLightHead = once(async (): Promise<LightHead> => {
  const scene = await loadModel(lightHeadUrl);
  const skin = skinOf(meshesIn(scene));
  return { skin, rays: raysOn(skin), landmarks: landmarksIn(scene, metre) };
});

/** The large head. */
export const loadFullHead = once(async (): Promise<Skin> => skinOf(await meshesOf(headUrl)));

/** All muscle sheets as one geometry, so that they cost one draw call. */
export const loadMuscles = once(async (): Promise<BufferGeometry> => {
  const sheets = (await meshesOf(musclesUrl)).map((mesh) => inMillimetres(mesh, ['normal', 'uv', 'color']));
  const merged = mergeGeometries(sheets);
  for (const sheet of sheets) sheet.dispose();
  return merged;
});

/** Keeps the one load that is under way or done; a failed one is forgotten, so that asking again tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= load().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

/** A model as it stands in its file, in metres, with every transform in place. */
export async function loadModel(url: string): Promise<Object3D> {
  const loader = new GLTFLoader();
  loader.setMeshoptDecoder(MeshoptDecoder);
  const { scene } = await loader.loadAsync(url);
  scene.updateMatrixWorld(true);
  return scene;
}

const meshesOf = async (url: string): Promise<Mesh[]> => meshesIn(await loadModel(url));

function meshesIn(scene: Object3D): Mesh[] {
  const meshes: Mesh[] = [];
  scene.traverse((object) => {
    if (isMesh(object)) meshes.push(object);
  });
  return meshes;
}

function skinOf(meshes: readonly Mesh[]): Skin {
  const skin = meshes.find((mesh) => mesh.name === 'skin');
  if (skin === undefined) throw new Error('the head model has no mesh named skin');
  return inMillimetres(skin, ['normal', 'color']);
}

/** A copy with plain float attributes: the file's are quantized, which neither merging nor the search tree takes. */
function inMillimetres(mesh: Mesh, names: readonly ('normal' | 'uv' | 'color')[]): BufferGeometry {
  const source = mesh.geometry;
  const geometry = new BufferGeometry();
  geometry.setIndex(source.index);
  geometry.setAttribute('position', floats(source.getAttribute('position'), 3));
  for (const name of names) {
    if (source.hasAttribute(name))
      geometry.setAttribute(name, floats(source.getAttribute(name), name === 'uv' ? 2 : 3));
  }
  geometry.applyMatrix4(mesh.matrixWorld);
  geometry.scale(metre, metre, metre);
  if (!geometry.hasAttribute('normal')) geometry.computeVertexNormals();
  return geometry;
}

function floats(from: BufferAttribute | InterleavedBufferAttribute, size: number): Float32BufferAttribute {
  const values = new Float32Array(from.count * size);
  for (let i = 0; i < from.count; i += 1) {
    for (let c = 0; c < size; c += 1) values[i * size + c] = from.getComponent(i, c);
  }
  return new Float32BufferAttribute(values, size);
}

const isMesh = (object: object): object is Mesh => 'isMesh' in object && object.isMesh === true;

/** The corners of a mesh as plain numbers, mm, in the order of the file. */
export function positionsInMillimetres(mesh: Mesh): Float32Array {
  const placed = floats(mesh.geometry.getAttribute('position'), 3).applyMatrix4(mesh.matrixWorld);
  return Float32Array.from(placed.array, (value) => value * metre);
}
