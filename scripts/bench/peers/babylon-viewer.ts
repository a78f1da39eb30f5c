import { MeshoptCompression } from '@babylonjs/core/Meshes/Compression/meshoptCompression.js';
import '@babylonjs/viewer';
import type { HTML3DElement, HotSpot } from '@babylonjs/viewer';
import { offer, shown } from './peer-page';

// By default it would ask its maker's own servers for the decoder.
MeshoptCompression.Configuration = { decoder: { url: 'meshopt_decoder.js' } };

/** @babylonjs/viewer as it is by default but for the engine, which is WebGL as everybody's here. */
const { model, markers } = shown();
const viewer = document.createElement('babylon-viewer') as HTML3DElement;
viewer.setAttribute('engine', 'WebGL');
viewer.setAttribute('source', model);
const spots: Record<string, HotSpot> = {};

/** Its world is right-handed or not: a marker of the file is turned about as the file is. */
const mark = (name: string, spot: HotSpot): void => {
  spots[name] = spot;
  const note = document.createElement('babylon-viewer-annotation');
  note.setAttribute('hotSpot', name);
  const dot = document.createElement('span');
  dot.className = 'marker';
  note.append(dot);
  viewer.append(note);
};
markers.forEach(({ position: [x, y, z], normal: [nx, ny, nz] }, n) => {
  mark(`marker-${String(n)}`, { type: 'world', position: [x, y, z], normal: [nx, ny, nz] });
});
viewer.hotSpots = { ...spots };

const pick = async (x: number, y: number) => {
  const found = (await viewer.viewerDetails?.pick(x, y)) ?? null;
  return found?.hit === true ? found : null;
};
viewer.addEventListener('modelchange', () => {
  const drawn = (): void => {
    // Until what it is shaded with has come and is compiled, frames are drawn without the head.
    if (viewer.viewerDetails?.scene.isReady() !== true) return;
    viewer.removeEventListener('viewerrender', drawn);
    offer(
      {
        pickAt: pick,
        addAt: async (x, y) => {
          const found = await pick(x, y);
          const at = found?.pickedPoint;
          const normal = found?.getNormal(true);
          if (at == null || normal == null) return false;
          mark(`marker-${String(Object.keys(spots).length)}`, {
            type: 'world',
            position: [at.x, at.y, at.z],
            normal: [normal.x, normal.y, normal.z],
          });
          viewer.hotSpots = { ...spots };
          return true;
        },
      },
      markers.length,
    );
  };
  viewer.addEventListener('viewerrender', drawn);
});
document.body.append(viewer);
