import { PerspectiveCamera, Vector3 } from 'three';
// Drawings ask the skin for much at once.
import '../skin-tree';
import type { SkinRays } from '../skin-rays';
import type { Vec3 } from '../../anatomy/anchor';
import { type ViewPreset, viewPresets } from '../map-props';
import { isSeen } from '../occlusion';
import { type Covered, directionOf, lensFor, presetPoses } from '../views';

/** The drawing brought nearer by `k` (1: as a whole) and moved by x and y, px. */
export type Zoom = { readonly k: number; readonly x: number; readonly y: number };
export type Canvas = { readonly width: number; readonly height: number; readonly covered: Covered };

export const unzoomed: Zoom = { k: 1, x: 0, y: 0 };
const zoomRange = { min: 1, max: 4 } as const;
/** Seen more slantingly than this, a site is worth turning to. */
const slant = 0.4;

/** Where the sheet of a view lies on the canvas: its origin, px, and how many px a mm of it takes. */
export type Placement = { readonly x: number; readonly y: number; readonly scale: number };

/** On a canvas in px, part of it covered: by the 3D view's own lens, so that both show the head in one place. */
export function placementOf(view: ViewPreset, { width, height, covered }: Canvas, zoom: Zoom): Placement {
  const { fov, distance } = presetPoses[view];
  const lens = lensFor(fov, width, height, covered);
  return {
    x: width / 2 - lens.shiftX + zoom.x,
    y: height / 2 - lens.shiftY + zoom.y,
    scale: (zoom.k * height) / (2 * distance * Math.tan((lens.fov * Math.PI) / 360)),
  };
}

/**
 * The camera that would show the head where the drawing shows it. The drawing stands where the 3D view stood, so that
 * nothing moves when one takes over from the other.
 */
export function cameraOf(view: ViewPreset, { width, height, covered }: Canvas, zoom: Zoom): PerspectiveCamera {
  const { target, fov } = presetPoses[view];
  const lens = lensFor(fov, width, height, covered);
  const camera = new PerspectiveCamera(lens.fov, width / height, 40, 4000);
  camera.position.set(...eyeOf(view));
  camera.lookAt(...target);
  camera.zoom = zoom.k;
  camera.setViewOffset(width, height, lens.shiftX - zoom.x, lens.shiftY - zoom.y, width, height);
  camera.updateMatrixWorld(true);
  return camera;
}

function eyeOf(view: ViewPreset): Vec3 {
  const { target, azimuth, elevation, distance } = presetPoses[view];
  const [x, y, z] = directionOf(azimuth, elevation);
  return [target[0] + x * distance, target[1] + y * distance, target[2] + z * distance];
}

/** A point of the skin and its unit outward normal. */
export type OnSkin = { readonly positionMm: Vec3; readonly normal: Vec3 };

/** How squarely a point is seen in a view, -1 to 1; -1 where skin hides it. Without a search tree only its slant counts. */
export function squareness({ positionMm, normal }: OnSkin, view: ViewPreset, rays: SkinRays | null): number {
  const eye = eyeOf(view);
  const [x, y, z] = [eye[0] - positionMm[0], eye[1] - positionMm[1], eye[2] - positionMm[2]];
  if (rays !== null && !isSeen(rays, positionMm, normal, new Vector3(...eye))) return -1;
  return (x * normal[0] + y * normal[1] + z * normal[2]) / Math.hypot(x, y, z);
}

/** The view in which some points are seen best; the present one where they are seen well enough in it. */
export function bestView(points: readonly OnSkin[], present: ViewPreset, rays: SkinRays | null): ViewPreset {
  const seen = (view: ViewPreset): number =>
    points.reduce((sum, point) => sum + Math.max(0, squareness(point, view, rays)), 0) / Math.max(1, points.length);
  if (points.length === 0 || seen(present) > slant) return present;
  let best = present;
  for (const view of viewPresets) if (seen(view) > seen(best) + 1e-6) best = view;
  return best;
}

export type Way = 'left' | 'right' | 'up' | 'down';

/** Round the head at the height of the eyes, as the camera's azimuth grows. */
const round: readonly ViewPreset[] = ['front', 'left', 'back', 'right'];

/** The neighbouring view when the viewer steps that way; the same where there is none. */
export function neighbourOf(view: ViewPreset, way: Way): ViewPreset {
  if (way === 'up') return view === 'back' ? 'shoulders' : view;
  if (way === 'down') return view === 'shoulders' ? 'back' : view;
  const at = round.indexOf(view === 'shoulders' ? 'back' : view);
  return round[(at + (way === 'right' ? 1 : 3)) % 4] ?? view;
}

/** Nearer or farther about a point of the canvas, which stays where it is; never so far that the head leaves. */
export function zoomedAt(
  zoom: Zoom,
  factor: number,
  at: { readonly x: number; readonly y: number },
  middle: Placement,
): Zoom {
  const k = Math.min(zoomRange.max, Math.max(zoomRange.min, zoom.k * factor));
  const grown = k / zoom.k;
  const origin = { x: middle.x - zoom.x, y: middle.y - zoom.y };
  return kept(
    {
      k,
      x: at.x - origin.x + (zoom.x - (at.x - origin.x)) * grown,
      y: at.y - origin.y + (zoom.y - (at.y - origin.y)) * grown,
    },
    origin,
  );
}

/** The same, moved; kept where some of the head is in sight. `origin`: where the sheet's origin lies unmoved, px. */
export function kept({ k, x, y }: Zoom, origin: { readonly x: number; readonly y: number }): Zoom {
  const reach = k - 1;
  return {
    k,
    x: Math.min(origin.x * reach, Math.max(-origin.x * reach, x)),
    y: Math.min(origin.y * reach, Math.max(-origin.y * reach, y)),
  };
}
