import { type RefObject, useLayoutEffect, useState } from 'react';

/** The width of an element, px, as it changes; `before` until it was measured. */
export function useRoom(element: RefObject<HTMLElement | null>, before: number): number {
  const [room, setRoom] = useState(before);
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([seen]) => {
      if (seen !== undefined && seen.contentRect.width > 0) setRoom(seen.contentRect.width);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return room;
}
