import { type RefObject, useEffect } from 'react';
import type { Point } from '../hit';

/** Calls with the factor by which a turn of the wheel brings an element's content nearer, and the point under it. */
export function useWheel(element: RefObject<HTMLElement | null>, zoomBy: (factor: number, at: Point) => void): void {
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const box = current.getBoundingClientRect();
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
      // A pinch on a trackpad comes as a wheel with small steps and Ctrl held.
      const factor = Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.001));
      zoomBy(factor, { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    // React listens passively, and a page that scrolls under the head is no zoom.
    current.addEventListener('wheel', onWheel, { passive: false });
    return () => current.removeEventListener('wheel', onWheel);
  }, [element, zoomBy]);
}
