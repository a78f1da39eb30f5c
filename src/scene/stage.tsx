import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { BufferAttribute, BufferGeometry, PerspectiveCamera, Vector2 } from 'three';
import type { AnswerFirst } from './answer-first';
import { Lights } from './lights';
import { type Look, lookFor } from './looks';
import type { Landmark } from '../anatomy/head-model';
import type { Dab } from '../anatomy/pain-heat';
import type { ZoneId } from '../protocol/danger-zone';
import type { MapProps, MapZone } from './map-props';
import type { Size } from './map-root';
import type { LightHead, Skin } from './model';
import { LaterHeat, LaterMuscles, LaterNeedle, LaterZones } from './later-layers';
import { createPace } from './pace';
import { pixelRatio } from './pixel-ratio';
import { createShadowTally, type ShadowTally } from './shadow-tally';
import { skinMaterial } from './skin-material';

export type Models = {
  readonly light: LightHead | null;
  readonly full: Skin | null;
  readonly muscles: BufferGeometry | null;
};

/**
 * A dark body inside the head. The lids, lips and nostrils are slits in the skin: without it one could look through
 * them and out at the back of the head.
 */
const lining = {
  position: [0, -8, 34] as [number, number, number],
  radii: [44, 60, 50] as [number, number, number],
  /** Half a circle: turned about the upright axis, a ball. */
  profile: Array.from({ length: 7 }, (_, i) => new Vector2(Math.sin((i * Math.PI) / 6), -Math.cos((i * Math.PI) / 6))),
  color: '#3A221B',
};

/** One rendered frame, for what follows the camera outside the canvas and for the bench. */
export type Frame = {
  readonly camera: PerspectiveCamera;
  readonly width: number;
  readonly height: number;
  /** With those of the shadow, also where it stood from a frame before. */
  readonly drawCalls: number;
  readonly triangles: number;
};

type Props = Pick<MapProps, 'theme' | 'layer' | 'shape' | 'tone' | 'hairline' | 'needle'> & {
  readonly models: Models;
  readonly zones: readonly MapZone[];
  readonly heat: readonly Dab[];
  /** The zone that stands out. */
  readonly zone: ZoneId | null;
  readonly plain: boolean;
  readonly onFrame: (frame: Frame) => void;
};

/** The head under its lights. */
export function Stage({
  models,
  theme,
  layer,
  shape,
  tone,
  hairline,
  needle,
  zones,
  zone,
  heat,
  plain,
  onFrame,
}: Props) {
  const look = useMemo(() => lookFor(theme, layer, tone), [theme, layer, tone]);
  const invalidate = useThree((state) => state.invalidate);
  const [skin] = useState(skinMaterial);
  const drop = shape?.warp.longerNeck ?? 0;
  useLayoutEffect(() => {
    skin.setDrop(drop);
  }, [skin, drop]);
  useEffect(() => () => skin.material.dispose(), [skin]);
  const [shadow] = useState(createShadowTally);
  const shown = models.full ?? models.light?.skin ?? null;
  const landmarks = plain ? null : (models.light?.landmarks ?? null);
  useLayoutEffect(() => {
    let wanted = true;
    const set = (painted: boolean): void => {
      skin.set(look.skin, landmarks, painted);
      invalidate();
    };
    const painted = shown?.hasAttribute('hairline') === true;
    set(hairline && painted);
    if (hairline && !painted && shown !== null && landmarks !== null) {
      void paintHairline(shown, landmarks).then(() => {
        if (wanted) set(true);
      });
    }
    return () => {
      wanted = false;
    };
  }, [skin, look, shown, landmarks, hairline, invalidate]);
  return (
    <>
      <Lights look={look} head={models.light} />
      {shown !== null && (
        <mesh geometry={shown} receiveShadow>
          <primitive object={skin.material} attach="material" />
        </mesh>
      )}
      {shown !== null && heat.length > 0 && <LaterHeat geometry={shown} dabs={heat} skin={skin} />}
      {models.light !== null && <ShadowCaster head={models.light} shadow={shadow} />}
      {shown !== null && (
        <mesh position={lining.position} scale={liningOf(shape)}>
          <latheGeometry args={[lining.profile, 10]} />
          <meshBasicMaterial color={lining.color} />
        </mesh>
      )}
      {models.muscles !== null && (
        <LaterMuscles geometry={models.muscles} visible={layer === 'muscles'} heat={heat} drop={drop} />
      )}
      {models.light !== null && zones.length > 0 && (
        <LaterZones zones={zones} focus={zone} skin={models.light.skin} theme={theme} layer={layer} drop={drop} />
      )}
      {needle !== null && models.light !== null && (
        <LaterNeedle needle={needle} theme={theme} rays={models.light.rays} />
      )}
      <Drawing
        look={look}
        onFrame={onFrame}
        setPixel={skin.setPixel}
        shadow={shadow}
        casterTriangles={(models.light?.skin.index?.count ?? 0) / 3}
      />
    </>
  );
}

/** A narrower or shorter head has less room inside. */
const liningOf = (shape: MapProps['shape']): [number, number, number] => {
  const [x, y, z] = lining.radii;
  return shape === null ? [x, y, z] : [x * (1 + shape.warp.broader), y, z * (1 + shape.warp.longer)];
};
/** Gives a skin the distances that its material paints the hairline by, once. */
async function paintHairline(skin: Skin, landmarks: readonly Landmark[]): Promise<void> {
  const { hairlineField } = await import('../anatomy/hairline');
  skin.setAttribute('hairline', new BufferAttribute(hairlineField(skin.getAttribute('position').array, landmarks), 1));
}

/**
 * Casts the shadow with the small head whichever head is shown: a large caster would double the triangles for a
 * shadow no one can tell apart. It is a mesh that is drawn in the shadow pass alone.
 */
function ShadowCaster({ head, shadow }: { readonly head: LightHead; readonly shadow: ShadowTally }) {
  const geometry = useMemo(() => {
    const caster = new BufferGeometry();
    caster.setIndex(head.skin.index);
    caster.setAttribute('position', head.skin.getAttribute('position'));
    caster.setDrawRange(0, 0);
    return caster;
  }, [head]);
  return (
    <mesh
      geometry={geometry}
      castShadow
      onBeforeShadow={() => geometry.setDrawRange(0, Number.POSITIVE_INFINITY)}
      onAfterShadow={() => {
        geometry.setDrawRange(0, 0);
        shadow.cast();
      }}
    >
      <meshBasicMaterial colorWrite={false} depthWrite={false} />
    </mesh>
  );
}

type DrawingProps = Pick<Props, 'onFrame'> & {
  readonly look: Look;
  readonly setPixel: (mm: number) => void;
  readonly shadow: ShadowTally;
  readonly casterTriangles: number;
};

/** Draws the frame itself, so that its figures can be read and the overlay moves in the same one. */
function Drawing({ look, onFrame, setPixel, shadow, casterTriangles }: DrawingProps) {
  const [pace] = useState(createPace);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const answer = useRef<AnswerFirst | null>(null);
  useEffect(() => {
    let ended = false;
    void import('./answer-first').then(
      ({ answerFirst }) => {
        if (!ended) answer.current = answerFirst();
      },
      () => undefined,
    );
    return () => {
      ended = true;
      answer.current?.end();
    };
  }, []);
  const last = useRef<Size | null>(null);
  useFrame(({ gl, scene, camera, size, invalidate }) => {
    if (!(camera instanceof PerspectiveCamera)) return;
    // A canvas of another size is empty: it is drawn at once.
    const drawn = last.current?.width === size.width && last.current.height === size.height;
    if (drawn && answer.current?.wait(invalidate)) return;
    last.current = size;
    const share = pace.frame(performance.now());
    const ratio = share * pixelRatio();
    // Not the store's setDpr: that asks for another frame, which on a slow machine would be taken for a motion again.
    if (gl.getPixelRatio() !== ratio) gl.setPixelRatio(ratio);
    clearTimeout(resting.current);
    if (share < 1) {
      resting.current = setTimeout(() => {
        pace.rest();
        invalidate();
      }, restMs);
    }
    gl.toneMappingExposure = look.exposure;
    const span = 2 * camera.position.length() * Math.tan((camera.fov * Math.PI) / 360);
    setPixel(span / (size.height * ratio));
    shadow.begin();
    gl.render(scene, camera);
    if (gl.getContext().isContextLost()) return;
    answer.current?.drew();
    const { calls, triangles } = gl.info.render;
    const kept = shadow.wasCast() || casterTriangles === 0 ? 0 : 1;
    onFrame({
      camera,
      width: size.width,
      height: size.height,
      drawCalls: calls + kept,
      triangles: triangles + kept * casterTriangles,
    });
  }, 1);
  return null;
}

/** Longer than a slow machine's frames are apart, or it would sharpen in the middle of a motion. */
const restMs = 300;
