import { BackSide, type BufferGeometry, FrontSide, type Ray, type Side, Vector3 } from 'three';

/** What a ray first meets on a skin: on this side of its triangles, between `near` and `far` from the ray's origin, mm. */
export type SkinRays = {
  raycastFirst(ray: Ray, side: Side, near?: number, far?: number): { readonly point: Vector3 } | null;
};

/** Gives a skin's search tree once the code of trees is there: skin-tree.ts brings it. */
let tree: ((skin: BufferGeometry) => SkinRays) | null = null;

/** From now on every skin is asked through its tree. */
export function withTrees(treeOf: (skin: BufferGeometry) => SkinRays): void {
  tree = treeOf;
}

/**
 * Rays on a skin from the first frame on. Until the code of trees is there every triangle is asked: the answers are the
 * same, and on the small head a millisecond or two each.
 */
export function raysOn(skin: BufferGeometry): SkinRays {
  const slow = everyTriangle(skin);
  return { raycastFirst: (...asked) => (tree?.(skin) ?? slow).raycastFirst(...asked) };
}

const [a, b, c, at] = [new Vector3(), new Vector3(), new Vector3(), new Vector3()];

/** The same without a tree. Not three's own `Mesh.raycast`, which takes three times as long. */
export function everyTriangle(skin: BufferGeometry): SkinRays {
  return {
    raycastFirst: (ray, side, near = 0, far = Number.POSITIVE_INFINITY) => {
      const position = skin.getAttribute('position');
      const { index } = skin;
      if (index === null) throw new Error('the skin has no index');
      const point = new Vector3();
      let nearest = far;
      let met = false;
      for (let i = 0; i < index.count; i += 3) {
        a.fromArray(position.array, 3 * index.getX(i));
        b.fromArray(position.array, 3 * index.getX(i + 1));
        c.fromArray(position.array, 3 * index.getX(i + 2));
        const hit =
          side === BackSide
            ? ray.intersectTriangle(c, b, a, true, at)
            : ray.intersectTriangle(a, b, c, side === FrontSide, at);
        if (hit === null) continue;
        const distance = ray.origin.distanceTo(at);
        if (distance < near || distance > nearest) continue;
        nearest = distance;
        met = true;
        point.copy(at);
      }
      return met ? { point } : null;
    },
  };
}
