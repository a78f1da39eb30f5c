import { type RefObject, useEffect, useRef } from 'react';

/**
 * The keyboard goes to a panel when it opens, and back to what had it before when the panel goes away with it. A dialog
 * does so by itself.
 */
export function usePanelFocus<Panel extends HTMLElement>(): RefObject<Panel | null> {
  const panel = useRef<Panel>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return panel;
}
