import { type Object3D, Vector3 } from 'three';
import type { Landmark } from '../anatomy/head-model';

const suffix = { left: '-L', right: '-R', midline: '' } as const;

/** The landmarks of a head as it stands in its file: empty nodes that name themselves. `unit` is mm a file unit. */
export function landmarksIn(head: Object3D, unit: number): readonly Landmark[] {
  const found: Landmark[] = [];
  head.traverse((node) => {
    const { landmark: name, side } = node.userData as Partial<{ landmark: Landmark['name']; side: Landmark['side'] }>;
    if (name === undefined || side === undefined) return;
    const at = node.getWorldPosition(new Vector3()).multiplyScalar(unit);
    // The loader drops what it cannot use in a name, so the id is put together again.
    found.push({ id: `${name}${suffix[side]}`, name, side, positionMm: [at.x, at.y, at.z] });
  });
  return found;
}
