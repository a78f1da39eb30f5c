import { type PerspectiveCamera, Vector3 } from 'three';
import type { SkinRays } from '../skin-rays';
import type { Vec3 } from '../../anatomy/anchor';
import { isSeen } from '../occlusion';

/** A place of the skin with a name beside it. `is`: a cross marks a landmark, a site has its own marker; or what a ruler reads. */
export type NamedPoint = {
  readonly id: string;
  readonly positionMm: Vec3;
  readonly normal: Vec3;
  readonly text: string;
  readonly is: 'landmark' | 'site' | 'ruler';
  /** Of a ruler: its ends. */
  readonly along?: readonly [Vec3, Vec3];
};

type Placed = { readonly point: NamedPoint; x: number; y: number; front: boolean };
type Part = 'mark' | 'name';

const at = new Vector3();
const gapPx = 14;
/** About the width of a letter: enough to tell whether there is room. */
const characterPx = 7.5;

/** Keeps named places in place on every rendered frame, and out of sight where the head hides them. */
export class NamedBoard {
  private placed: readonly Placed[] = [];
  private readonly elements: Readonly<Record<Part, Map<string, SVGElement | HTMLElement>>> = {
    mark: new Map(),
    name: new Map(),
  };

  /** All places there are now. What is known of those that stay is kept. */
  set(points: readonly NamedPoint[]): void {
    const before = new Map(this.placed.map((placed) => [placed.point.id, placed]));
    this.placed = points.map((point) => ({ x: 0, y: 0, front: false, ...before.get(point.id), point }));
  }

  /** Takes a place's mark or its name, or lets go of it. */
  attach(id: string, part: Part, element: SVGElement | HTMLElement | null): void {
    if (element === null) this.elements[part].delete(id);
    else this.elements[part].set(id, element);
  }

  /** Moves every mark and name to its place on a canvas of this size, px. */
  project(camera: PerspectiveCamera, width: number, height: number): void {
    for (const placed of this.placed) {
      at.fromArray(placed.point.positionMm).project(camera);
      placed.x = ((at.x + 1) / 2) * width;
      placed.y = ((1 - at.y) / 2) * height;
      const [x, y] = [placed.x.toFixed(1), placed.y.toFixed(1)];
      this.elements.mark.get(placed.point.id)?.setAttribute('transform', `translate(${x} ${y})`);
      const name = this.elements.name.get(placed.point.id);
      const steep = placed.point.along === undefined || isSteep(placed.point.along, camera, width / height);
      if (name !== undefined) name.style.translate = beside(placed, steep, width);
    }
  }

  /** Hides the places that the head hides, each with its name. */
  occlude(rays: SkinRays, camera: Vector3): void {
    for (const placed of this.placed) {
      placed.front = isSeen(rays, placed.point.positionMm, placed.point.normal, camera);
      for (const part of ['mark', 'name'] as const) {
        const element = this.elements[part].get(placed.point.id);
        if (element !== undefined) element.dataset['shown'] = String(placed.front);
      }
    }
  }
}

/**
 * A name goes outward, so that two of them do not meet in the middle, unless the edge of the canvas is near. What a ruler
 * reads goes to the other side than the names, or under a ruler that lies level.
 */
function beside({ point: { is, text }, x, y }: Placed, steep: boolean, width: number): string {
  const [px, py] = [(value: number) => `${value.toFixed(1)}px`, `calc(${y.toFixed(1)}px - 50%)`];
  if (!steep) return `calc(${px(x)} - 50%) ${px(y + gapPx)}`;
  const room = 2 * gapPx + characterPx * text.length;
  const outward = x < width / 2 ? x > room : width - x < room;
  const left = outward === (is !== 'ruler');
  return left ? `calc(${px(x - gapPx)} - 100%) ${py}` : `${px(x + gapPx)} ${py}`;
}

const start = new Vector3();
const end = new Vector3();

/** Whether a line is seen standing rather than lying. */
function isSteep([from, to]: readonly [Vec3, Vec3], camera: PerspectiveCamera, aspect: number): boolean {
  start.fromArray(from).project(camera);
  end.fromArray(to).project(camera);
  return Math.abs(end.y - start.y) > Math.abs(end.x - start.x) * aspect;
}
