import type { Hold } from '../camera-rig';
import type { Point } from '../hit';
import type { Way } from './flat-view';

export type Pointed = Point & { readonly pointer: number };

/** What fingers or a mouse do to the drawing, besides tapping. */
export type Gesture =
  | { readonly kind: 'pan'; readonly x: number; readonly y: number }
  | { readonly kind: 'pinch'; readonly factor: number; readonly at: Point };

/** As far as a hand has to stroke for the head to turn to its next view, px. */
const stroke = 48;
/** Two fingers that come nearer or farther by less than this, px, are no pinch: they stroke together, one a little behind. */
const steady = 24;

/**
 * Follows the pointers that are down: one strokes or pans, two pinch or stroke together. What one pointer does while
 * something else is dragged or painted with it is none of that; two fingers, and a button besides the first, still are.
 * Points in px on the canvas.
 */
export function createGestures() {
  const down = new Map<number, Point>();
  let by: Hold = 'turn';
  /** The pointer that is down is at work on the skin. */
  let busy = false;
  let begun: Point | null = null;
  /** Where two fingers came down together, as long as they keep their distance. */
  let pair: { readonly at: Point; readonly apart: number } | null = null;

  return {
    /** What one pointer does from its next press on. */
    hold(next: Hold): void {
      by = next;
    },
    /** `other`: by another button than the first. */
    press({ pointer, x, y }: Pointed, other = false): void {
      down.set(pointer, { x, y });
      if (down.size === 1) busy = by === 'still' || (by === 'paint' && !other);
      begun = down.size === 1 && !busy ? { x, y } : null;
      pair = middleOf(down);
    },
    move({ pointer, x, y }: Pointed): Gesture | null {
      const was = down.get(pointer);
      if (was === undefined) return null;
      const other = [...down].find(([each]) => each !== pointer)?.[1];
      down.set(pointer, { x, y });
      if (other === undefined) return busy ? null : { kind: 'pan', x: x - was.x, y: y - was.y };
      const [before, now] = [Math.hypot(was.x - other.x, was.y - other.y), Math.hypot(x - other.x, y - other.y)];
      if (before < 1 || now < 1) return null;
      if (pair !== null && Math.abs(now - pair.apart) < steady) return null;
      pair = null;
      return { kind: 'pinch', factor: now / before, at: { x: (x + other.x) / 2, y: (y + other.y) / 2 } };
    },
    /** Which way the viewer steps round the head where what was lifted made a stroke: one pointer, or two together. */
    lift({ pointer, x, y }: Pointed): Way | null {
      down.set(pointer, { x, y });
      const from = pair?.at ?? begun;
      const to = pair === null ? { x, y } : middleOf(down)?.at;
      this.drop(pointer);
      return from === null || to === undefined ? null : wayOf(to.x - from.x, to.y - from.y);
    },
    drop(pointer: number): void {
      down.delete(pointer);
      begun = null;
      pair = null;
    },
  };
}

/** The head follows the hand: stroked to the right, the viewer goes to the left round it. */
function wayOf(dx: number, dy: number): Way | null {
  if (Math.max(Math.abs(dx), Math.abs(dy)) < stroke) return null;
  if (Math.abs(dx) >= Math.abs(dy)) return dx > 0 ? 'left' : 'right';
  return dy > 0 ? 'up' : 'down';
}

/** Midway between two pointers, and how far they are apart, px; null where there are not two. */
function middleOf(down: ReadonlyMap<number, Point>): { readonly at: Point; readonly apart: number } | null {
  const [a, b] = [...down.values()];
  if (a === undefined || b === undefined || down.size > 2) return null;
  return { at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
}
