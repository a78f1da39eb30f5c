import { type PerspectiveCamera, Vector3 } from 'three';
import type { MeshBVH } from 'three-mesh-bvh';
import type { Vec3 } from '../../anatomy/anchor';
import { isSeen } from '../occlusion';

/** A place of the skin with a name beside it. `is`: a cross marks a landmark, a site has its own marker; or what a ruler reads. */
export type NamedPoint = {
  readonly id: string;
  readonly positionMm: Vec3;
  readonly normal: Vec3;
  readonly text: string;
  readonly is: 'landmark' | 'site' | 'ruler';
};

type Placed = { readonly point: NamedPoint; x: number; y: number; front: boolean };
type Part = 'mark' | 'name';

const at = new Vector3();
const gapPx = 14;

/** Keeps named places in place on every rendered frame, and out of sight where the head hides them. */
export class NamedBoard {
  private placed: readonly Placed[] = [];
  private readonly elements: Readonly<Record<Part, Map<string, SVGElement | HTMLElement>>> = {
    mark: new Map(),
    name: new Map(),
  };

  set(points: readonly NamedPoint[]): void {
    const before = new Map(this.placed.map((placed) => [placed.point.id, placed]));
    this.placed = points.map((point) => ({ x: 0, y: 0, front: false, ...before.get(point.id), point }));
  }

  attach(id: string, part: Part, element: SVGElement | HTMLElement | null): void {
    if (element === null) this.elements[part].delete(id);
    else this.elements[part].set(id, element);
  }

  project(camera: PerspectiveCamera, width: number, height: number): void {
    for (const placed of this.placed) {
      at.fromArray(placed.point.positionMm).project(camera);
      placed.x = ((at.x + 1) / 2) * width;
      placed.y = ((1 - at.y) / 2) * height;
      const [x, y] = [placed.x.toFixed(1), placed.y.toFixed(1)];
      this.elements.mark.get(placed.point.id)?.setAttribute('transform', `translate(${x} ${y})`);
      const name = this.elements.name.get(placed.point.id);
      // On the side with more room, so that a name is not cut off at the edge of the canvas.
      // The reading of a ruler goes to the other side than the names.
      const left = placed.x > width / 2 === (placed.point.is !== 'ruler');
      if (name !== undefined)
        name.style.translate = left
          ? `calc(${(placed.x - gapPx).toFixed(1)}px - 100%) calc(${y}px - 50%)`
          : `${(placed.x + gapPx).toFixed(1)}px calc(${y}px - 50%)`;
    }
  }

  occlude(bvh: MeshBVH, camera: Vector3): void {
    for (const placed of this.placed) {
      placed.front = isSeen(bvh, placed.point.positionMm, placed.point.normal, camera);
      for (const part of ['mark', 'name'] as const) {
        const element = this.elements[part].get(placed.point.id);
        if (element !== undefined) element.dataset['shown'] = String(placed.front);
      }
    }
  }
}
