import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import type { Camera, DirectionalLight, Group } from 'three';
import type { Look } from './looks';
import type { LightHead } from './model';
import { roomLight } from './room-light';

type Props = { readonly look: Look; readonly head: LightHead | null };
/** What a shadow was cast by. */
type Cast = Pick<Props, 'head'> & { readonly azimuth: number; readonly from: Look['key']['from'] };

/**
 * The rig turns with the camera, so that the side one looks at is always lit the same. Its shadow costs as much as all
 * else in a frame, so it is cast anew only where it falls otherwise: the rig turned, or another head or look came.
 */
export function Lights({ look, head }: Props) {
  const rig = useRef<Group>(null);
  const key = useRef<DirectionalLight>(null);
  const cast = useRef<Cast | null>(null);
  const canvas = useThree((state) => state.gl.domElement);
  // A context that was lost took the shadow with it.
  useEffect(() => {
    const forget = () => {
      cast.current = null;
    };
    canvas.addEventListener('webglcontextrestored', forget);
    return () => {
      canvas.removeEventListener('webglcontextrestored', forget);
    };
  }, [canvas]);
  useFrame(({ camera }) => {
    if (rig.current === null || key.current === null) return;
    const azimuth = azimuthOf(camera);
    rig.current.rotation.y = azimuth;
    const { from } = look.key;
    const before = cast.current;
    if (before?.azimuth === azimuth && before.from === from && before.head === head) return;
    cast.current = { azimuth, from, head };
    key.current.shadow.needsUpdate = true;
  });
  return (
    <>
      <lightProbe sh={roomLight} intensity={look.room} />
      <group ref={rig}>
        <directionalLight
          ref={key}
          color={look.key.color}
          intensity={look.key.intensity}
          position={look.key.from}
          castShadow
          shadow-autoUpdate={false}
          shadow-mapSize={[2048, 2048]}
          shadow-bias={-0.0008}
          shadow-normalBias={1.2}
          shadow-radius={6}
          shadow-camera-left={-350}
          shadow-camera-right={350}
          shadow-camera-top={350}
          shadow-camera-bottom={-350}
          shadow-camera-near={10}
          shadow-camera-far={2000}
        />
        {look.others.map((light) => (
          <directionalLight key={light.color} color={light.color} intensity={light.intensity} position={light.from} />
        ))}
      </group>
    </>
  );
}

const azimuthOf = (camera: Camera): number => {
  const m = camera.matrixWorld.elements;
  return Math.atan2(m[8], m[10]);
};
