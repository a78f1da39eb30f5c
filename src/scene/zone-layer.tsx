import { useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ZoneId } from '../protocol/danger-zone';
import type { MapProps, MapZone } from './map-props';
import type { Skin } from './model';
import { treeOf } from './skin-tree';
import { zoneGeometry } from './zone-geometry';
import { zoneMaterial } from './zone-material';

type Props = Pick<MapProps, 'theme' | 'layer'> & {
  /** How much lower than the standard head's the shoulders lie, mm. */
  readonly drop: number;
  readonly zones: readonly MapZone[];
  /** The zone that stands out, on both sides. */
  readonly focus: ZoneId | null;
  readonly skin: Skin;
};

/** The danger zones over the skin: one mesh, one draw call. */
export function ZoneLayer({ zones, focus, skin, theme, layer, drop }: Props) {
  const [ink] = useState(zoneMaterial);
  const invalidate = useThree((state) => state.invalidate);
  const geometry = useMemo(() => zoneGeometry(zones, treeOf(skin)), [zones, skin]);
  useEffect(() => () => geometry.dispose(), [geometry]);
  useEffect(() => () => ink.material.dispose(), [ink]);
  useLayoutEffect(() => {
    ink.set({ theme, layer, focus: zones.find(({ zone }) => zone === focus)?.number ?? null, drop });
    invalidate();
  }, [ink, invalidate, theme, layer, focus, zones, drop]);
  return (
    <mesh geometry={geometry} renderOrder={2}>
      <primitive object={ink.material} attach="material" />
    </mesh>
  );
}
