import type { Vec3 } from '../anatomy/anchor';
import type { Point } from './hit';
import type { MapZone } from './map-props';
import { zoneAt } from './zone-hover';

/** The name of the danger zone under the pointer, beside it. */
export class ZonePointer {
  private zone: MapZone | null = null;
  private element: HTMLElement | null = null;

  /** Where the name is written from now on; null: nowhere. */
  attach(element: HTMLElement | null): void {
    this.element = element;
  }

  /**
   * The pointer is at a place of the canvas, px, over a point of the skin (mm; null: beside the head). `onZone` is called
   * where that is another zone than before, or none any more. `width`: of the canvas, px.
   */
  point(zones: readonly MapZone[], skin: Vec3 | null, { x, y }: Point, width: number, onZone: OnZone): void {
    const zone = skin === null || zones.length === 0 ? null : zoneAt(zones, skin);
    if (zone?.zone !== this.zone?.zone) onZone(zone);
    this.zone = zone;
    if (this.element === null) return;
    this.element.dataset['shown'] = String(zone !== null);
    if (zone === null) return;
    this.element.textContent = zone.name;
    // On the side with more room.
    const left = x > width / 2 ? `calc(${x.toFixed(0)}px - 100% - 14px)` : `${(x + 14).toFixed(0)}px`;
    this.element.style.transform = `translate(${left}, ${(y + 16).toFixed(0)}px)`;
  }
}

type OnZone = (zone: MapZone | null) => void;
