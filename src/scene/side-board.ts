import type { Box } from './label-place';
import { patientLeft, sideCues } from './orientation';
import { putAttribute } from './put-attribute';

type Part = 'left' | 'right' | 'compass';

/** How far from the compass's middle its two letters stand, px. */
const letterReach = 20;

/** Keeps what tells left from right in step with the camera. Written to on every rendered frame, without React. */
export class SideBoard {
  private readonly elements = new Map<Part, HTMLElement>();
  /** As they were measured on one kind of canvas, by what stands where. */
  private readonly measured = new Map<string, readonly Box[]>();
  private measuredOn = '';

  /** Takes a badge or the compass, or lets go of it. What was measured so far is measured anew. */
  attach(part: Part, element: HTMLElement | null): void {
    this.measured.clear();
    if (element === null) this.elements.delete(part);
    else this.elements.set(part, element);
  }

  /** @param azimuth of the camera, degrees */
  turn(azimuth: number): void {
    const cues = sideCues(azimuth);
    for (const side of ['left', 'right'] as const) {
      const badge = this.elements.get(side);
      if (badge === undefined || badge.dataset['at'] === cues[side]) continue;
      badge.dataset['at'] = cues[side];
    }
    const left = patientLeft(azimuth);
    const turns = {
      head: `rotate(${azimuth.toFixed(1)})`,
      left: `translate(${(left.x * letterReach).toFixed(1)} ${(left.y * letterReach).toFixed(1)})`,
      right: `translate(${(-left.x * letterReach).toFixed(1)} ${(-left.y * letterReach).toFixed(1)})`,
    };
    const compass = this.elements.get('compass');
    for (const [name, transform] of Object.entries(turns)) {
      putAttribute(compass?.querySelector(`[data-turn="${name}"]`), 'transform', transform);
    }
  }

  /**
   * Where labels may not lie. Measuring makes the browser lay the page out in the middle of a press: every arrangement of
   * the badges is measured once, and anew on a canvas that differs from the last (`on`).
   */
  boxes(on: string): readonly Box[] {
    if (this.measuredOn !== on) this.measured.clear();
    this.measuredOn = on;
    const elements = [...this.elements.values()];
    const arranged = elements.map((element) => element.dataset['at'] ?? '').join();
    const known = this.measured.get(arranged);
    if (known !== undefined) return known;
    const boxes = elements
      .filter((element) => element.dataset['at'] !== 'hidden')
      .map((element) => ({
        left: element.offsetLeft,
        top: element.offsetTop,
        width: element.offsetWidth,
        height: element.offsetHeight,
      }));
    this.measured.set(arranged, boxes);
    return boxes;
  }
}
