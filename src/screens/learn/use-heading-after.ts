import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a heading that gets the keyboard once `inside` is over: what had it is gone, and it would fall to the page. Whatever has
 * it by then keeps it.
 */
export function useHeadingAfter(inside: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(inside);
  useEffect(() => {
    const over = before.current && !inside;
    before.current = inside;
    if (over && (document.activeElement === null || document.activeElement === document.body)) heading.current?.focus();
  }, [inside]);
  return heading;
}
