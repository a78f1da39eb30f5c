import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { BufferGeometry } from 'three';
import { muscleMaterial } from './muscle-material';

type Props = {
  readonly geometry: BufferGeometry;
  readonly visible: boolean;
  /** How much lower than the standard head's the shoulders lie, mm. */
  readonly drop: number;
};

/** The muscles over the paled skin: one mesh, one draw call. */
export function MuscleLayer({ geometry, visible, drop }: Props) {
  const [muscle] = useState(muscleMaterial);
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => () => muscle.material.dispose(), [muscle]);
  useLayoutEffect(() => {
    muscle.setDrop(drop);
    invalidate();
  }, [muscle, drop, invalidate]);
  return (
    <mesh geometry={geometry} receiveShadow renderOrder={1} visible={visible}>
      <primitive object={muscle.material} attach="material" />
    </mesh>
  );
}
