import type { Point } from './hit';

export type PointerSample = Point & { readonly pointer: number; readonly time: number };

/** A pointer that moved as far (px) drags. */
export const slop = 6;
/** A gloved press is slow; one longer than this was thought better of. */
const longest = 1200;

/**
 * Tells a tap from a drag, the same for mouse, touch and pen: one pointer, moved less than 6 px and held less
 * than 1.2 s. A second finger, a drag or a lost pointer never ends as a tap, so a drag can never place a site.
 * Times in ms, points in px.
 */
export function createTapWatch() {
  const down = new Set<number>();
  let start: PointerSample | null = null;

  return {
    press(sample: PointerSample): void {
      down.add(sample.pointer);
      start = down.size === 1 ? sample : null;
    },
    move(sample: PointerSample): void {
      if (start !== null && sample.pointer === start.pointer && distance(sample, start) >= slop) start = null;
    },
    /** Where the tap was, or null if this was none. */
    lift(sample: PointerSample): Point | null {
      const from = start;
      this.drop(sample.pointer);
      if (from === null || from.pointer !== sample.pointer) return null;
      if (distance(sample, from) >= slop || sample.time - from.time >= longest) return null;
      return { x: from.x, y: from.y };
    },
    drop(pointer: number): void {
      down.delete(pointer);
      if (start?.pointer === pointer || down.size === 0) start = null;
    },
    /** True while a pointer is down. */
    get held(): boolean {
      return down.size > 0;
    },
  };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
