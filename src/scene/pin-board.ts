import { type PerspectiveCamera, Vector3 } from 'three';
import type { SkinRays } from './skin-rays';
import type { Vec3 } from '../anatomy/anchor';
import type { SiteId } from '../protocol/words';
import type { MarkerBoard } from './marker-board';
import { isSeen } from './occlusion';

/** A place of the skin that something is drawn at. `to`: a marker, or another pin, that a line leads to from it. */
export type Pin = {
  readonly id: string;
  readonly positionMm: Vec3;
  /** Absent where it is drawn whatever hides it: a pointer holds it. */
  readonly normal?: Vec3;
  readonly to?: { readonly site: SiteId } | { readonly pin: string };
};

type Placed = { readonly pin: Pin; x: number; y: number; front: boolean };
type Part = 'glyph' | 'way' | 'label';

const point = new Vector3();

/** Keeps what a hand on the skin is shown in place on every rendered frame: rings, lines and the words beside a finger. */
export class PinBoard {
  private pins = new Map<string, Placed>();
  private readonly elements: Readonly<Record<Part, Map<string, SVGElement | HTMLElement>>> = {
    glyph: new Map(),
    way: new Map(),
    label: new Map(),
  };

  /** All pins there are now. What is known of those that stay is kept. */
  set(pins: readonly Pin[]): void {
    const before = this.pins;
    this.pins = new Map(pins.map((pin) => [pin.id, { x: 0, y: 0, front: false, ...before.get(pin.id), pin }]));
  }

  /** Takes a pin's ring, line or words, or lets go of it. */
  attach(id: string, part: Part, element: SVGElement | HTMLElement | null): void {
    if (element === null) this.elements[part].delete(id);
    else this.elements[part].set(id, element);
  }

  /** Call after the markers were projected: lines end at them. */
  project(camera: PerspectiveCamera, width: number, height: number, markers: MarkerBoard): void {
    for (const [id, placed] of this.pins) {
      point.fromArray(placed.pin.positionMm).project(camera);
      placed.x = ((point.x + 1) / 2) * width;
      placed.y = ((1 - point.y) / 2) * height;
      this.elements.glyph
        .get(id)
        ?.setAttribute('transform', `translate(${placed.x.toFixed(2)} ${placed.y.toFixed(2)})`);
      const label = this.elements.label.get(id);
      if (label !== undefined) label.style.translate = beside(placed.x, placed.y, width);
    }
    for (const [id, placed] of this.pins) {
      const to = this.end(placed.pin, markers);
      if (to === null) continue;
      const d = `M${placed.x.toFixed(1)} ${placed.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
      for (const path of this.elements.way.get(id)?.children ?? []) path.setAttribute('d', d);
    }
  }

  /** What the head hides is not drawn; a line needs both its ends in sight. */
  occlude(rays: SkinRays, camera: Vector3, markers: MarkerBoard): void {
    for (const placed of this.pins.values()) {
      const { normal, positionMm } = placed.pin;
      placed.front = normal === undefined || isSeen(rays, positionMm, normal, camera);
    }
    for (const [id, placed] of this.pins) {
      show(this.elements.glyph.get(id), placed.front);
      show(this.elements.label.get(id), placed.front);
      show(this.elements.way.get(id), placed.front && this.end(placed.pin, markers)?.front === true);
    }
  }

  private end(
    { to }: Pin,
    markers: MarkerBoard,
  ): { readonly x: number; readonly y: number; readonly front: boolean } | null {
    if (to === undefined) return null;
    return 'site' in to ? markers.find(to.site) : (this.pins.get(to.pin) ?? null);
  }
}

/** Above the finger, on the side with more room. */
function beside(x: number, y: number, width: number): string {
  const top = `${Math.max(4, y - 62).toFixed(0)}px`;
  return x > width / 2 ? `calc(${x.toFixed(0)}px - 100% - 18px) ${top}` : `${(x + 18).toFixed(0)}px ${top}`;
}

function show(element: SVGElement | HTMLElement | undefined, shown: boolean): void {
  if (element !== undefined) element.dataset['shown'] = String(shown);
}
