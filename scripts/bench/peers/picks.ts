import { DoubleSide, Mesh, MeshBasicMaterial, PerspectiveCamera, Raycaster, Vector2 } from 'three';
import { loadLightHead } from '../../../src/scene/model';
import { meetsSkin } from '../../../src/scene/occlusion';
import { treeOf } from '../../../src/scene/skin-tree';
import { hitMarker, type ScreenMarker } from '../../../src/scene/hit';
import { type Place, type PickTime, timePicks } from './peer-page';

/** The same camera as the app looks at the front with, over the same area. */
const size = { width: 832, height: 800 };
const camera = new PerspectiveCamera(24.6, size.width / size.height, 40, 4000);
camera.position.set(0, -30, 1000);
camera.updateMatrixWorld();

export type PicksBench = { readonly time: (places: readonly Place[], markers: number) => Promise<Picks> };
export type Picks = { readonly plain: PickTime; readonly bare: PickTime; readonly app: PickTime };

/**
 * What a place on the canvas means, three ways on one mesh: by plain three.js, by the search tree alone, and as the app
 * answers a pointer: the nearest marker first, then the skin.
 */
async function time(places: readonly Place[], markers: number): Promise<Picks> {
  const { skin, rays } = await loadLightHead();
  const bvh = treeOf(skin);
  const mesh = new Mesh(skin, new MeshBasicMaterial({ side: DoubleSide }));
  const caster = new Raycaster();
  const aim = (x: number, y: number): void =>
    caster.setFromCamera(new Vector2((2 * x) / size.width - 1, 1 - (2 * y) / size.height), camera);
  // All out of reach, so that every one is looked at and none is meant.
  const away = Array.from({ length: markers }, (): ScreenMarker => ({ id: 'procerus', x: -99, y: -99, front: true }));
  return {
    plain: await timePicks(places, (x, y) => {
      aim(x, y);
      return caster.intersectObject(mesh, false)[0]?.point ?? null;
    }),
    bare: await timePicks(places, (x, y) => {
      aim(x, y);
      return bvh.raycastFirst(caster.ray, DoubleSide);
    }),
    app: await timePicks(places, (x, y) => {
      if (hitMarker(away, { x, y }) !== null) return null;
      aim(x, y);
      const { origin, direction } = caster.ray;
      return meetsSkin(rays, { origin: origin.toArray(), direction: direction.toArray() });
    }),
  };
}

Reflect.set(window, 'picksBench', { time } satisfies PicksBench);
