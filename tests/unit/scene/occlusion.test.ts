import { BoxGeometry, SphereGeometry, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { MeshBVH } from 'three-mesh-bvh';
import { describe, expect, it } from 'vitest';
import { isSeen, meetsSkin } from '../../../src/scene/occlusion';

/** A ball of 100 mm with an ear: a plate that stands before its left side. */
const head = mergeGeometries([new SphereGeometry(100, 64, 48), new BoxGeometry(4, 60, 30).translate(125, 0, 0)]);
const bvh = new MeshBVH(head);
const front = new Vector3(0, 0, 1000);

describe('what the head hides', () => {
  it('leaves a site that faces the camera in sight', () => {
    expect(isSeen(bvh, [0, 0, 100], [0, 0, 1], front)).toBe(true);
  });

  it('hides a site on the far side', () => {
    expect(isSeen(bvh, [0, 0, -100], [0, 0, -1], front)).toBe(false);
  });

  it('hides a site behind an ear though it faces the camera', () => {
    const left = new Vector3(1000, 0, 0);
    expect(isSeen(bvh, [100, 0, 0], [1, 0, 0], left)).toBe(false);
    expect(isSeen(bvh, [94, 0, 34], [0.94, 0, 0.34], left)).toBe(true);
  });

  it('does not let a site hide itself when it lies a little under the coarse skin', () => {
    expect(isSeen(bvh, [0, 0, 97], [0, 0, 1], front)).toBe(true);
  });

  it('keeps a site on the outline until its skin has turned away', () => {
    expect(isSeen(bvh, [99.6, 0, 9], [0.996, 0, 0.09], front)).toBe(true);
    // Turned away by three degrees: its ray, begun above the skin, would still pass over the edge.
    expect(isSeen(bvh, [99.9, 0, 5], [0.999, 0, 0.05], front)).toBe(false);
  });
});

describe('a ray at the skin', () => {
  it('meets it or passes by', () => {
    expect(meetsSkin(bvh, { origin: [0, 0, 1000], direction: [0, 0, -1] })?.[2]).toBeGreaterThan(0);
    expect(meetsSkin(bvh, { origin: [0, 150, 1000], direction: [0, 0, -1] })).toBeNull();
  });
});
