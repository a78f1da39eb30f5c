import type { Point } from '../hit';
import type { Way } from './flat-view';

export type Pointed = Point & { readonly pointer: number };

/** What fingers or a mouse do to the drawing, besides tapping. */
export type Gesture =
  | { readonly kind: 'pan'; readonly x: number; readonly y: number }
  | { readonly kind: 'pinch'; readonly factor: number; readonly at: Point };

/** As far as a hand has to stroke for the head to turn to its next view, px. */
const stroke = 48;

/** Follows the pointers that are down: one strokes or pans, two pinch. Points in px on the canvas. */
export function createGestures() {
  const down = new Map<number, Point>();
  let begun: Point | null = null;

  return {
    press({ pointer, x, y }: Pointed): void {
      down.set(pointer, { x, y });
      begun = down.size === 1 ? { x, y } : null;
    },
    move({ pointer, x, y }: Pointed): Gesture | null {
      const was = down.get(pointer);
      if (was === undefined) return null;
      const other = [...down].find(([each]) => each !== pointer)?.[1];
      down.set(pointer, { x, y });
      if (other === undefined) return { kind: 'pan', x: x - was.x, y: y - was.y };
      const [before, now] = [Math.hypot(was.x - other.x, was.y - other.y), Math.hypot(x - other.x, y - other.y)];
      if (before < 1 || now < 1) return null;
      return { kind: 'pinch', factor: now / before, at: { x: (x + other.x) / 2, y: (y + other.y) / 2 } };
    },
    /** Which way the viewer steps round the head where the pointer that was lifted made a stroke. */
    lift({ pointer, x, y }: Pointed): Way | null {
      const from = begun;
      this.drop(pointer);
      if (from === null) return null;
      const [dx, dy] = [x - from.x, y - from.y];
      if (Math.max(Math.abs(dx), Math.abs(dy)) < stroke) return null;
      // The head follows the hand: stroked to the right, the viewer goes to the left round it.
      if (Math.abs(dx) >= Math.abs(dy)) return dx > 0 ? 'left' : 'right';
      return dy > 0 ? 'up' : 'down';
    },
    drop(pointer: number): void {
      down.delete(pointer);
      begun = null;
    },
  };
}
