import type { Mesh, Object3D } from 'three';
import type { HeadRef } from '../anatomy/anchor';
import type { HeadModel, MuscleSheet } from '../anatomy/head-model';
import { landmarksIn } from './landmarks';
import { headUrl, loadModel, metre, musclesUrl, positionsInMillimetres } from './model';

/** The full head as the anatomy reads it: triangles in the order of the file, which anchors number. Lengths in mm. */
export async function loadAnatomyModel(ref: HeadRef): Promise<HeadModel> {
  const [head, muscles] = await Promise.all([loadModel(headUrl), loadModel(musclesUrl)]);
  const skin = meshesIn(head).find((mesh) => mesh.name === 'skin');
  if (skin === undefined) throw new Error('the head model has no mesh named skin');
  return {
    ref,
    ...triangles(skin),
    landmarks: landmarksIn(head, metre),
    muscles: meshesIn(muscles).map((mesh): MuscleSheet => {
      const { muscle, side } = mesh.userData as Pick<MuscleSheet, 'muscle' | 'side'>;
      return { muscle, side, ...triangles(mesh) };
    }),
  };
}

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
