import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { BufferGeometry } from 'three';
import type { Dab } from '../anatomy/pain-heat';
import { heatOver, withoutHeat } from './heat-paint';
import { muscleMaterial } from './muscle-material';

type Props = {
  readonly geometry: BufferGeometry;
  readonly visible: boolean;
  /** Where it hurts: the muscles lie over the skin that shows it. */
  readonly heat: readonly Dab[];
  /** How much lower than the standard head's the shoulders lie, mm. */
  readonly drop: number;
};

/** The muscles over the paled skin: one mesh, one draw call. */
export function MuscleLayer({ geometry, visible, heat, drop }: Props) {
  const [muscle] = useState(muscleMaterial);
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => () => muscle.material.dispose(), [muscle]);
  useLayoutEffect(() => {
    muscle.setDrop(drop);
    invalidate();
  }, [muscle, drop, invalidate]);
  useLayoutEffect(() => {
    if (!visible || heat.length === 0) return undefined;
    heatOver(geometry, heat);
    invalidate();
    return () => {
      withoutHeat(geometry);
      invalidate();
    };
  }, [geometry, visible, heat, invalidate]);
  return (
    <mesh geometry={geometry} receiveShadow renderOrder={1} visible={visible}>
      <primitive object={muscle.material} attach="material" />
    </mesh>
  );
}
