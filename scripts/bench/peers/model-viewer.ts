import type { ModelViewerElement } from '@google/model-viewer';
import '@google/model-viewer/dist/model-viewer.min.js';
import { offer, type PeerMarker, shown } from './peer-page';

/** @google/model-viewer in its own minified build, as it is by default, with a hotspot a marker. */
const { model, markers } = shown();
const viewer: ModelViewerElement = document.createElement('model-viewer');
const hotspot = (position: string, normal: string): HTMLElement => {
  const button = document.createElement('button');
  button.slot = `hotspot-${String(viewer.children.length)}`;
  button.className = 'marker';
  button.dataset['position'] = position;
  button.dataset['normal'] = normal;
  return button;
};
const metres = (of: PeerMarker['position']): string => of.map((one) => `${String(one)}m`).join(' ');
for (const { position, normal } of markers) viewer.append(hotspot(metres(position), metres(normal)));
viewer.src = model;
viewer.alt = 'head';
viewer.loading = 'eager';
viewer.cameraControls = true;

const seen = { load: false, visible: false, told: false };
const check = (): void => {
  if (!seen.load || !seen.visible || seen.told) return;
  seen.told = true;
  offer(
    {
      pickAt: (x, y) => viewer.positionAndNormalFromPoint(x, y),
      addAt: (x, y) => {
        const found = viewer.positionAndNormalFromPoint(x, y);
        if (found === null) return false;
        viewer.append(hotspot(found.position.toString(), found.normal.toString()));
        return true;
      },
    },
    markers.length,
  );
};
viewer.addEventListener('load', () => {
  seen.load = true;
  check();
});
viewer.addEventListener('model-visibility', (event) => {
  seen.visible = (event as CustomEvent<{ visible: boolean }>).detail.visible;
  check();
});
document.body.append(viewer);
