import type { NeedleWay } from '../protocol/site';
import { err, ok, type Result } from '../protocol/words';
import type { Vec3 } from './anchor';
import { add, addScaled, dot, scale, unit } from './vector';

/** Where a needle meets the skin: a point, mm, and the unit outward normal there. An anchor is one. */
export type SkinSite = { readonly positionMm: Vec3; readonly normal: Vec3 };

/** A needle standing at the skin. Every direction is a unit vector. */
export type Pose = {
  readonly entry: Vec3;
  /** From hub to tip: into the skin, or along it; never out of it. */
  readonly direction: Vec3;
  /** The way the tip goes along the skin. With the skin's normal it spans the plane of a cross-section. */
  readonly heading: Vec3;
  readonly normal: Vec3;
  /** Between the needle and the skin's plane, 0 to 90. */
  readonly degrees: number;
  /** Where the bevel looks: square to the needle, away from the skin ("bevel up"). */
  readonly bevel: Vec3;
};

/** Why a way of holding a needle cannot be drawn at a point. */
export type NoPose =
  /** "Up" is square to the skin there: on top of the head or the shoulder nothing leads up along it. */
  | { readonly kind: 'no-way-up' }
  /** A level needle would stand this steep to the skin (negative: out of it), which the way rules out. */
  | { readonly kind: 'too-steep'; readonly degrees: number };

const upward: Vec3 = [0, 1, 0];
const forward: Vec3 = [0, 0, 1];
/** Least sine between the skin's normal and a direction for there to be a way along the skin: about 3 degrees. */
const leastSlope = 0.05;
const degree = Math.PI / 180;

/** Stands a needle at a point of the skin in the way its rule says; the error says which demand of it cannot be met there. */
export function poseNeedle(site: SkinSite, way: NeedleWay): Result<Pose, NoPose> {
  if (way.kind === 'level') return levelPose(site, forward, way.steepestDegrees);
  const upAlong = alongSkin(site.normal, upward);
  if (way.degrees === 90) return ok(poseAt(site, upAlong ?? alongSkin(site.normal, forward) ?? forward, 90));
  return upAlong === null ? err({ kind: 'no-way-up' }) : ok(poseAt(site, upAlong, way.degrees));
}

/**
 * A level needle keeps to the horizontal where that leads into the skin, by however little. Where it would lead out it is
 * laid along the skin: the rule has the muscle pinched up in front of it, which no model of skin at rest shows.
 */
function levelPose(site: SkinSite, way: Vec3, steepest: number): Result<Pose, NoPose> {
  const slope = Math.asin(Math.min(1, Math.max(-1, -dot(way, site.normal)))) / degree;
  if (Math.abs(slope) > steepest) return err({ kind: 'too-steep', degrees: slope });
  const heading = alongSkin(site.normal, way);
  if (heading === null) return err({ kind: 'too-steep', degrees: slope });
  return ok(poseAt(site, heading, Math.max(0, slope)));
}

function poseAt({ positionMm, normal }: SkinSite, heading: Vec3, degrees: number): Pose {
  const [cos, sin] = degrees === 90 ? [0, 1] : [Math.cos(degrees * degree), Math.sin(degrees * degree)];
  return {
    entry: positionMm,
    direction: add(scale(heading, cos), scale(normal, -sin)),
    heading,
    normal,
    degrees,
    bevel: add(scale(heading, sin), scale(normal, cos)),
  };
}

/** A direction laid on the skin; null where it is square to it. */
function alongSkin(normal: Vec3, direction: Vec3): Vec3 | null {
  const laid = addScaled(direction, normal, -dot(direction, normal));
  return dot(laid, laid) < leastSlope * leastSlope ? null : unit(laid);
}

/** How deep square to the skin, mm, `lengthMm` of needle reach. Takes the skin for flat, as the depths do. */
export const depthReached = (degrees: number, lengthMm: number): number =>
  degrees === 90 ? lengthMm : lengthMm * Math.sin(degrees * degree);

/** The length of needle, mm, that reaches a depth square to the skin; null where it runs along the skin. */
export function lengthFor(degrees: number, depthMm: number): number | null {
  const sine = degrees === 90 ? 1 : Math.sin(degrees * degree);
  return sine < 1e-3 ? null : depthMm / sine;
}
