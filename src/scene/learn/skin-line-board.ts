import { type PerspectiveCamera, Vector3 } from 'three';
import type { SkinRays } from '../skin-rays';
import type { Vec3 } from '../../anatomy/anchor';
import { isSeen } from '../occlusion';
import { putAttribute } from '../put-attribute';
import type { SkinLine } from '../skin-line';

type Spot = { readonly positionMm: Vec3; readonly normal: Vec3; x: number; y: number; seen: boolean };
/** A mark of a ruler: a spot on the line, and the one a little further on that says which way the line runs there. */
type Tick = { readonly at: Spot; readonly onward: Spot; readonly long: boolean };
type Course = { readonly line: SkinLine; readonly spots: readonly Spot[]; readonly ticks: readonly Tick[] };
type Part = 'way' | 'ticks';

const tickPx = { short: 4, long: 7 };
const point = new Vector3();

/** Keeps lines over the skin in place on every rendered frame, without what the head hides of them. */
export class SkinLineBoard {
  private courses: readonly Course[] = [];
  private readonly elements: Readonly<Record<Part, Map<string, SVGElement>>> = { way: new Map(), ticks: new Map() };

  /** The lines to draw. Those that are the same objects as before are not measured again. */
  set(lines: readonly SkinLine[]): void {
    const before = new Map(this.courses.map((course) => [course.line, course]));
    this.courses = lines.map((line) => before.get(line) ?? courseOf(line));
  }

  /** Takes the group that a line, or its marks, are drawn in, or lets go of it. */
  attach(id: string, part: Part, element: SVGElement | null): void {
    if (element === null) this.elements[part].delete(id);
    else this.elements[part].set(id, element);
  }

  /** Draws every line anew on a canvas of this size, px, as far as it was seen last. */
  project(camera: PerspectiveCamera, width: number, height: number): void {
    const place = (spot: Spot): void => {
      point.fromArray(spot.positionMm).project(camera);
      spot.x = ((point.x + 1) / 2) * width;
      spot.y = ((1 - point.y) / 2) * height;
    };
    for (const { spots, ticks } of this.courses) {
      for (const spot of spots) place(spot);
      for (const { at, onward } of ticks) {
        place(at);
        place(onward);
      }
    }
    this.draw();
  }

  /** Looks which spots of the lines the head hides, and draws the lines anew without them. */
  occlude(rays: SkinRays, camera: Vector3): void {
    const look = (spot: Spot): void => {
      spot.seen = isSeen(rays, spot.positionMm, spot.normal, camera);
    };
    for (const { spots, ticks } of this.courses) {
      for (const spot of spots) look(spot);
      for (const { at } of ticks) look(at);
    }
    this.draw();
  }

  private draw(): void {
    for (const { line, spots, ticks } of this.courses) {
      this.put('way', line.id, wayThroughSeen(spots));
      this.put('ticks', line.id, ticks.map(tickMark).join(''));
    }
  }

  private put(part: Part, id: string, d: string): void {
    for (const path of this.elements[part].get(id)?.children ?? []) putAttribute(path, 'd', d);
  }
}

/** The runs of a line that are seen, as a path; a spot that is seen alone has none. */
export function wayThroughSeen(spots: readonly { readonly x: number; readonly y: number; readonly seen: boolean }[]) {
  let d = '';
  for (const [i, to] of spots.entries()) {
    const from = spots[i - 1];
    if (from?.seen !== true || !to.seen) continue;
    if (spots[i - 2]?.seen !== true) d += `M${px(from.x)} ${px(from.y)}`;
    d += `L${px(to.x)} ${px(to.y)}`;
  }
  return d;
}

/** Square to the line as it is seen. Where that runs straight at the viewer there is no such way, and no mark. */
function tickMark({ at, onward, long }: Tick): string {
  const [dx, dy] = [onward.x - at.x, onward.y - at.y];
  const length = Math.hypot(dx, dy);
  if (!at.seen || length < 0.2) return '';
  const reach = (long ? tickPx.long : tickPx.short) / length;
  const [nx, ny] = [-dy * reach, dx * reach];
  return `M${px(at.x - nx)} ${px(at.y - ny)}L${px(at.x + nx)} ${px(at.y + ny)}`;
}

const px = (value: number): string => value.toFixed(1);

const courseOf = (line: SkinLine): Course => ({
  line,
  spots: line.points.map((at) => spotAt(at)),
  ticks: line.ticksMm === undefined ? [] : ticksOf(line.points, line.ticksMm),
});

const spotAt = ({ positionMm, normal }: SkinLine['points'][number]): Spot => ({
  positionMm,
  normal,
  x: 0,
  y: 0,
  seen: false,
});

/** The marks at every whole step from the beginning, which has none; every second one is longer. */
export function ticksOf(points: SkinLine['points'], everyMm: number): readonly Tick[] {
  const ticks: Tick[] = [];
  let walked = 0;
  for (const [i, to] of points.entries()) {
    const from = points[i - 1];
    if (from === undefined) continue;
    const length = Math.hypot(...to.positionMm.map((value, axis) => value - (from.positionMm[axis] ?? 0)));
    // A hair's breadth of rounding must not cost the last mark of a line that is a whole number of steps long.
    for (let mm = (ticks.length + 1) * everyMm; length > 0 && mm <= walked + length + 1e-6; mm += everyMm) {
      const share = (mm - walked) / length;
      const at = between(from, to, share);
      const onward = between(from, to, share + 1 / length);
      ticks.push({ at: spotAt(at), onward: spotAt(onward), long: ticks.length % 2 === 1 });
    }
    walked += length;
  }
  return ticks;
}

function between(from: SkinLine['points'][number], to: SkinLine['points'][number], share: number) {
  const mix = (a: Vec3, b: Vec3): Vec3 => [
    a[0] + (b[0] - a[0]) * share,
    a[1] + (b[1] - a[1]) * share,
    a[2] + (b[2] - a[2]) * share,
  ];
  return {
    positionMm: mix(from.positionMm, to.positionMm),
    normal: mix(from.normal, to.normal),
  };
}
