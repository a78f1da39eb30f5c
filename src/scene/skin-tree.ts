import type { BufferGeometry } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { withTrees } from './skin-rays';

// The search tree weighs more than it saves in the first moment: this is fetched once the map is usable, or by a part that
// asks more of the skin than a few rays.

const trees = new WeakMap<BufferGeometry, MeshBVH>();

/** The search tree of a skin, made when it is first asked for. It puts the triangles of its geometry in another order. */
export function treeOf(skin: BufferGeometry): MeshBVH {
  const kept = trees.get(skin);
  if (kept !== undefined) return kept;
  const tree = new MeshBVH(skin);
  trees.set(skin, tree);
  return tree;
}

withTrees(treeOf);
