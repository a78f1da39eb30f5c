import { DoubleSide, FrontSide, Ray, Vector3 } from 'three';
import type { SkinRays } from './skin-rays';
import type { SkinRay, Vec3 } from '../anatomy/anchor';

const lift = 1.2;
const ray = new Ray();
const toCamera = new Vector3();

/**
 * True where a site is seen from the camera: its skin turns toward the viewer and no other skin lies between.
 * The ray starts 1.2 mm above the skin; leaving the head through a back face is no obstacle, so a site that lies
 * a hair under the coarse head's surface does not hide itself. Everything in mm in the head's frame.
 */
export function isSeen(rays: SkinRays, position: Vec3, normal: Vec3, camera: Vector3): boolean {
  ray.origin.set(position[0] + normal[0] * lift, position[1] + normal[1] * lift, position[2] + normal[2] * lift);
  toCamera.subVectors(camera, ray.origin);
  const distance = toCamera.length();
  ray.direction.copy(toCamera).divideScalar(distance);
  const facing = ray.direction.x * normal[0] + ray.direction.y * normal[1] + ray.direction.z * normal[2];
  return facing > -0.02 && rays.raycastFirst(ray, FrontSide, 0, distance) === null;
}

/** Where a ray first meets the skin; null where it misses. */
export function meetsSkin(rays: SkinRays, skinRay: SkinRay): Vec3 | null {
  ray.origin.fromArray(skinRay.origin);
  ray.direction.fromArray(skinRay.direction);
  const hit = rays.raycastFirst(ray, DoubleSide);
  return hit === null ? null : hit.point.toArray();
}
