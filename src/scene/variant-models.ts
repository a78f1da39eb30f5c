import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry } from 'three';
import { warpPositions } from '../anatomy/variant-warp';
import type { HeadShape } from '../state/heads';
import type { LightHead } from './model';
import { raysOn } from './skin-rays';
import type { Models } from './stage';

/** The models made to another head's size; the models themselves where it is the standard one. */
export function useVariantModels(models: Models, shape: HeadShape | null): Models {
  const light = useMemo(() => lightOf(models.light, shape), [models.light, shape]);
  const full = useWarped(models.full, shape);
  const muscles = useWarped(models.muscles, shape);
  useEffect(
    () => () => {
      if (light !== models.light) light?.skin.dispose();
    },
    [light, models.light],
  );
  return useMemo(() => ({ light, full, muscles }), [light, full, muscles]);
}

function useWarped(geometry: BufferGeometry | null, shape: HeadShape | null): BufferGeometry | null {
  const warped = useMemo(
    () => (geometry === null || shape === null ? geometry : warp(geometry, shape)),
    [geometry, shape],
  );
  useEffect(
    () => () => {
      if (warped !== geometry) warped?.dispose();
    },
    [warped, geometry],
  );
  return warped;
}

/** The small head made to another size; itself where it is the standard one. */
export function lightOf<L extends LightHead | null>(light: L, shape: HeadShape | null): L | LightHead {
  if (light === null || shape === null) return light;
  const skin = warp(light.skin, shape);
  return { ...light, skin, rays: raysOn(skin) };
}

/** Shares everything with the standard geometry but positions and normals. */
function warp(geometry: BufferGeometry, { warp: by, curves }: HeadShape): BufferGeometry {
  const warped = new BufferGeometry();
  // A copy: a search tree puts the triangles of its own geometry in another order.
  warped.setIndex(geometry.index === null ? null : geometry.index.clone());
  for (const [name, attribute] of Object.entries(geometry.attributes)) {
    if (name !== 'position' && name !== 'normal') warped.setAttribute(name, attribute);
  }
  const positions = Float32Array.from(geometry.getAttribute('position').array);
  warped.setAttribute('position', new BufferAttribute(warpPositions(by, curves, positions), 3));
  warped.computeVertexNormals();
  return warped;
}
