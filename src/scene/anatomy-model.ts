import { type Mesh, type Object3D, Vector3 } from 'three';
import type { HeadRef } from '../anatomy/anchor';
import type { HeadModel, Landmark, MuscleSheet } from '../anatomy/head-model';
import { headUrl, loadModel, metre, musclesUrl, positionsInMillimetres } from './model';

/** The full head as the anatomy reads it: triangles in the order of the file, which anchors number. Lengths in mm. */
export async function loadAnatomyModel(ref: HeadRef): Promise<HeadModel> {
  const [head, muscles] = await Promise.all([loadModel(headUrl), loadModel(musclesUrl)]);
  const skin = meshesIn(head).find((mesh) => mesh.name === 'skin');
  if (skin === undefined) throw new Error('the head model has no mesh named skin');
  const landmarks: Landmark[] = [];
  head.traverse((node) => {
    const { landmark: name, side } = node.userData as Partial<{ landmark: Landmark['name']; side: Landmark['side'] }>;
    if (name === undefined || side === undefined) return;
    const at = node.getWorldPosition(new Vector3()).multiplyScalar(metre);
    // The loader drops what it cannot use in a name, so the id is put together again.
    landmarks.push({ id: `${name}${suffix[side]}`, name, side, positionMm: [at.x, at.y, at.z] });
  });
  return {
    ref,
    ...triangles(skin),
    landmarks,
    muscles: meshesIn(muscles).map((mesh): MuscleSheet => {
      const { muscle, side } = mesh.userData as Pick<MuscleSheet, 'muscle' | 'side'>;
      return { muscle, side, ...triangles(mesh) };
    }),
  };
}

const suffix = { left: '-L', right: '-R', midline: '' } as const;

const triangles = (mesh: Mesh) => {
  const { index } = mesh.geometry;
  if (index === null) throw new Error(`the mesh ${mesh.name} has no index`);
  return { positions: positionsInMillimetres(mesh), indices: Uint32Array.from(index.array) };
};

function meshesIn(root: Object3D): Mesh[] {
  const meshes: Mesh[] = [];
  root.traverse((object) => {
    if ('isMesh' in object && object.isMesh === true) meshes.push(object as Mesh);
  });
  return meshes;
}
