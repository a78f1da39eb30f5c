import type { Vec3 } from './anchor';
import { nearestOn } from './measure';
import { type Polyline, section } from './section';
import type { Surface } from './surface';
import { cross, dot, subtract, unit } from './vector';

/** A picture's axes through a point of the skin: `along` to the right, `out` (square to it, away from the head) up. Unit vectors. */
export type CutFrame = { readonly point: Vec3; readonly along: Vec3; readonly out: Vec3 };

/** A point of the picture: mm to the right of and above the frame's point. */
export type CutPoint = readonly [number, number];

/** How much of the skin is wanted: mm to each side, and up and down. */
export type CutWindow = { readonly side: number; readonly up: number; readonly down: number };

/** How far the frame's point may lie off the skin that is cut: around an ear what is measured on differs a little. */
const offSkin = 3;

/**
 * The line in which a plane cuts the skin, as a picture: the one piece that passes the frame's point, as far as it stays
 * in the window, running from left to right where the skin faces `out`. Null where the skin does not pass there.
 */
export function crossSection(surface: Surface, frame: CutFrame, window: CutWindow): readonly CutPoint[] | null {
  const normal = unit(cross(frame.along, frame.out));
  if (normal === null) return null;
  let best: { readonly line: Polyline; readonly piece: number; readonly off: number } | null = null;
  for (const line of section(surface, { point: frame.point, normal })) {
    const { piece, off } = nearestOn(line, frame.point);
    if (off <= offSkin && (best === null || off < best.off)) best = { line, piece, off };
  }
  if (best === null) return null;
  const toCut = (point: Vec3): CutPoint => {
    const from = subtract(point, frame.point);
    return [dot(from, frame.along), dot(from, frame.out)];
  };
  const points = openedAway(best.line, best.piece);
  const at = nearestOn({ points, closed: false }, frame.point);
  const ahead = leg(points.slice(at.piece + 1).map(toCut), window);
  const behind = leg(
    points
      .slice(0, at.piece + 1)
      .reverse()
      .map(toCut),
    window,
  );
  const whole = [...behind.reverse(), toCut(at.at), ...ahead];
  const [first, last] = [whole[0], whole[whole.length - 1]];
  return first !== undefined && last !== undefined && first[0] > last[0] ? whole.reverse() : whole;
}

/** A closed line cut open as far from a piece of it as can be, so that the piece has skin on both its sides. */
function openedAway({ points, closed }: Polyline, piece: number): readonly Vec3[] {
  if (!closed) return points;
  const ring = points.slice(0, -1);
  const start = (piece + Math.floor(ring.length / 2)) % ring.length;
  return [...ring.slice(start), ...ring.slice(0, start)];
}

/** The beginning of a line up to the first point outside the window, that one included so that nothing ends short of it. */
function leg(points: readonly CutPoint[], { side, up, down }: CutWindow): CutPoint[] {
  const out = points.findIndex(([x, y]) => Math.abs(x) > side || y > up || y < -down);
  return points.slice(0, out < 0 ? points.length : out + 1);
}
