import { CameraControls, CameraControlsImpl } from '@react-three/drei/core/CameraControls';
import { useFrame, useThree } from '@react-three/fiber';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { Box3, MathUtils, PerspectiveCamera, Vector3 } from 'three';
import type { Vec3 } from '../anatomy/anchor';
import type { SiteId } from '../protocol/words';
import { CameraDriver } from './camera-driver';
import type { MapProps, MapSite, MapZone, ViewPreset } from './map-props';
import { distanceRange, elevationRange, type Pose, poseFacing, presetPoses } from './views';
import { facedBy } from './zone-hover';

/** `turn` the head; `still`: something else is dragged; `paint`: so it is, and two fingers turn as well as zoom. */
export type Hold = 'turn' | 'still' | 'paint';

export type RigHandle = {
  /** Closer to a point of the skin: two sites there were too near each other to tell apart. */
  readonly closeIn: (point: Vec3) => void;
  /** What one finger or the left button does; two fingers and the other buttons always turn or move the view. */
  readonly hold: (by: Hold) => void;
  /** Turns the head by degrees and brings it nearer or farther by a factor. */
  readonly nudge: (by: { readonly azimuth?: number; readonly elevation?: number; readonly zoom?: number }) => void;
  /** Where the camera stands; null before it does. */
  readonly pose: () => Pose | null;
};

/** A pose to begin with, and the last wish that it has followed. */
export type Start = { readonly pose: Pose; readonly after: MapProps['turnTo'] };

type Props = Pick<MapProps, 'turnTo' | 'covered' | 'reducedMotion'> & {
  readonly zones: readonly MapZone[];
  readonly element: HTMLElement;
  readonly sites: readonly MapSite[];
  readonly selected: MapSite | null;
  /** True where a site can be seen and lies clear of what covers the canvas: no need to turn to it. */
  readonly inView: (site: SiteId) => boolean;
  readonly onView: (preset: ViewPreset | null) => void;
  /** Where to begin, instead of at the front: the canvas is a new one and was turned so before. */
  readonly start: Start | null;
  readonly ref: Ref<RigHandle>;
};

const { ACTION } = CameraControlsImpl;
const mouse = { left: ACTION.ROTATE, middle: ACTION.TRUCK, right: ACTION.TRUCK, wheel: ACTION.NONE };
const fingers = { one: ACTION.TOUCH_ROTATE, two: ACTION.TOUCH_DOLLY_TRUCK, three: ACTION.TOUCH_TRUCK };
/** Elevation (degrees) from which both sides of the shoulders' crest are seen. */
const overTheRidge = 46;
/** How far the view can be panned: about the head and shoulders, so that they cannot be lost. */
const panLimit = new Box3(new Vector3(-190, -220, -130), new Vector3(190, 140, 130));

/**
 * The controls ask for a frame after every one in which they moved the camera. Where they come to rest by degrees they
 * need it; with motion reduced they stand at once, and it would show the same again.
 */
class Controls extends CameraControlsImpl {
  override dispatchEvent(event: Parameters<CameraControlsImpl['dispatchEvent']>[0]): void {
    const moved = event.type === 'update' || event.type === 'wake';
    if (!moved || this.smoothTime > 0) super.dispatchEvent(event);
  }
}

/** The camera: the user's hand through the controls, everything else through the driver. */
export function CameraRig(props: Props) {
  const { element, sites, zones, selected, turnTo, covered, reducedMotion, inView, onView, start, ref } = props;
  const controls = useRef<CameraControlsImpl>(null);
  const driver = useRef<CameraDriver>(null);
  const reported = useRef<ViewPreset | null | undefined>(undefined);
  const begin = useRef(start);
  const camera = useThree((state) => state.camera);
  const invalidate = useThree((state) => state.invalidate);

  useLayoutEffect(() => {
    if (controls.current === null || !(camera instanceof PerspectiveCamera)) return;
    controls.current.setBoundary(panLimit);
    const own = new CameraDriver(controls.current, camera, begin.current?.pose ?? presetPoses.front, invalidate);
    driver.current = own;
    return () => own.close();
  }, [camera, invalidate]);

  useImperativeHandle(
    ref,
    () => ({
      pose: () => driver.current?.pose() ?? null,
      hold: (by) => {
        const { current } = controls;
        if (current === null) return;
        const still = by !== 'turn';
        current.mouseButtons = {
          ...mouse,
          ...(still ? { left: ACTION.NONE } : {}),
          ...(by === 'paint' ? { right: ACTION.ROTATE } : {}),
        };
        current.touches = {
          ...fingers,
          ...(still ? { one: ACTION.NONE } : {}),
          ...(by === 'paint' ? { two: ACTION.TOUCH_DOLLY_ROTATE } : {}),
        };
      },
      closeIn: (point) => driver.current?.closeIn(point, reducedMotion),
      nudge: ({ azimuth = 0, elevation = 0, zoom = 1 }) => {
        const { current } = controls;
        if (current === null) return;
        driver.current?.turnedByHand();
        void current.rotate(MathUtils.degToRad(azimuth), MathUtils.degToRad(-elevation), !reducedMotion);
        void current.dollyTo(current.distance / zoom, !reducedMotion);
        invalidate();
      },
    }),
    [reducedMotion, invalidate],
  );

  // The controls would zoom toward the pointer as if nothing covered the canvas; with the view centre shifted away from
  // a card that leads past what the pointer is on.
  useEffect(() => {
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * 2 - 1;
      const y = 1 - ((event.clientY - box.top) / box.height) * 2;
      const along = new Vector3(x, y, 0.5).unproject(camera).sub(camera.position).normalize();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
      // A pinch on a trackpad comes as a wheel with small steps and Ctrl held.
      driver.current?.zoomAt(along, Math.exp(pixels * (event.ctrlKey ? 0.01 : 0.001)));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
    };
  }, [element, camera]);

  useEffect(
    () => driver.current?.cover(covered, reducedMotion || reported.current === undefined),
    [covered, reducedMotion],
  );

  const at = selected?.positionMm ?? null;
  const [x, y, z] = at ?? [];
  useEffect(() => {
    driver.current?.orbitAbout(x === undefined || y === undefined || z === undefined ? null : [x, y, z]);
  }, [x, y, z]);

  // A new object is a new wish; what else it depends on is read as it was when the wish came.
  const latest = useRef({ sites, zones, reducedMotion, inView });
  useLayoutEffect(() => {
    latest.current = { sites, zones, reducedMotion, inView };
  });
  useEffect(() => {
    if (turnTo === null || turnTo === begin.current?.after) return;
    begin.current = null;
    const cut = latest.current.reducedMotion || reported.current === undefined;
    if ('site' in turnTo) {
      const turn = () => {
        const site = latest.current.sites.find((each) => each.id === turnTo.site);
        const { zoom } = turnTo;
        if (site === undefined || (zoom === undefined && latest.current.inView(site.id))) return;
        const pose = poseFacing(site.positionMm, site.normal);
        const near = zoom !== undefined && zoom > 1;
        const to = near ? { ...pose, target: site.positionMm, distance: pose.distance / zoom } : pose;
        driver.current?.goTo(to, null, cut);
      };
      if (turnTo.asked) turn();
      else driver.current?.whenLeftAlone(turn);
      return;
    }
    if ('preset' in turnTo) {
      const { preset, pose } = turnTo;
      if (pose === undefined) driver.current?.goTo(presetPoses[preset], preset, cut);
      else driver.current?.goTo(pose.at, null, cut, pose.ms);
      return;
    }
    const own = latest.current.zones.filter(({ zone }) => zone === turnTo.zone);
    // What lies under the shoulder's ridge is seen from above and behind, both sides at once.
    if (own[0]?.kind === 'lung') {
      driver.current?.goTo({ ...presetPoses.shoulders, elevation: overTheRidge }, 'shoulders', cut);
      return;
    }
    const to = facedBy(own, camera.getWorldDirection(new Vector3()).toArray());
    if (to !== null) driver.current?.goTo(poseFacing(to.position, to.normal), null, cut);
  }, [turnTo, camera]);

  useFrame(({ size }) => driver.current?.step(performance.now(), size.width, size.height), -2);
  useFrame(() => {
    const view = driver.current?.view() ?? null;
    if (view === reported.current) return;
    reported.current = view;
    onView(view);
  });

  const still = reducedMotion ? 0 : 1;
  const buttons = useMemo(() => ({ mouse, fingers }), []);
  return (
    <CameraControls
      ref={controls}
      impl={Controls}
      domElement={element}
      mouseButtons={buttons.mouse}
      touches={buttons.fingers}
      minDistance={distanceRange.min}
      maxDistance={distanceRange.max}
      minPolarAngle={MathUtils.degToRad(90 - elevationRange.max)}
      maxPolarAngle={MathUtils.degToRad(90 - elevationRange.min)}
      smoothTime={0.16 * still}
      draggingSmoothTime={0.05 * still}
      restThreshold={0.2}
      onControlStart={() => driver.current?.grab()}
      onControl={() => driver.current?.drag()}
      onControlEnd={() => driver.current?.release()}
    />
  );
}
