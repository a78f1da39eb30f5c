import { type RefObject, useEffect, useState } from 'react';

/** How far below the window something may be and still be fetched ahead, px. */
const ahead = 200;

/** Whether an element has come into sight, or is printed: what is dear to draw waits for that. Once true, it stays so. */
export function useInSight(element: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || element.current === null) return undefined;
    const show = () => {
      setSeen(true);
    };
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && show(), {
      rootMargin: `${String(ahead)}px`,
    });
    observer.observe(element.current);
    addEventListener('beforeprint', show);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', show);
    };
  }, [seen, element]);
  return seen;
}
