import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect } from 'react';
import type { BufferGeometry } from 'three';
import type { Dab } from '../anatomy/pain-heat';
import { heatOver, heatPaint, withoutHeat } from './heat-paint';
import type { SkinMaterial } from './skin-material';

type Props = { readonly geometry: BufferGeometry; readonly dabs: readonly Dab[]; readonly skin: SkinMaterial };

/**
 * Where it hurts, on the skin that is shown: no draw call of its own, and nothing at all once it is gone. Says on the
 * canvas how many dabs are shown, and how many vertices they reach.
 */
export function SkinHeat({ geometry, dabs, skin }: Props) {
  const invalidate = useThree((state) => state.invalidate);
  const canvas = useThree((state) => state.gl.domElement);

  useEffect(() => {
    skin.paintMore(heatPaint);
    return () => {
      skin.paintMore(null);
      delete canvas.dataset['heat'];
      invalidate();
    };
  }, [skin, canvas, invalidate]);

  useLayoutEffect(() => {
    const heated = heatOver(geometry, dabs);
    canvas.setAttribute('data-heat', String(dabs.length));
    canvas.setAttribute('data-heated', String(heated));
    invalidate();
  }, [geometry, dabs, canvas, invalidate]);

  useEffect(
    () => () => {
      withoutHeat(geometry);
    },
    [geometry],
  );
  return null;
}
