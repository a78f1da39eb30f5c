import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { projectionOf } from '../../../../src/anatomy/drawing/viewpoint';
import { viewPresets } from '../../../../src/scene/map-props';
import { bestView, cameraOf, neighbourOf, placementOf, unzoomed, zoomedAt } from '../../../../src/scene/flat/flat-view';
import { presetPoses } from '../../../../src/scene/views';

const canvas = { width: 832, height: 844, covered: { right: 328, bottom: 0, top: 72 } };

describe('the drawn map', () => {
  it.each(viewPresets)('shows a point where the 3D view would, from the %s, near or far', (view) => {
    for (const zoom of [unzoomed, { k: 2.2, x: -180, y: 90 }]) {
      const camera = cameraOf(view, canvas, zoom);
      const { x, y, scale } = placementOf(view, canvas, zoom);
      for (const point of [
        [75, 0, 0],
        [-20, 40, 90],
        [110, -140, -50],
      ] as const) {
        const seen = new Vector3(...point).project(camera);
        const on = projectionOf(presetPoses[view]).project(point);
        expect(x + on.x * scale).toBeCloseTo(((seen.x + 1) / 2) * canvas.width, 3);
        expect(y - on.y * scale).toBeCloseTo(((1 - seen.y) / 2) * canvas.height, 3);
      }
    }
  });

  it('turns to the view that shows a site best, and stays where it is seen well enough', () => {
    const temple = { positionMm: [74, 40, 20], normal: [1, 0, 0] } as const;
    expect(bestView([temple], 'front', null)).toBe('left');
    const brow = { positionMm: [15, 40, 90], normal: [0.3, 0.1, 0.95] } as const;
    expect(bestView([brow], 'front', null)).toBe('front');
    expect(bestView([brow], 'back', null)).toBe('front');
    const ridge = { positionMm: [110, -120, -50], normal: [0.1, 0.85, -0.5] } as const;
    expect(bestView([ridge], 'front', null)).toBe('shoulders');
    expect(bestView([], 'right', null)).toBe('right');
  });

  it('goes round the head and back, and over it from behind', () => {
    let view = neighbourOf('front', 'right');
    expect(view).toBe('left');
    for (let step = 0; step < 3; step++) view = neighbourOf(view, 'right');
    expect(view).toBe('front');
    expect(neighbourOf('front', 'left')).toBe('right');
    expect(neighbourOf('back', 'up')).toBe('shoulders');
    expect(neighbourOf('shoulders', 'down')).toBe('back');
    expect(neighbourOf('front', 'up')).toBe('front');
  });

  it('is brought nearer about the point under the hand, and goes back to the whole', () => {
    const at = { x: 300, y: 420 };
    const before = placementOf('front', canvas, unzoomed);
    const zoom = zoomedAt(unzoomed, 2, at, before);
    const after = placementOf('front', canvas, zoom);
    expect((at.x - after.x) / after.scale).toBeCloseTo((at.x - before.x) / before.scale, 6);
    expect((at.y - after.y) / after.scale).toBeCloseTo((at.y - before.y) / before.scale, 6);
    expect(zoomedAt(zoom, 0.1, at, after)).toEqual(unzoomed);
  });
});
