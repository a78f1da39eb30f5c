import { type PerspectiveCamera, Vector3 } from 'three';
import { pointOn } from '../anatomy/needle-point';
import type { SiteId } from '../protocol/words';
import type { MapNeedle } from './map-props';
import type { MarkerBoard } from './marker-board';
import { putAttribute } from './put-attribute';

const end = new Vector3();

/**
 * The needle's tube over its site's marker. The marker is drawn on top of the head and as large from afar as from near: it
 * would cover what stands above it. Moved on every rendered frame, like the markers.
 */
export class TubeLine {
  private element: SVGGElement | null = null;
  private needle: MapNeedle | null = null;
  private site: SiteId | null = null;

  /** Takes the group whose paths are drawn, or lets go of it. */
  readonly attach = (element: SVGGElement | null): void => {
    this.element = element;
  };

  /** The needle and the site that it is in, null for none; nothing is drawn before the next `place`. */
  set(needle: MapNeedle | null, site: SiteId | null): void {
    this.needle = needle;
    this.site = site;
  }

  /** Draws from the skin to the hub where the site is seen, on a canvas of this size, px. */
  place(board: MarkerBoard, camera: PerspectiveCamera, width: number, height: number): void {
    if (this.element === null) return;
    const { needle } = this;
    const at = board.find(this.site);
    const shown = needle !== null && at?.front === true;
    putAttribute(this.element, 'data-shown', String(shown));
    if (needle === null || at === null) return;
    end.fromArray(pointOn(needle.pose, needle.insertedMm - needle.lengthMm)).project(camera);
    const [x, y] = [((end.x + 1) / 2) * width, ((1 - end.y) / 2) * height];
    const d = `M${at.x.toFixed(1)} ${at.y.toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}`;
    for (const path of this.element.children) putAttribute(path, 'd', d);
  }
}
