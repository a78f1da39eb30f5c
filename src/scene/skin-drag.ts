import type { SiteId } from '../protocol/words';
import type { Point } from './hit';
import { type PointerSample, slop } from './tap';

/** What a pointer took hold of when it went down: a planned site, one that may not be moved, or the skin, to paint on it. */
export type Grip =
  | { readonly kind: 'site' | 'fixed'; readonly site: SiteId }
  /** `rubber`: with the other end of a pen. */
  | { readonly kind: 'brush'; readonly rubber: boolean };

/** What a pointer did to what it holds; `from` is where it was before. */
export type Deed =
  | { readonly kind: 'began' | 'moved'; readonly grip: Grip; readonly from: Point; readonly at: Point }
  /** Put down without having been moved: a tap, which only a brush makes something of. */
  | { readonly kind: 'tapped' | 'ended'; readonly grip: Grip; readonly at: Point }
  | { readonly kind: 'cancelled'; readonly grip: Grip };

/**
 * What a drag on the skin means, the same for mouse, touch and pen: it begins once the pointer has moved as far as a
 * tap may not, and ends where it is lifted. A second finger or a lost pointer cancels it, and nothing more is begun
 * until all are up. Points in px.
 */
export function createSkinDrag() {
  const down = new Set<number>();
  let held: { readonly pointer: number; readonly grip: Grip; last: Point; begun: boolean } | null = null;

  const cancel = (): Deed | null => {
    const was = held;
    held = null;
    return was?.begun === true ? { kind: 'cancelled', grip: was.grip } : null;
  };

  return {
    /** A pointer went down on what `grip` says, or on nothing that can be held. */
    press(sample: PointerSample, grip: Grip | null): Deed | null {
      down.add(sample.pointer);
      if (down.size > 1) return cancel();
      held = grip === null ? null : { pointer: sample.pointer, grip, last: { x: sample.x, y: sample.y }, begun: false };
      return null;
    },
    move(sample: PointerSample): Deed | null {
      if (held?.pointer !== sample.pointer) return null;
      const { last: from, begun, grip } = held;
      if (!begun && Math.hypot(sample.x - from.x, sample.y - from.y) < slop) return null;
      const at = { x: sample.x, y: sample.y };
      held.last = at;
      held.begun = true;
      return { kind: begun ? 'moved' : 'began', grip, from, at };
    },
    lift(sample: PointerSample): Deed | null {
      down.delete(sample.pointer);
      if (held?.pointer !== sample.pointer) return null;
      const { grip, begun } = held;
      held = null;
      return { kind: begun ? 'ended' : 'tapped', grip, at: { x: sample.x, y: sample.y } };
    },
    /** The pointer was lost, or taken away by the browser. */
    drop(pointer: number): Deed | null {
      down.delete(pointer);
      return held?.pointer === pointer ? cancel() : null;
    },
    /** Thought better of, by a key. */
    cancel,
    /** True while a pointer holds something. */
    get holding(): boolean {
      return held !== null;
    },
  };
}

/** Points on the way of a fast pointer from one place to another, px, the end included: a stroke has no gaps. */
export function onTheWay(from: Point, to: Point, everyPx = 6, most = 40): readonly Point[] {
  const steps = Math.min(most, Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / everyPx)));
  return Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / steps;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}
