import { BackSide, BufferAttribute, BufferGeometry, DoubleSide, FrontSide, Ray, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { readHead } from '../../../scripts/read-head';
import { seeded } from '../../../scripts/seeded';
import { everyTriangle, raysOn, type SkinRays } from '../../../src/scene/skin-rays';
import { treeOf } from '../../../src/scene/skin-tree';

const { positions, indices } = await readHead('light');
const skin = (): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices.slice(), 1));
  return geometry;
};

/** The last bits of a point depend on the order in which the triangles stand. */
const met = (rays: SkinRays, ...asked: Parameters<SkinRays['raycastFirst']>) =>
  rays
    .raycastFirst(...asked)
    ?.point.toArray()
    .map((mm) => mm.toFixed(6)) ?? null;

describe('rays on the skin before its search tree is there', () => {
  it('meet the same points as with it: as pointers ask, and as it is asked what the head hides', () => {
    const [before, tree] = [everyTriangle(skin()), treeOf(skin())];
    const next = seeded(7);
    const inside = () => new Vector3(next() * 140 - 70, next() * 200 - 120, next() * 160 - 70);
    let hits = 0;
    for (let n = 0; n < 240; n += 1) {
      const outside = new Vector3(next() - 0.5, next() - 0.5, next() - 0.5).setLength(1000);
      const [from, far] = n % 2 === 0 ? [outside] : [inside(), 60];
      const ray = new Ray(from, inside().sub(from).normalize());
      const side = [DoubleSide, FrontSide, BackSide][n % 3] ?? DoubleSide;
      const expected = met(tree, ray, side, 0, far);
      expect(met(before, ray, side, 0, far)).toEqual(expected);
      if (expected !== null) hits += 1;
    }
    expect(hits).toBeGreaterThan(100);
    expect(hits).toBeLessThan(230);
  });

  it('are answered by the tree from the moment its code is there', () => {
    const head = skin();
    const ray = new Ray(new Vector3(0, 0, 1000), new Vector3(0, 0, -1));
    expect(raysOn(head).raycastFirst(ray, DoubleSide)).toEqual(treeOf(head).raycastFirst(ray, DoubleSide));
    expect(treeOf(head)).toBe(treeOf(head));
  });
});
