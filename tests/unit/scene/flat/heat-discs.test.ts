import { BoxGeometry, SphereGeometry } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { MeshBVH } from 'three-mesh-bvh';
import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../../src/anatomy/anchor';
import { heatDiscs } from '../../../../src/scene/flat/heat-discs';

/** A ball of 90 mm with an ear: a plate that stands 25 mm before its left side. */
const head = new MeshBVH(
  mergeGeometries([new SphereGeometry(90, 64, 48), new BoxGeometry(4, 40, 30).translate(115, 0, -10)]),
);
const dab = (...positionMm: Vec3) => ({ positionMm, radiusMm: 12 });

describe('pain on the drawing', () => {
  it('is drawn where its skin is seen, a little larger than its brush where that is nearer than the middle', () => {
    const [temple, ...more] = heatDiscs([dab(60, 60, 30)], 'left', head);
    expect(more).toEqual([]);
    expect(temple?.radius).toBeGreaterThan(12);
    expect(temple?.radius).toBeLessThan(13.5);
  });

  it('is not drawn where the head or an ear hides it', () => {
    const dabs = [dab(60, 60, 30), dab(89.4, 0, -10)];
    expect(heatDiscs(dabs, 'right', head)).toEqual([]);
    expect(heatDiscs(dabs, 'left', head)).toHaveLength(1);
    expect(heatDiscs(dabs, 'front', head)).toHaveLength(1);
  });
});
